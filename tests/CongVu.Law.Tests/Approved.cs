namespace CongVu.Law.Tests;

/// <summary>
/// Texts somebody has read and approved, in <c>Samples/approved</c>. Where a test differs it leaves what it got in <c>received</c> beside the test program; after reading
/// it, copy it over the approved one.
/// </summary>
internal static class Approved
{
    public static void ShouldMatch(string name, string text)
    {
        var approved = Path.Combine(Repository.Root, "tests", "CongVu.Law.Tests", "Samples", "approved", name + ".txt");
        var got = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved) == got)
        {
            return;
        }
        var received = Path.Combine(AppContext.BaseDirectory, "received", name + ".txt");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, got);
        got.ShouldBe(File.Exists(approved) ? File.ReadAllText(approved) : "", $"Read {received}; where it is right, copy it over {approved}.");
    }
}
