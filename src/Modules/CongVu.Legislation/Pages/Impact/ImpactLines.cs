using CongVu.Legislation.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Impact;

/// <summary>The stored lines of a preview, as far as the gate lets the reader see the people in them.</summary>
internal sealed class ImpactLines(CongVuDb db, Gate gate)
{
    public static readonly TableView<ImpactRow> View = new TableView<ImpactRow>("tac-dong", "Tác động theo từng trường hợp", l => l.Ord.ToString(System.Globalization.CultureInfo.InvariantCulture)) { DefaultSort = "thu-tu" }
        .Column("thu-tu", "STT", l => (long)l.Ord, CellKind.Count, sort: l => l.Ord, wide: true)
        .Column("ten", "Trường hợp", l => l.Subject, sort: l => l.SortKey, fixedColumn: true, url: l => l.Href)
        .Column("don-vi", "Cơ quan, đơn vị", l => l.UnitName, sort: l => l.UnitName)
        .Column("truoc", "Trước", l => l.BeforeText)
        .Column("sau", "Sau", l => l.Problem ?? l.AfterText)
        .Column("chenh", "Chênh lệch", l => l.AfterAmount - l.BeforeAmount, CellKind.Money, sort: l => l.AfterAmount - l.BeforeAmount);

    public IQueryable<ImpactRow> Of(Guid run, string part, TableQuery query)
    {
        var text = VietnameseText.Fold(query.Search);
        var rows = Seen(run).Where(l => l.Code == part);
        return text.Length == 0 ? rows : rows.Where(l => EF.Functions.ILike(l.Subject, "%" + query.Search + "%") || EF.Functions.ILike(l.UnitName, "%" + query.Search + "%"));
    }

    public async Task<IReadOnlyList<PartSum>> SumsAsync(Guid run, CancellationToken ct)
    {
        var parts = await db.Set<ImpactPart>().AsNoTracking().Where(p => p.RunId == run).ToListAsync(ct);
        var sums = await Seen(run).GroupBy(l => l.Code).Select(g => new { Code = g.Key, Changed = g.Count(l => l.Problem == null), Untold = g.Count(l => l.Problem != null), Before = g.Sum(l => l.BeforeAmount), After = g.Sum(l => l.AfterAmount), Money = g.Any(l => l.AfterAmount != null) }).ToListAsync(ct);
        return [.. from part in parts join sum in sums on part.Code equals sum.Code into found
                   from sum in found.DefaultIfEmpty()
                   orderby part.Title
                   select new PartSum(part.Code, part.Title, part.LookedAt, part.Problem, sum?.Changed ?? 0, sum?.Untold ?? 0, sum is { Money: true } ? sum.Before : null, sum is { Money: true } ? sum.After : null)];
    }

    /// <summary>The part asked for; without one the first in which something changes.</summary>
    public static PartSum? Shown(IReadOnlyList<PartSum> parts, string? asked) => parts.FirstOrDefault(p => p.Code == asked) ?? parts.FirstOrDefault(p => p.Changed > 0) ?? (parts.Count > 0 ? parts[0] : null);

    public async Task<IReadOnlyList<UnitSum>> UnitsAsync(Guid run, string part, CancellationToken ct) =>
        await Seen(run).Where(l => l.Code == part && l.Problem == null).GroupBy(l => l.UnitName).OrderBy(g => g.Key)
            .Select(g => new UnitSum(g.Key, g.Count(), g.Sum(l => l.BeforeAmount), g.Sum(l => l.AfterAmount))).ToListAsync(ct);

    private IQueryable<ImpactRow> Seen(Guid run)
    {
        var rows = db.Set<ImpactRow>().AsNoTracking().Where(l => l.RunId == run);
        var scope = gate.ScopeOf(DataClass.Basic);
        var units = scope.Ids;
        return scope.IsAll ? rows : rows.Where(l => l.UnitId == null || units.Contains(l.UnitId!.Value));
    }
}
