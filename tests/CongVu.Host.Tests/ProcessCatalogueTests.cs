using CongVu.Platform.Processes;

namespace CongVu.Host.Tests;

public class ProcessCatalogueTests
{
    [Fact]
    public void The_document_lists_exactly_the_processes_of_the_code()
    {
        var expected = Document(new ProcessCatalogue(CongVuModules.All));
        var path = Path.Combine(Root(), "docs", "processes.md");
        if (Environment.GetEnvironmentVariable("CONGVU_WRITE_DOCS") == "1") File.WriteAllText(path, expected);

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(expected, "docs/processes.md differs from the code; run this test with CONGVU_WRITE_DOCS=1 to write it anew.");
    }

    private static string Document(ProcessCatalogue catalogue)
    {
        var lines = new List<string>
        {
            "# Named processes", "",
            "Every change of data runs in one of these. Each run is kept with its actor, time, reason and evidence (`platform.process_run`) and leaves a line in the audit log under the same code.", "",
        };
        foreach (var module in catalogue.All.GroupBy(p => p.Module))
        {
            lines.AddRange(["## " + module.Key, "", "| code | on screen | what may change | must say |", "|---|---|---|---|"]);
            lines.AddRange(module.Select(p => $"| `{p.Kind.Code}` | {p.Kind.Name} | {p.Kind.Changes} | {string.Join(", ", new[] { p.Kind.NeedsReason ? "reason" : "", p.Kind.NeedsEvidence ? "evidence" : "" }.Where(t => t.Length > 0))} |"));
            lines.Add("");
        }
        return string.Join('\n', lines);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CongVu.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the test assembly.");
    }
}
