using System.Diagnostics;
using System.Text;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>Whoever doubts an examination: runs the published tool on the published package, in a process of its own, without a database.</summary>
internal static class OutsideVerifier
{
    public static async Task<(int Code, string Text)> VerifyAsync(string package)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("goi").FullName, "goi-kiem-chung.json");
        await File.WriteAllTextAsync(file, package);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var word in new[] { Tool(), "exam", "verify", file }) start.ArgumentList.Add(word);
        start.Environment.Remove("ConnectionStrings__CongVu");
        using var process = Process.Start(start)!;
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        return (process.ExitCode, await text + await errors);
    }

    private static string Tool()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CongVu.slnx"))) return Path.Combine(folder.FullName, "src", "CongVu.Cli", "bin", "Release", "net10.0", "congvu.dll");
        throw new DirectoryNotFoundException("These tests run from a checkout.");
    }
}
