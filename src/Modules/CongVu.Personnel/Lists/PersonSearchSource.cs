using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Lists;

/// <summary>People in the global search.</summary>
internal sealed class PersonSearchSource(People people, UnitDirectory units, StaffCodes codes) : SearchSource
{
    public override string Kind => "Cán bộ, công chức, viên chức";

    public override async Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct)
    {
        if (gate.Scope(PersonnelPermissions.Read).IsEmpty) return [];
        var rows = people.Where(people.ScopedOn(asOf, PersonnelPermissions.Read), new PersonFilter { Text = foldedQuery, Standing = PersonStanding.All }, asOf.ValidOn);
        var found = await People.InOrder(rows, PersonOrder.Name, false).Take(limit).ToListAsync(ct);
        if (found.Count == 0) return [];
        var tree = await units.TreeAsync(asOf, ct);
        return [.. found.Select(r => new SearchHit(Kind, r.FullName, Detail(r, tree), PersonnelLinks.Record(r.PersonId), "user"))];
    }

    private string Detail(PersonRow row, UnitTree tree) => string.Join(" · ", new[]
    {
        row.PostCode is { } post ? LeadershipPosts.Name(post) : codes.RankName(row.RankCode),
        row.UnitId is { } unit ? tree.FullName(unit) : "đã thôi công tác",
        $"sinh {new BirthDate(row.BirthDate, row.BirthPrecision)}",
    }.Where(part => part.Length > 0));
}
