using System.Diagnostics;
using System.Text;
using CongVu.Reform.Reading;
using CongVu.Reform.Tests.Reading.Fixtures;

namespace CongVu.Reform.Tests.Reading;

/// <summary>A real plan written as Word and Excel reads the same as its Markdown; a long plan is read in good time.</summary>
[Trait("Category", "Slow")]
public sealed class SameContentTests
{
    [Fact]
    public void Word_and_excel_give_what_markdown_gives()
    {
        var model = HungYen();
        var markdown = Comparable(PlanFiles.ReadText(TextFixtures.Markdown(model)));
        markdown.ShouldContain("\"code\": \"10.5\"");

        Comparable(PlanFiles.ReadBytes(WordFixture.Write(model), "kế hoạch.docx")).ShouldBe(markdown);
        Comparable(PlanFiles.ReadBytes(ExcelFixture.Write(model), "kế hoạch.xlsx")).ShouldBe(markdown);
        Comparable(PlanFiles.ReadText(TextFixtures.Html(model))).ShouldBe(markdown);
        Comparable(PlanFiles.ReadText(TextFixtures.Tabbed(model))).ShouldBe(markdown);
    }

    [Fact]
    public void Each_format_says_where_a_task_stands()
    {
        var model = HungYen();
        var word = PlanFiles.ReadBytes(WordFixture.Write(model), "a.docx");
        word.Format.ShouldBe(PlanFileFormat.Word);
        word.Task("1.1").Source.Where.ShouldBe("bảng 1, hàng 3");

        var excel = PlanFiles.ReadBytes(ExcelFixture.Write(model), "a.xlsx");
        excel.Format.ShouldBe(PlanFileFormat.Excel);
        excel.Task("1.1").Source.ShouldBe(new PlanSource(model.Head.Count + 5, $"trang “Nhiệm vụ”, hàng {model.Head.Count + 5}"));

        PlanFiles.ReadText(TextFixtures.Markdown(model)).Task("1.1").Source.Where.ShouldBe($"dòng {(model.Head.Count * 2) + 5}");
    }

    [Fact]
    public void Ten_megabytes_are_read_within_seconds()
    {
        var text = new StringBuilder("KẾ HOẠCH\nCải cách năm 2026\n\n| Stt | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|---|\n");
        for (var i = 1; text.Length < 5_000_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {((i - 1) / 10) + 1}.{((i - 1) % 10) + 1} | Rà soát, sửa đổi quy định số {i} về chức danh, số lượng công chức (lần {i}) | Quyết định; báo cáo | Sở Nội vụ | Các sở, ban, ngành; UBND cấp huyện | Quý II/2026 |\n");
        }
        for (var i = 1; text.Length < 8_000_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{i % 90}. Một đoạn văn dài nói về mục tiêu 95% và nhiệm vụ, theo Nghị định số {i}/2019/NĐ-CP ngày 20/11/2014 của Chính phủ.\n");
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        bytes.Length.ShouldBeGreaterThan(10_000_000);

        var watch = Stopwatch.StartNew();
        var plan = PlanFiles.ReadBytes(bytes, "dài.md");
        watch.Stop();

        plan.Tasks.Count.ShouldBeGreaterThan(15_000);
        plan.NotUnderstood.ShouldBeEmpty();
        // A few seconds on a free machine; the bound only catches what is no longer linear.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("\t")]
    [InlineData("(")]
    [InlineData("*")]
    [InlineData("<")]
    [InlineData("1.")]
    [InlineData("Số ")]
    [InlineData("a, ")]
    [InlineData("ngày 1 tháng ")]
    public void No_text_makes_the_reader_crawl(string piece)
    {
        var hostile = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        var text = $"KẾ HOẠCH\n{hostile}\n\n| Stt | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Việc một | Sở Nội vụ | Năm 2026 |\n| 2 | {hostile.Replace("|", "\\|", StringComparison.Ordinal)} | Sở Nội vụ | Năm 2026 |\n";
        var watch = Stopwatch.StartNew();
        PlanFiles.ReadText(text).Tasks.ShouldContain(t => t.Title == "Việc một");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    /// <summary>The table of the real Hưng Yên plan as a model; page breaks already mended.</summary>
    private static PlanModel HungYen()
    {
        var plan = PlanFiles.ReadReal("hung-yen-2020-2025.txt");
        List<ModelRow> rows = [];
        foreach (var group in plan.Groups)
        {
            rows.Add(new ModelRow(group.Code, group.Title, IsGroup: true));
            foreach (var task in plan.Tasks.Where(t => t.Group == group.Code))
            {
                var before = default(PlanSource);
                foreach (var product in task.Products)
                {
                    var first = product == task.Products[0];
                    if (!first && product.Source == before)
                    {
                        rows[^1] = rows[^1] with { Product = rows[^1].Product + "; " + product.Text };
                        continue;
                    }
                    before = product.Source;
                    rows.Add(new ModelRow(first ? task.Code : "", first ? task.Title : "", product.Text, Joined(product.Lead), Joined(product.Support), product.Schedule.Text));
                }
            }
        }
        return new PlanModel(
            ["KẾ HOẠCH", "Đẩy mạnh cải cách chế độ công vụ, công chức tỉnh Hưng Yên, giai đoạn 2020 - 2025", "(Kèm theo Kế hoạch số 104 /KH-UBND ngày 12 /8/2020 của UBND tỉnh Hưng Yên)"],
            [
                new(ModelField.Number, "Stt"), new(ModelField.Title, "Nhiệm vụ cụ thể", 2), new(ModelField.Product, "Sản phẩm"), new(ModelField.Lead, "Cơ quan chủ trì"),
                new(ModelField.Support, "Cơ quan phối hợp", 2), new(ModelField.Time, "Thời gian thực hiện"),
            ],
            rows);
    }

    private static string Joined(IReadOnlyList<PlanReadUnit> units) => string.Join("; ", units.Select(u => u.Text));

    private static string Comparable(PlanReadResult plan)
    {
        plan.NotUnderstood.ShouldBeEmpty();
        return PlanJson.Write(plan);
    }
}
