using System.Collections.Frozen;

namespace CongVu.Organisation.Contracts;

/// <summary>A leadership post of a kind of unit.</summary>
/// <param name="IsHead">The leader, not a deputy.</param>
/// <param name="Kinds">Kinds of unit that have it; <paramref name="UnitLevel"/> null: at any level.</param>
public sealed record LeadershipPost(string Code, string Name, LeadershipLevel Level, bool IsHead, UnitKind[] Kinds, UnitLevel? UnitLevel);

/// <summary>The leadership posts of the province, in order of height.</summary>
public static class LeadershipPosts
{
    /// <summary>In a rule: the leader of the signing unit, whatever the post is called there.</summary>
    public const string Head = "head";

    /// <summary>In a rule: a deputy of the signing unit's leader.</summary>
    public const string Deputy = "deputy";

    /// <summary>All posts.</summary>
    public static readonly IReadOnlyList<LeadershipPost> All =
    [
        new("province-chair", "Chủ tịch UBND tỉnh", LeadershipLevel.ProvinceLeader, true, [UnitKind.PeoplesCommittee], UnitLevel.Province),
        new("province-vice-chair", "Phó Chủ tịch UBND tỉnh", LeadershipLevel.ProvinceLeader, false, [UnitKind.PeoplesCommittee], UnitLevel.Province),
        new("department-head", "Giám đốc sở và tương đương", LeadershipLevel.DepartmentHead, true, [UnitKind.Department, UnitKind.Association], null),
        new("department-deputy", "Phó Giám đốc sở và tương đương", LeadershipLevel.DeputyDepartmentHead, false, [UnitKind.Department, UnitKind.Association], null),
        new("sub-department-head", "Chi cục trưởng", LeadershipLevel.DivisionHead, true, [UnitKind.SubDepartment], null),
        new("sub-department-deputy", "Phó Chi cục trưởng", LeadershipLevel.DeputyDivisionHead, false, [UnitKind.SubDepartment], null),
        new("division-head", "Trưởng phòng và tương đương", LeadershipLevel.DivisionHead, true, [UnitKind.Division], null),
        new("division-deputy", "Phó Trưởng phòng và tương đương", LeadershipLevel.DeputyDivisionHead, false, [UnitKind.Division], null),
        new("district-chair", "Chủ tịch UBND cấp huyện", LeadershipLevel.DepartmentHead, true, [UnitKind.PeoplesCommittee], UnitLevel.District),
        new("district-vice-chair", "Phó Chủ tịch UBND cấp huyện", LeadershipLevel.DeputyDepartmentHead, false, [UnitKind.PeoplesCommittee], UnitLevel.District),
        new("district-office-head", "Trưởng phòng chuyên môn cấp huyện", LeadershipLevel.DivisionHead, true, [UnitKind.LocalOffice], UnitLevel.District),
        new("district-office-deputy", "Phó Trưởng phòng chuyên môn cấp huyện", LeadershipLevel.DeputyDivisionHead, false, [UnitKind.LocalOffice], UnitLevel.District),
        new("commune-chair", "Chủ tịch UBND cấp xã", LeadershipLevel.DepartmentHead, true, [UnitKind.PeoplesCommittee], UnitLevel.Commune),
        new("commune-vice-chair", "Phó Chủ tịch UBND cấp xã", LeadershipLevel.DeputyDepartmentHead, false, [UnitKind.PeoplesCommittee], UnitLevel.Commune),
        new("commune-office-head", "Trưởng phòng chuyên môn cấp xã", LeadershipLevel.DivisionHead, true, [UnitKind.LocalOffice], UnitLevel.Commune),
        new("commune-office-deputy", "Phó Trưởng phòng chuyên môn cấp xã", LeadershipLevel.DeputyDivisionHead, false, [UnitKind.LocalOffice], UnitLevel.Commune),
        new("public-unit-head", "Người đứng đầu đơn vị sự nghiệp công lập", LeadershipLevel.DivisionHead, true, [UnitKind.PublicServiceUnit], null),
        new("public-unit-deputy", "Cấp phó người đứng đầu đơn vị sự nghiệp công lập", LeadershipLevel.DeputyDivisionHead, false, [UnitKind.PublicServiceUnit], null),
    ];

    private static readonly FrozenDictionary<string, LeadershipPost> ByCode = All.ToFrozenDictionary(p => p.Code);

    /// <summary>The post, or null for an unknown code.</summary>
    public static LeadershipPost? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Vietnamese name of a post or of <see cref="Head"/> and <see cref="Deputy"/>; the code itself when unknown.</summary>
    public static string Name(string code) => code switch { Head => "Người đứng đầu", Deputy => "Cấp phó của người đứng đầu", _ => Find(code)?.Name ?? code };

    /// <summary>The posts of a unit, head first.</summary>
    public static IReadOnlyList<LeadershipPost> Of(UnitView unit) => [.. All.Where(p => p.Kinds.Contains(unit.Kind) && (p.UnitLevel is null || p.UnitLevel == unit.Level)).OrderByDescending(p => p.IsHead)];

    /// <summary>The leader's post in a unit, or null when such units have none.</summary>
    public static string? HeadOf(UnitView unit) => Of(unit).FirstOrDefault(p => p.IsHead)?.Code;
}
