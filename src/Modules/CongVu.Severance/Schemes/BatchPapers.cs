using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;

namespace CongVu.Severance.Schemes;

/// <summary>Files of a list: the list of beneficiaries and the payment list by funding source. No form is prescribed: each scheme prints the columns chosen for it.</summary>
internal sealed class BatchPapers(ListTemplates templates, UnitDirectory units, Settings settings, TimeProvider clock)
{
    public const string People = "doi-tuong.xlsx", PeoplePaper = "doi-tuong.docx", Payment = "chi-tra.xlsx", PaymentPaper = "chi-tra.docx";

    public async Task<byte[]> WriteSheetAsync(BatchView view, ListKind list, CancellationToken ct)
    {
        var (columns, rows) = (await templates.OfAsync(view.Scheme.Id, list, ct), Rows(view, list));
        var title = $"{SeveranceWords.Of(list)}: {view.Batch.Name}";
        var book = new Workbook(title, "CôngVụ");
        var sheet = book.AddSheet(list == ListKind.Payments ? "Chi trả" : "Đối tượng", [.. columns.Select(c => c.Column.Width)]).Title(title).Subtitle($"{view.Unit.Name}; {view.Scheme.Name}; đơn vị tính: đồng").Gap().Header([.. columns.Select(c => c.Title)]);
        foreach (var row in rows) sheet.Row([.. columns.Select(c => c.Column.Value(row).Sheet)]);
        if (Totals(columns, rows) is { } totals) sheet.Total([.. totals.Select((t, i) => t is { } amount ? SheetValue.Money(amount) : i == Label(columns) ? (SheetValue)"Cộng" : "")]);
        return book.ToArray();
    }

    public async Task<byte[]> WritePaperAsync(BatchView view, ListKind list, CancellationToken ct)
    {
        var today = clock.Today();
        var parent = view.Unit.ParentId is { } above ? (await units.TreeAsync(new AsOf(today), ct)).Find(above) : null;
        var pays = list == ListKind.Payments;
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = DocumentType.Notice, ParentAgency = parent?.Name, Agency = view.Unit.Name, Number = DocumentNumber.Of(null, DocumentType.Notice, view.Unit.Symbol),
            Place = (await settings.GetAsync(Settings.Province, ct) ?? "").Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase), Date = IssueDate.Open(today.Year), IsDraft = true,
            Subject = pays ? $"Chi trả chính sách tinh giản biên chế {view.Batch.Name}" : $"Danh sách đối tượng tinh giản biên chế {view.Batch.Name}",
            Body =
            [
                new BodyBlock.Paragraph($"{view.Unit.Name} thông báo {(pays ? "chi trả chính sách tinh giản biên chế cho" : "danh sách đối tượng tinh giản biên chế gồm")} {view.Cases.Count} người, tổng số {VnFormat.Money(view.Total)}{(view.Batch.ApprovalDocument is { } approval ? $", theo {approval}" : "")}:"),
                .. view.Funding.Select(f => (BodyBlock)new BodyBlock.Dash($"{SeveranceWords.Of(f.Source)}: {VnFormat.Money(f.Amount)}")),
            ],
            Recipients = ["Sở Nội vụ", "Sở Tài chính", "Lưu: VT, KT"], Signature = Signature.Head(PaperPhrases.HeadTitle(view.Unit), ""),
            Annexes = [new Annex { Title = SeveranceWords.Of(list), Landscape = true, Body = [new BodyBlock.Table(Table(await templates.OfAsync(view.Scheme.Id, list, ct), Rows(view, list)))] }],
        });
    }

    private static PrintTable Table(IReadOnlyList<PrintedColumn> columns, IReadOnlyList<ListRow> rows) => new()
    {
        FontSize = columns.Count > 10 ? 9 : 11,
        Columns = [.. columns.Select(c => new PrintColumn(c.Title, c.Column.Width / 10, c.Column.Amount is not null ? CellAlignment.Right : CellAlignment.Left))],
        Rows =
        [
            .. rows.Select(r => PrintRow.Of([.. columns.Select(c => c.Column.Value(r).Text)])),
            .. Totals(columns, rows) is { } totals ? new PrintRow[] { PrintRow.Total([.. totals.Select((t, i) => t is { } amount ? VnFormat.Count(amount) : i == Label(columns) ? "Cộng" : "")]) } : [],
        ],
    };

    private static IReadOnlyList<ListRow> Rows(BatchView view, ListKind list) => list == ListKind.Beneficiaries ? [.. view.Cases.Select((c, i) => new ListRow(i + 1, c, null))]
        : [.. view.Cases.SelectMany((c, i) => (c.Reckoning.Benefit?.Lines ?? []).Select(l => new ListRow(i + 1, c, l)))];

    /// <summary>A sum under each column of amounts; null when there is none.</summary>
    private static IReadOnlyList<long?>? Totals(IReadOnlyList<PrintedColumn> columns, IReadOnlyList<ListRow> rows) =>
        columns.All(c => c.Column.Amount is null) ? null : [.. columns.Select(c => c.Column.Amount is { } amount ? rows.Sum(r => amount(r) ?? 0) : (long?)null)];

    // The word stands under the name, wherever that was put.
    private static int Label(IReadOnlyList<PrintedColumn> columns) => columns.Select((c, i) => (c, i)).First(p => p.c.Column.IsFixed).i;
}
