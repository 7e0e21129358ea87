using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CongVu.Examinations.Tests.Room;

/// <summary>The application on the machine is small, and builds nothing from text.</summary>
public sealed partial class ClientTests
{
    private const int Most = 60 * 1024;

    [Fact]
    public void The_application_is_at_most_60_kB_compressed()
    {
        var files = Files().ToList();
        files.Count.ShouldBeGreaterThan(8);
        files.Sum(f => { using var target = new MemoryStream(); using (var gzip = new GZipStream(target, CompressionLevel.Optimal, true)) gzip.Write(File.ReadAllBytes(f)); return target.Length; }).ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public void Questions_never_become_markup_or_code() =>
        Files().Where(f => f.EndsWith(".js", StringComparison.Ordinal)).SelectMany(f => Dangerous().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")).ShouldBeEmpty();

    [Fact]
    public void The_worker_keeps_every_module_that_the_application_imports()
    {
        var worker = File.ReadAllText(Path.Combine(Folder(), "sw.js"));
        var modules = Files().Where(f => f.EndsWith(".js", StringComparison.Ordinal) && Path.GetFileName(f) is not ("sw.js" or "board.js")).Select(f => Path.GetFileName(f)).ToList();
        modules.Where(m => !worker.Contains($"\"{m}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder()).Where(f => f.EndsWith(".js", StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal)).Append(Path.Combine(Folder(), "../../Pages/Room/Machine.cshtml"));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Modules/CongVu.Examinations/wwwroot/room");

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\s*\(|new Function\b|\.style\b|https?://(?!www\.w3\.org)")]
    private static partial Regex Dangerous();
}
