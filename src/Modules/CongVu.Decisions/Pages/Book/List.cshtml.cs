using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data.Queries;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Book;

/// <summary>Decisions the actor may read, newest first.</summary>
[Requires("decisions.read")]
internal sealed class ListModel(CongVuDb db, Gate gate, ActionCatalogue catalogue, WaitingForMe waiting, UnitDirectory units, AsOfContext asOf) : PageModel
{
    /// <summary>A decision in the list.</summary>
    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string? NumberText { get; init; }
        public DateOnly ListedOn { get; init; }
        public string Title { get; init; } = "";
        public string ActionCode { get; init; } = "";
        public DecisionState State { get; init; }
        public int ItemCount { get; init; }
        public DateOnly? EffectiveOn { get; init; }
        public string? SignerName { get; init; }
    }

    private TableView<Row> View => new TableView<Row>("quyet-dinh", "Danh sách quyết định", r => r.Id.ToString()) { DefaultSort = "-ngay" }
        .Column("so", "Số", r => r.NumberText ?? "(chưa có số)", fixedColumn: true, url: r => DecisionLinks.Decision(r.Id))
        .Column("ngay", "Ngày", r => r.ListedOn, CellKind.Date, sort: r => r.ListedOn)
        .Column("ve-viec", "Về việc", r => r.Title)
        .Column("nghiep-vu", "Nghiệp vụ", r => catalogue.NameOf(r.ActionCode), wide: true)
        .Column("nguoi", "Số người, đơn vị", r => r.ItemCount, CellKind.Count, wide: true)
        .Column("hieu-luc", "Có hiệu lực từ", r => r.EffectiveOn, CellKind.Date, sort: r => r.EffectiveOn, wide: true)
        .Column("nguoi-ky", "Người ký", r => r.SignerName, wide: true)
        .Column("trang-thai", "Trạng thái", r => r.State.Name(), show: r => Markup.Badge(r.State.ToString(), r.State.Name()));

    /// <summary>The table.</summary>
    public TablePage<Row> Table { get; private set; } = null!;

    /// <summary>Whether the actor may draft.</summary>
    public bool MayDraft => gate.May(DecisionPermissions.Draft) && asOf.IsNow;

    /// <summary>States to filter by.</summary>
    public static IReadOnlyList<Choice> States { get; } = Choice.From<DecisionState>(s => s.Name());

    /// <summary>Actions to filter by.</summary>
    public IReadOnlyList<Choice> Actions => [.. catalogue.All.Select(a => new Choice(a.Code, a.Name))];

    /// <summary>Units to filter by.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var view = View;
        var query = view.Read(HttpContext);
        var tree = await units.TreeAsync(asOf.Current, ct);
        Units = AgencyChoices.Of(tree.All);
        var rows = await WaitingAsync(query["viec"], ct) ?? Scoped();
        if (Enum.TryParse<DecisionState>(query["trang-thai"], out var state)) rows = rows.Where(d => d.State == state);
        else rows = rows.Where(d => d.State != DecisionState.Discarded);
        if (query["nghiep-vu"] is { Length: > 0 } action) rows = rows.Where(d => d.ActionCode == action);
        if (Guid.TryParse(query["don-vi"], out var unit)) { var below = tree.Subtree(unit).ToArray(); rows = rows.Where(d => d.UnitIds.Any(u => below.Contains(u)) || below.Contains(d.UnitId)); }
        if (VnDate.TryParse(query["tu"] ?? "", out var from)) rows = rows.Where(d => d.ListedOn >= from);
        if (VnDate.TryParse(query["den"] ?? "", out var until)) rows = rows.Where(d => d.ListedOn <= until);
        if (VietnameseText.Fold(query.Search) is { Length: > 0 } text) rows = rows.Where(d => d.SearchKey.Contains(text) || db.Set<DecisionItem>().Any(i => i.DecisionId == d.Id && EF.Functions.ILike(i.SubjectName, "%" + query.Search + "%")));
        if (asOf.Current is var day && !asOf.IsNow) rows = rows.Where(d => d.SignedOn != null && d.SignedOn <= day.ValidOn);
        Table = await rows.Select(d => new Row { Id = d.Id, NumberText = d.NumberText, ListedOn = d.ListedOn, Title = d.Title, ActionCode = d.ActionCode, State = d.State, ItemCount = d.ItemCount, EffectiveOn = d.EffectiveOn, SignerName = d.SignerName }).ToTablePageAsync(view, query, ct);
    }

    /// <summary>Kinds of waiting work to filter by.</summary>
    public static IReadOnlyList<Choice> Waiting { get; } =
        [new("cho-ky", "Chờ tôi ký"), new("cho-tham-dinh", "Chờ tôi thẩm định"), new("bi-tra-lai", "Bị trả lại cho tôi"), new("cua-toi", "Bản soạn của tôi"), new("sap-hieu-luc", "Sắp có hiệu lực")];

    // The same as counted on the home page.
    private async Task<IQueryable<Decision>?> WaitingAsync(string? kind, CancellationToken ct) => kind switch
    {
        "cho-ky" => await waiting.ToSignAsync(ct),
        "cho-tham-dinh" => waiting.ToVerify(),
        "bi-tra-lai" => waiting.Returned(),
        "cua-toi" => waiting.MyDrafts(),
        "sap-hieu-luc" => waiting.Scheduled(DecisionWork.DaysAhead),
        _ => null,
    };

    private IQueryable<Decision> Scoped()
    {
        var rows = db.Set<Decision>().AsNoTracking();
        var scope = gate.Scope(DecisionPermissions.Read);
        if (scope.IsAll) return rows;
        var (ids, me, person) = (scope.Ids, gate.Actor.AccountId, gate.Actor.PersonId);
        return rows.Where(d => d.UnitIds.Any(u => ids.Contains(u)) || ids.Contains(d.UnitId) || d.DrafterId == me
            || (person != null && d.SignedOn != null && db.Set<DecisionItem>().Any(i => i.DecisionId == d.Id && i.SubjectId == person)));
    }
}
