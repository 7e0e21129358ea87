using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Indicators;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Reports;

/// <summary>A task in the annex of the progress report.</summary>
internal sealed record PaperRow(string Code, string Title, string Group, string Lead, string Time, string Done, string Result, TaskColour Colour);

/// <summary>The progress report of a plan for a year: the paper and its annex as a workbook.</summary>
internal sealed class ProgressPaper(CongVuDb db, TargetStates targets, UnitLabels labels, Settings settings)
{
    public async Task<byte[]> WordAsync(TrackedPlan plan, int year, AsOf asOf, CancellationToken ct)
    {
        var rows = await RowsAsync(plan, year, ct);
        var document = new AdministrativeDocument
        {
            Type = DocumentType.Report, ParentAgency = $"Ủy ban nhân dân {await ProvinceAsync(ct)}", Agency = "Sở Nội vụ",
            Number = DocumentNumber.Of(null, DocumentType.Report, "SNV"), Place = (await ProvinceAsync(ct)).Replace("tỉnh ", "", StringComparison.OrdinalIgnoreCase), Date = IssueDate.Open(asOf.ValidOn.Year),
            Subject = $"Kết quả thực hiện {Name(plan)} năm {year}", IsDraft = true,
            Body = [.. await BodyAsync(plan, rows, year, asOf, ct)],
            Recipients = ["UBND tỉnh (để báo cáo)", "Các sở, ban, ngành; UBND cấp xã", "Lưu: VT, CCHC"],
            Signature = Signature.Head("GIÁM ĐỐC", ""),
            Annexes = [new Annex { Title = $"Kết quả thực hiện các nhiệm vụ năm {year}", Landscape = true, Body = [new BodyBlock.Table(Table(rows))] }],
        };
        return AdministrativeDocx.Write(document);
    }

    public async Task<byte[]> WorkbookAsync(TrackedPlan plan, int year, AsOf asOf, CancellationToken ct)
    {
        var rows = await RowsAsync(plan, year, ct);
        var book = new Workbook($"Tiến độ {Name(plan)} năm {year}", "CôngVụ");
        var sheet = book.AddSheet("Nhiệm vụ", [6, 10, 50, 36, 24, 12, 40, 16])
            .Title($"Kết quả thực hiện {Name(plan)} năm {year}").Subtitle($"Số liệu đến ngày {VnFormat.Date(asOf.ValidOn)}").Gap()
            .Header("STT", "Mã", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kỳ đã xong", "Kết quả đã được công nhận", "Trạng thái");
        var no = 0;
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            if (group.Key.Length > 0) sheet.Group(group.Key);
            foreach (var row in group) sheet.Row(SheetValue.Integer(++no), row.Code, row.Title, row.Lead, row.Time, row.Done, row.Result, Word(row.Colour));
        }
        var measured = await targets.OfAsync(plan.Plan.Id, asOf, ct);
        if (measured.Count == 0) return book.ToArray();
        var goals = book.AddSheet("Mục tiêu", [6, 60, 24, 14, 24, 16]).Title("Mục tiêu của kế hoạch").Subtitle($"Số liệu đến ngày {VnFormat.Date(asOf.ValidOn)}").Gap().Header("STT", "Mục tiêu", "Mức phải đạt", "Thời hạn", "Thực hiện", "Đánh giá");
        foreach (var (target, i) in measured.Select((t, i) => (t, i)))
            goals.Row(SheetValue.Integer(i + 1), target.Target.Text, ScheduleWords.Value(target.Target), SheetValue.Day(target.Target.DueBy), target.Words, target.StateWords);
        return book.ToArray();
    }

    public async Task<IReadOnlyList<PaperRow>> RowsAsync(TrackedPlan plan, int year, CancellationToken ct)
    {
        var accepted = (await db.Set<ProgressReport>().AsNoTracking().Where(r => r.PlanId == plan.Plan.Id && r.State == ReportState.Accepted).OrderByDescending(r => r.ReportedAt).ToListAsync(ct)).ToLookup(r => r.ObligationId);
        var rows = new List<PaperRow>();
        foreach (var task in plan.Tasks)
        {
            var owed = task.Standings.Where(s => s.Obligation.DueFrom.Year <= year && s.Obligation.DueOn.Year >= year).ToList();
            var words = owed.SelectMany(s => accepted[s.Obligation.Id]).Select(r => r.Words).Distinct().Take(3);
            rows.Add(new PaperRow(task.Task.Code, task.Task.Title, task.Group is { } g ? $"{g.Code}. {g.Title}" : "", await labels.LeadAsync(task.Products.SelectMany(p => task.Units[p.Id]), ct),
                string.Join("; ", task.Products.Select(ScheduleWords.Of).Distinct()), $"{owed.Count(s => s.Colour == TaskColour.Done)}/{owed.Count}", string.Join("; ", words), Colours.Of([.. owed.Select(s => s.Colour)])));
        }
        return rows;
    }

    private async Task<IEnumerable<BodyBlock>> BodyAsync(TrackedPlan plan, IReadOnlyList<PaperRow> rows, int year, AsOf asOf, CancellationToken ct)
    {
        var blocks = new List<BodyBlock> { new BodyBlock.Paragraph($"Thực hiện {Name(plan)}, Sở Nội vụ báo cáo kết quả năm {year}, số liệu đến ngày {VnFormat.Date(asOf.ValidOn)} như sau:") };
        int Count(TaskColour colour) => rows.Count(r => r.Colour == colour);
        blocks.Add(new BodyBlock.Heading(HeadingLevel.Roman, 1, "KẾT QUẢ THỰC HIỆN"));
        blocks.Add(new BodyBlock.Heading(HeadingLevel.Numbered, 1, "Nhiệm vụ"));
        blocks.Add(new BodyBlock.Paragraph($"Kế hoạch có {rows.Count} nhiệm vụ. Trong năm {year}: hoàn thành {Count(TaskColour.Done)}, đang thực hiện đúng hạn {Count(TaskColour.OnTime)}, có nguy cơ chậm {Count(TaskColour.AtRisk)}, quá hạn {Count(TaskColour.Overdue)}, chưa đến hạn {Count(TaskColour.NotDue)}. Tiến độ chung theo trọng số đạt {VnFormat.Percent(plan.Progress)}. Chi tiết tại Phụ lục."));
        foreach (var row in rows.Where(r => r.Colour == TaskColour.Done && r.Result.Length > 0).Take(20)) blocks.Add(new BodyBlock.Dash($"{row.Title}: {row.Result}"));
        var measured = await targets.OfAsync(plan.Plan.Id, asOf, ct);
        if (measured.Count > 0)
        {
            blocks.Add(new BodyBlock.Heading(HeadingLevel.Numbered, 2, "Mục tiêu"));
            foreach (var target in measured) blocks.Add(new BodyBlock.Dash($"{target.Target.Text} Kết quả: {(target.Value is null ? "chưa đo bằng số liệu trong hệ thống" : $"{target.Words}, {target.StateWords.ToLowerInvariant()}")}."));
        }
        blocks.Add(new BodyBlock.Heading(HeadingLevel.Roman, 2, "HẠN CHẾ, VƯỚNG MẮC"));
        var late = rows.Where(r => r.Colour == TaskColour.Overdue).ToList();
        if (late.Count == 0) blocks.Add(new BodyBlock.Paragraph("Không có nhiệm vụ quá hạn."));
        foreach (var row in late) blocks.Add(new BodyBlock.Dash($"Quá hạn: {row.Title} (chủ trì: {row.Lead}; đã xong {row.Done} kỳ)."));
        var first = VietnamTime.StartOf(new DateOnly(year, 1, 1)).UtcDateTime;
        var last = VietnamTime.StartOf(new DateOnly(year + 1, 1, 1)).UtcDateTime;
        var difficulties = await db.Set<Difficulty>().AsNoTracking().Where(d => d.PlanId == plan.Plan.Id && d.RaisedAt >= first && d.RaisedAt < last).OrderBy(d => d.RaisedAt).ToListAsync(ct);
        var units = await labels.OfAsync(difficulties.Select(d => d.UnitId), ct);
        foreach (var difficulty in difficulties) blocks.Add(new BodyBlock.Dash($"{units[difficulty.UnitId]}: {difficulty.Words} {(difficulty.Answer is { } answer ? $"Sở Nội vụ đã trả lời: {answer}" : "Đang được xem xét.")}"));
        blocks.Add(new BodyBlock.Heading(HeadingLevel.Roman, 3, "PHƯƠNG HƯỚNG THỜI GIAN TỚI"));
        foreach (var row in rows.Where(r => r.Colour is TaskColour.Overdue or TaskColour.AtRisk)) blocks.Add(new BodyBlock.Dash($"Đôn đốc {row.Lead} hoàn thành: {row.Title}."));
        blocks.Add(new BodyBlock.Paragraph($"Tiếp tục thực hiện {rows.Count(r => r.Colour is TaskColour.OnTime or TaskColour.NotDue)} nhiệm vụ theo đúng thời gian của kế hoạch."));
        return blocks;
    }

    private static PrintTable Table(IReadOnlyList<PaperRow> rows)
    {
        var lines = new List<PrintRow>();
        var no = 0;
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            if (group.Key.Length > 0) lines.Add(new PrintRow.Group(group.Key));
            foreach (var row in group) lines.Add(PrintRow.Of($"{++no}", row.Title, row.Lead, row.Time, row.Done, row.Result, Word(row.Colour)));
        }
        return new PrintTable
        {
            Columns = [new("STT", 0.5, CellAlignment.Center), new("Nhiệm vụ", 3), new("Chủ trì", 2), new("Thời gian", 1.4), new("Kỳ đã xong", 0.7, CellAlignment.Center), new("Kết quả", 2.4), new("Trạng thái", 1)],
            Rows = lines, FontSize = 11,
        };
    }

    private static string Word(TaskColour colour) => BadgeStates.Of(Colours.State(colour)).Word;

    private static string Name(TrackedPlan plan) => plan.Plan.Number is { } number && !plan.Plan.Title.Contains(number, StringComparison.Ordinal) ? $"{plan.Plan.Title} ({number})" : plan.Plan.Title;

    private async Task<string> ProvinceAsync(CancellationToken ct) => (await settings.GetAsync(Settings.Province, ct) ?? "tỉnh").Replace("Tỉnh ", "tỉnh ", StringComparison.Ordinal);
}
