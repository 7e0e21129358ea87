using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Work;

namespace CongVu.Organisation.Data;

/// <summary>Units in the global search, by name, short name or code; units that ended are found on the days they lived.</summary>
internal sealed class UnitSearch(UnitDirectory units) : SearchSource
{
    public override string Kind => "Cơ quan, đơn vị";

    public override async Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct)
    {
        if (!gate.May(OrganisationPermissions.Read)) return [];
        var tree = await units.TreeAsync(asOf, ct);
        return [.. Find(tree.All, foldedQuery).Take(limit).Select(u =>
            new SearchHit(Kind, u.Name, string.Join(" › ", tree.Path(u.Id).SkipLast(1).Select(p => p.ShortName)) is { Length: > 0 } path ? path : OrganisationWords.KindAndLevel(u), OrganisationLinks.Unit(u.Id), "building"))];
    }

    /// <summary>Matching units, best first: the code itself, then names that begin so, then names that hold the words.</summary>
    internal static IEnumerable<UnitView> Find(IEnumerable<UnitView> units, string foldedQuery)
    {
        var words = foldedQuery.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return units.Select(u => (Unit: u, Rank: Rank(u, foldedQuery, words))).Where(m => m.Rank < int.MaxValue)
            .OrderBy(m => m.Rank).ThenBy(m => m.Unit.Kind is UnitKind.Department or UnitKind.PeoplesCommittee ? 0 : 1).ThenBy(m => m.Unit.Name.Length).ThenBy(m => VietnameseText.SortKey(m.Unit.Name), StringComparer.Ordinal).Select(m => m.Unit);
    }

    private static int Rank(UnitView unit, string query, string[] words)
    {
        var name = VietnameseText.Fold(unit.Name);
        if (VietnameseText.Fold(unit.Code) == query || VietnameseText.Fold(unit.ShortName) == query) return 0;
        if (name == query) return 1;
        if (name.StartsWith(query, StringComparison.Ordinal)) return 2;
        if ($" {name}".Contains($" {query}", StringComparison.Ordinal)) return 3;
        var all = $"{name} {VietnameseText.Fold(unit.ShortName)} {VietnameseText.Fold(unit.Code)}";
        return words.All(w => $" {all}".Contains($" {w}", StringComparison.Ordinal)) ? 4 : words.All(w => all.Contains(w, StringComparison.Ordinal)) ? 5 : int.MaxValue;
    }
}
