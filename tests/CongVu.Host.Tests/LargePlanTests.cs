using System.Diagnostics;
using System.Net;
using System.Text;

namespace CongVu.Host.Tests;

/// <summary>A plan file above 2 MB is read by a job: the upload answers at once and the page of the job leads to the draft.</summary>
public class LargePlanTests(RunningHost host)
{
    [Fact]
    public async Task A_large_plan_is_read_by_a_job_that_leads_to_the_draft()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/ke-hoach/tai-len");
        await officer.UploadAsync("PlanFile", "ke-hoach-lon.md", Plan(rows: 12, padding: 2_200_000));
        officer.At.ShouldStartWith("/cong-viec/");

        await UntilAsync(officer, v => !v.At.StartsWith("/cong-viec/", StringComparison.Ordinal));

        officer.At.ShouldMatch("^/ke-hoach/[0-9a-f-]{36}/xem-lai$");
        officer.Text.ShouldContain("Việc thứ 12");
    }

    [Fact]
    public async Task A_large_file_that_is_no_plan_is_refused_on_the_page_it_came_from()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/ke-hoach/tai-len");
        await officer.UploadAsync("PlanFile", "khong-phai.xlsx", NoWorkbook(2_300_000));
        await UntilAsync(officer, v => !v.At.StartsWith("/cong-viec/", StringComparison.Ordinal));

        officer.At.ShouldStartWith("/ke-hoach/tai-len");
        officer.Page.QuerySelector(".cv-errors, [data-errors]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_small_plan_is_still_read_at_once()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/ke-hoach/tai-len");
        await officer.UploadAsync("PlanFile", "ke-hoach.md", Plan(rows: 3, padding: 0));
        officer.At.ShouldMatch("^/ke-hoach/[0-9a-f-]{36}/xem-lai$");
    }

    private static async Task UntilAsync(Visitor visitor, Func<Visitor, bool> done)
    {
        var watch = Stopwatch.StartNew();
        while (!done(visitor) && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await visitor.OpenAsync(visitor.At);
        }
        visitor.Status.ShouldBe(HttpStatusCode.OK, visitor.Text);
    }

    private static byte[] Plan(int rows, int padding)
    {
        var text = new StringBuilder("""
            ỦY BAN NHÂN DÂN TỈNH TÂN GIANG

            Số: 18/KH-UBND

            Tân Giang, ngày 12 tháng 01 năm 2026

            KẾ HOẠCH

            Cải cách chế độ công vụ, công chức giai đoạn 2026 - 2030

            | STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        for (var i = 1; i <= rows; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {i} | Việc thứ {i} | Báo cáo {i} | Sở Nội vụ | Các sở | Năm 2026 |\n");
        text.Append('\n');
        for (var i = 0; text.Length < padding; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Đoạn giải thích số {i} của kế hoạch, không phải nhiệm vụ nào.\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A package that passes for a workbook by its parts, whose sheet is broken.
    private static byte[] NoWorkbook(int size)
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string content)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
            Part("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Part("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", "<workbook");
            using var noise = zip.CreateEntry("xl/media/image1.bin", System.IO.Compression.CompressionLevel.NoCompression).Open();
            var bytes = new byte[size];
            new Random(1).NextBytes(bytes);
            noise.Write(bytes);
        }
        return file.ToArray();
    }
}
