using System.Text;
using CongVu.Reform.Reading;
using CongVu.Reform.Tests.Reading.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Whatever the table and whatever the format, the same plan comes out, and every line is accounted for.</summary>
[Trait("Category", "Slow")]
public sealed class PlanFormatsTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    public static TheoryData<string> Formats => ["markdown", "markdown with page breaks", "tabs", "tabs cut at line ends", "one cell a line", "one cell a line, ragged", "html", "word", "excel"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_table_comes_back_as_it_was_written(string format) => Check.One(Runs, Prop.ForAll(Seeds, (int seed) =>
    {
        var model = new RandomPlans(seed).Next();
        var plan = Read(model, format);

        plan.Groups.Select(g => (g.Code, g.Title)).ShouldBe(model.Groups.Select(g => (g.Number, g.Title)), $"groups, seed {seed}");
        var tasks = model.Tasks.ToList();
        plan.Tasks.Select(t => t.Title).ShouldBe(tasks.Select(t => t[0].Title), $"titles, seed {seed}");
        plan.Tasks.Select(t => t.Code).ShouldBe(tasks.Select(t => t[0].Number), $"codes, seed {seed}");
        foreach (var (read, written) in plan.Tasks.Zip(tasks))
        {
            read.Products.Select(p => p.Text).ShouldBe(written.Select(w => w.Product), $"products of {read.Code}, seed {seed}");
            foreach (var (product, row) in read.Products.Zip(written))
            {
                Joined(product.Lead).ShouldBe(Joined(PlanReader.ReadUnits(row.Lead)), $"lead of {read.Code}, seed {seed}");
                Joined(product.Support).ShouldBe(Joined(PlanReader.ReadUnits(row.Support)), $"support of {read.Code}, seed {seed}");
                product.Schedule.Text.ShouldBe(row.Time, $"time of {read.Code}, seed {seed}");
            }
        }
        plan.NotUnderstood.ShouldBeEmpty($"seed {seed}");
    }));

    [Theory]
    [InlineData("markdown")]
    [InlineData("markdown with page breaks")]
    [InlineData("tabs")]
    [InlineData("one cell a line")]
    public void Every_line_of_the_table_is_accounted_for(string format) => Check.One(Runs, Prop.ForAll(Seeds, (int seed) =>
    {
        var model = new RandomPlans(seed).Next();
        var lines = Render(model, format).Split('\n');
        var plan = Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        var written = lines.Select((text, i) => (Line: i + 1, Text: text)).Skip(model.Head.Count * 2)
            .Where(l => l.Text.Any(c => !char.IsWhiteSpace(c) && c != '\u00A0')).Select(l => l.Line);
        plan.TableLines.Select(l => l.Source.Line).ShouldBe(written, $"seed {seed}");
    }));

    [Theory]
    [InlineData("markdown")]
    [InlineData("tabs")]
    [InlineData("one cell a line")]
    public void A_stray_line_anywhere_in_a_table_is_given_back_and_costs_no_task(string format) => Check.One(Runs, Prop.ForAll(Seeds, (int seed) =>
    {
        var model = new RandomPlans(seed).Next();
        var lines = Render(model, format).TrimEnd('\n').Split('\n').ToList();
        var random = new Random(seed);
        var gap = format == "one cell a line";
        var places = Enumerable.Range((model.Head.Count * 2) + 2, lines.Count - (model.Head.Count * 2) - 2)
            .Where(i => gap ? lines[i].Trim('\r').Length == 0 : !lines[i].Contains("---", StringComparison.Ordinal)).ToList();
        var at = places[random.Next(places.Count)];
        const string stray = "Xq# dòng lạc không thuộc bảng 77";
        lines.InsertRange(at, gap ? ["", stray, ""] : [stray]);

        var plan = Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        plan.Tasks.Select(t => t.Title).ShouldBe(model.Tasks.Select(t => t[0].Title), $"seed {seed}");
        plan.NotUnderstood.ShouldContain(u => u.Text == stray && u.Line == lines.IndexOf(stray) + 1, $"seed {seed}");
    }));

    private static PlanReadResult Read(PlanModel model, string format) => Read(format switch
    {
        "word" => WordFixture.Write(model),
        "excel" => ExcelFixture.Write(model),
        _ => Encoding.UTF8.GetBytes(Render(model, format)),
    });

    private static string Render(PlanModel model, string format) => format switch
    {
        "markdown" => TextFixtures.Markdown(model),
        "markdown with page breaks" => TextFixtures.Markdown(model, 5),
        "tabs" => TextFixtures.Tabbed(model),
        "tabs cut at line ends" => TextFixtures.Tabbed(model, true),
        "one cell a line" => TextFixtures.Flattened(model),
        "one cell a line, ragged" => TextFixtures.Flattened(model, true),
        _ => TextFixtures.Html(model),
    };

    private static PlanReadResult Read(byte[] bytes) => PlanReader.Read(new MemoryStream(bytes), "kế hoạch");

    private static string Joined(IEnumerable<PlanReadUnit> units) => string.Join(" | ", units.Select(u => u.Text));
}
