using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Disputes;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Disputes;

/// <summary>Disputes of people of the actor's units: those that wait, and on request those that were answered.</summary>
[Requires("personnel.requests.read")]
internal sealed class ToAnswerModel(CongVuDb db, Requests requests, UnitDirectory units, AuditLog audit, AsOfContext asOf) : PageModel
{
    /// <summary>A dispute in the list.</summary>
    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string SortKey { get; init; } = "";
        public Guid? UnitId { get; init; }
        public int Number { get; init; }
        public int Year { get; init; }
        public string About { get; init; } = "";
        public DateOnly DueOn { get; init; }
        public DisputeState State { get; init; }
    }

    public static IReadOnlyList<Choice> States { get; } =
        [.. new[] { DisputeState.Upheld, DisputeState.Refused, DisputeState.Withdrawn }.Select(s => new Choice(s.ToString(), s.Name())), new Choice("tat-ca", "Tất cả")];

    public TablePage<Row> Table { get; private set; } = null!;

    public TableQuery Query { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(asOf.Today), ct);
        var view = new TableView<Row>("dinh-chinh", "Đề nghị đính chính", r => r.Id.ToString()) { DefaultSort = "han" }
            .Column("ten", "Họ và tên", r => r.Name, sort: r => r.SortKey, fixedColumn: true, url: r => PersonnelLinks.Dispute(r.Id))
            .Column("don-vi", "Đơn vị", r => r.UnitId is { } unit ? tree.FullName(unit) : "", wide: true)
            .Column("so", "Số", r => $"{r.Number}/{r.Year}")
            .Column("noi-dung", "Nội dung", r => r.About)
            .Column("han", "Hạn trả lời", r => r.DueOn, CellKind.Date, sort: r => r.DueOn, show: r => r.State == DisputeState.Open ? Markup.Due(r.DueOn, asOf.Today) : Markup.Text(VnFormat.Date(r.DueOn)))
            .Column("trang-thai", "Trạng thái", r => r.State.Name(), show: r => Markup.Badge(r.State.Badge(), r.State.Name()));
        Query = view.Read(HttpContext);
        var rows = requests.Disputes(PersonnelPermissions.ReadRequests);
        if (Query["tt"] is not { } asked) rows = rows.Where(d => d.State == DisputeState.Open);
        else if (Enum.TryParse<DisputeState>(asked, out var state)) rows = rows.Where(d => d.State == state);
        var joined = from d in rows
                     join p in db.Set<PersonRow>() on d.PersonId equals p.PersonId
                     select new { d, p };
        if (VietnameseText.Fold(Query.Search) is { Length: > 0 } text) joined = joined.Where(j => j.p.SearchKey.Contains(text));
        Table = await joined.OrderBy(j => j.d.DueOn).ThenBy(j => j.d.Id).Select(j => new Row
        {
            Id = j.d.Id, Name = j.p.FullName, SortKey = j.p.SortKey, UnitId = j.p.FileUnitId, Number = j.d.Number, Year = j.d.Year, About = j.d.About, DueOn = j.d.DueOn, State = j.d.State,
        }).ToTablePageAsync(view, Query, ct);
        await audit.ReadAsync(new AuditLine("personnel.dispute.list.read", "dispute", Count: Table.Count), ct);
    }
}
