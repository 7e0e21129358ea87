using CongVu.Platform.Printing.Administrative;

namespace CongVu.Platform.Tests.Printing;

public class RenderScratch
{
    [Fact]
    public void Render()
    {
        var dir = Environment.GetEnvironmentVariable("OUT") ?? "/tmp/prt"; Directory.CreateDirectory(dir);
        foreach (var (n, d) in new (string, AdministrativeDocument)[] { ("raise", SampleDocuments.StepRaise()), ("draft", SampleDocuments.Draft()), ("bulk", SampleDocuments.BulkRaise()), ("letter", SampleDocuments.Letter()), ("report", SampleDocuments.Report()) })
        {
            var b = AdministrativeDocx.Write(d);
            File.WriteAllBytes(Path.Combine(dir, n + ".docx"), b);
            using var o = new OpenedDocx(b);
            o.Faults().ShouldBeEmpty();
        }
    }
}
