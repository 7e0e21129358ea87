using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Kind and level of agency: one column of the matrix.</summary>
internal sealed record MatrixColumn(string Title, UnitKind Kind, UnitLevel Level);

/// <summary>One row: subjects for whom every column has the same answer are told together.</summary>
/// <param name="Cells">The deciding rules of each column: none, one, or several that contradict each other.</param>
internal sealed record MatrixRow(string Action, IReadOnlyList<string> Subjects, IReadOnlyList<IReadOnlyList<AuthorityRule>> Cells);

/// <summary>
/// The authority rules as a table, worked out by asking "who signs?" for every combination, so that it shows what really
/// decides and not what rules happen to say.
/// </summary>
internal static class Matrix
{
    private static readonly MatrixColumn[] Agencies =
    [
        new("UBND tỉnh", UnitKind.PeoplesCommittee, UnitLevel.Province), new("Sở, ban, ngành", UnitKind.Department, UnitLevel.Province),
        new("Chi cục", UnitKind.SubDepartment, UnitLevel.Province), new("Đơn vị sự nghiệp cấp tỉnh", UnitKind.PublicServiceUnit, UnitLevel.Province),
        new("Hội đặc thù", UnitKind.Association, UnitLevel.Province),
        new("UBND cấp huyện", UnitKind.PeoplesCommittee, UnitLevel.District), new("Đơn vị sự nghiệp cấp huyện", UnitKind.PublicServiceUnit, UnitLevel.District),
        new("UBND cấp xã", UnitKind.PeoplesCommittee, UnitLevel.Commune), new("Đơn vị sự nghiệp cấp xã", UnitKind.PublicServiceUnit, UnitLevel.Commune),
    ];

    private static readonly MatrixColumn[] Parts =
    [
        new("Phòng thuộc cơ quan", UnitKind.Division, UnitLevel.Province), new("Phòng thuộc UBND cấp huyện", UnitKind.LocalOffice, UnitLevel.District),
        new("Phòng thuộc UBND cấp xã", UnitKind.LocalOffice, UnitLevel.Commune),
    ];

    /// <summary>Columns for agencies that exist on the day; all possible ones while the province is still empty.</summary>
    public static IReadOnlyList<MatrixColumn> Columns(UnitTree tree, DateOnly on, bool aboutUnits)
    {
        var there = tree.All.Select(u => (u.Kind, u.Level)).ToHashSet();
        return [.. (aboutUnits ? Agencies.Concat(Parts) : Agencies).Where(c => there.Count == 0 ? c.Level != UnitLevel.District || on < TwoTierGovernment.From : there.Contains((c.Kind, c.Level)))];
    }

    /// <summary>Rows for acts on people of one category.</summary>
    public static IReadOnlyList<MatrixRow> OnPeople(AuthorityBook book, IEnumerable<AuthorityAction> actions, string category, IReadOnlyList<MatrixColumn> columns, DateOnly on)
    {
        var subjects = new List<(string Name, LeadershipLevel Level, string? Rank)>
        {
            ("Giám đốc sở, chủ tịch UBND và tương đương", LeadershipLevel.DepartmentHead, null),
            ("Phó giám đốc sở, phó chủ tịch UBND và tương đương", LeadershipLevel.DeputyDepartmentHead, null),
            ("Trưởng phòng và tương đương", LeadershipLevel.DivisionHead, null),
            ("Phó trưởng phòng và tương đương", LeadershipLevel.DeputyDivisionHead, null),
        };
        subjects.AddRange(RankGroups.All.Select(g => (g.ShortName, LeadershipLevel.None, (string?)g.Code)));
        return [.. actions.Where(a => !a.AboutUnits).SelectMany(a => Rows(a, subjects.Select(s => (s.Name, (IReadOnlyList<IReadOnlyList<AuthorityRule>>)
            [.. columns.Select(c => book.MostSpecific(new AuthorityQuestion(a.Code, category, s.Level, null, default), s.Rank, Sample(c), on))]))))];
    }

    /// <summary>Rows for acts on units.</summary>
    public static IReadOnlyList<MatrixRow> OnUnits(AuthorityBook book, IEnumerable<AuthorityAction> actions, IReadOnlyList<MatrixColumn> columns, DateOnly on) =>
        [.. actions.Where(a => a.AboutUnits).Select(a => new MatrixRow(a.Name, [], [.. columns.Select(c => book.MostSpecific(new AuthorityQuestion(a.Code, null, LeadershipLevel.None, null, default), null, Sample(c), on))]))];

    private static IEnumerable<MatrixRow> Rows(AuthorityAction action, IEnumerable<(string Name, IReadOnlyList<IReadOnlyList<AuthorityRule>> Cells)> subjects)
    {
        var rows = new List<(List<string> Names, IReadOnlyList<IReadOnlyList<AuthorityRule>> Cells)>();
        foreach (var (name, cells) in subjects)
        {
            var same = rows.FindIndex(r => r.Cells.Zip(cells).All(p => p.First.Select(Content).SequenceEqual(p.Second.Select(Content))));
            if (same >= 0) rows[same].Names.Add(name); else rows.Add(([name], cells));
        }
        return rows.Select(r => new MatrixRow(action.Name, Told(r.Names), r.Cells));
    }

    // Two entries of one article that say the same are one line to a reader.
    private static object Content(AuthorityRule rule) => (rule.Signer, rule.SignerUnitId, string.Join(',', rule.Posts), rule.Consult, rule.Report, rule.Source);

    private static IReadOnlyList<string> Told(List<string> names)
    {
        var ranks = RankGroups.All.Select(g => g.ShortName).ToList();
        var plain = names.Where(ranks.Contains).ToList();
        var leaders = names.Except(plain).ToList();
        if (plain.Count > 0) leaders.Add(plain.Count == ranks.Count ? "Người không giữ chức vụ lãnh đạo" : "Không giữ chức vụ: " + string.Join("; ", plain));
        return leaders;
    }

    private static UnitView Sample(MatrixColumn column) => new(default, "", "", "", "", column.Kind, column.Level, null, default, null);
}
