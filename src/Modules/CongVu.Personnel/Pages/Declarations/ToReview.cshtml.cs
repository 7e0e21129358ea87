using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Personnel.Lists;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>What people of the actor's units declared: those that wait, and on request those that are done.</summary>
[Requires("personnel.requests.read")]
internal sealed class ToReviewModel(CongVuDb db, Requests requests, UnitDirectory units, AuditLog audit, AsOfContext asOf) : PageModel
{
    /// <summary>A declaration in the list.</summary>
    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string SortKey { get; init; } = "";
        public Guid? UnitId { get; init; }
        public int? Number { get; init; }
        public int? Year { get; init; }
        public DateTime? SubmittedAt { get; init; }
        public int ItemCount { get; init; }
        public DeclarationState State { get; init; }
        public string? DeciderName { get; init; }
    }

    public static IReadOnlyList<Choice> States { get; } =
        [.. new[] { DeclarationState.Returned, DeclarationState.Decided }.Select(s => new Choice(s.ToString(), s.Name())), new Choice("tat-ca", "Tất cả")];

    public TablePage<Row> Table { get; private set; } = null!;

    public TableQuery Query { get; private set; } = null!;

    public string? UnitName { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(asOf.Today), ct);
        var view = new TableView<Row>("ke-khai", "Bản kê khai", r => r.Id.ToString()) { DefaultSort = "gui" }
            .Column("ten", "Họ và tên", r => r.Name, sort: r => r.SortKey, fixedColumn: true, url: r => PersonnelLinks.Declaration(r.Id))
            .Column("don-vi", "Đơn vị", r => r.UnitId is { } unit ? tree.FullName(unit) : "", wide: true)
            .Column("so", "Số", r => $"{r.Number}/{r.Year}")
            .Column("gui", "Gửi ngày", r => r.SubmittedAt is { } at ? VietnamTime.DayOf(at) : (DateOnly?)null, CellKind.Date, sort: r => r.SubmittedAt)
            .Column("muc", "Số mục", r => r.ItemCount, CellKind.Count)
            .Column("trang-thai", "Trạng thái", r => r.State.Name(), show: r => Markup.Badge(r.State.Badge(), r.State.Name()))
            .Column("nguoi", "Người xem xét", r => r.DeciderName, wide: true);
        Query = view.Read(HttpContext);
        var rows = requests.Declarations(PersonnelPermissions.ReadRequests);
        if (Query["tt"] is not { } asked) rows = rows.Where(d => d.State == DeclarationState.Submitted);
        else if (Enum.TryParse<DeclarationState>(asked, out var state)) rows = rows.Where(d => d.State == state);
        var joined = from d in rows
                     join p in db.Set<PersonRow>() on d.PersonId equals p.PersonId
                     select new { d, p };
        if (PersonFilterQuery.UnitOf(Query["don-vi"], Query["don-vi.text"], tree) is { } unit)
        {
            var below = tree.Subtree(unit).ToArray();
            joined = joined.Where(j => below.Contains(j.p.FileUnitId!.Value));
            UnitName = tree.Find(unit) is null ? Query["don-vi.text"] : tree.FullName(unit);
        }
        if (VietnameseText.Fold(Query.Search) is { Length: > 0 } text) joined = joined.Where(j => j.p.SearchKey.Contains(text));
        Table = await joined.OrderBy(j => j.d.SubmittedAt).ThenBy(j => j.d.Id).Select(j => new Row
        {
            Id = j.d.Id, Name = j.p.FullName, SortKey = j.p.SortKey, UnitId = j.p.FileUnitId, Number = j.d.Number, Year = j.d.Year, SubmittedAt = j.d.SubmittedAt, ItemCount = j.d.ItemCount, State = j.d.State, DeciderName = j.d.DeciderName,
        }).ToTablePageAsync(view, Query, ct);
        await audit.ReadAsync(new AuditLine("personnel.declaration.list.read", "declaration", Count: Table.Count), ct);
    }
}
