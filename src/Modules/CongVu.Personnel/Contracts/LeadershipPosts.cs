using System.Collections.Frozen;
using CongVu.Organisation.Contracts;

namespace CongVu.Personnel.Contracts;

/// <summary>A leadership post of the code list.</summary>
/// <param name="Height">Which of several posts is the highest: larger is higher.</param>
/// <param name="Level">Level for authority rules.</param>
public sealed record LeadershipPostCode(string Code, string Name, int Height, LeadershipLevel Level);

/// <summary>The leadership posts that can be held.</summary>
public sealed class LeadershipPosts
{
    private readonly FrozenDictionary<string, LeadershipPostCode> _byCode;

    /// <summary>The list, highest first.</summary>
    public LeadershipPosts(IReadOnlyList<LeadershipPostCode> posts)
    {
        All = [.. posts.OrderByDescending(p => p.Height)];
        _byCode = posts.ToFrozenDictionary(p => p.Code, StringComparer.Ordinal);
    }

    /// <summary>Posts of a province, its districts (until they ended) and its communes.</summary>
    public static LeadershipPosts Standard { get; } = new(
    [
        new("province-chair", "Chủ tịch UBND tỉnh", 100, LeadershipLevel.DepartmentHead),
        new("province-vice-chair", "Phó Chủ tịch UBND tỉnh", 95, LeadershipLevel.DepartmentHead),
        new("department-head", "Giám đốc Sở và tương đương", 85, LeadershipLevel.DepartmentHead),
        new("district-chair", "Chủ tịch UBND cấp huyện", 83, LeadershipLevel.DepartmentHead),
        new("department-deputy", "Phó Giám đốc Sở và tương đương", 75, LeadershipLevel.DeputyDepartmentHead),
        new("district-vice-chair", "Phó Chủ tịch UBND cấp huyện", 73, LeadershipLevel.DeputyDepartmentHead),
        new("commune-chair", "Chủ tịch UBND cấp xã", 70, LeadershipLevel.DepartmentHead),
        new("sub-department-head", "Chi cục trưởng và tương đương", 65, LeadershipLevel.DivisionHead),
        new("commune-vice-chair", "Phó Chủ tịch UBND cấp xã", 60, LeadershipLevel.DeputyDepartmentHead),
        new("public-unit-head", "Người đứng đầu đơn vị sự nghiệp công lập", 58, LeadershipLevel.DivisionHead),
        new("division-head", "Trưởng phòng và tương đương", 55, LeadershipLevel.DivisionHead),
        new("district-office-head", "Trưởng phòng thuộc UBND cấp huyện", 53, LeadershipLevel.DivisionHead),
        new("sub-department-deputy", "Phó Chi cục trưởng và tương đương", 45, LeadershipLevel.DeputyDivisionHead),
        new("public-unit-deputy", "Cấp phó của người đứng đầu đơn vị sự nghiệp công lập", 43, LeadershipLevel.DeputyDivisionHead),
        new("division-deputy", "Phó Trưởng phòng và tương đương", 40, LeadershipLevel.DeputyDivisionHead),
        new("district-office-deputy", "Phó Trưởng phòng thuộc UBND cấp huyện", 38, LeadershipLevel.DeputyDivisionHead),
        new("commune-office-head", "Trưởng phòng thuộc UBND cấp xã", 35, LeadershipLevel.DivisionHead),
        new("commune-office-deputy", "Phó Trưởng phòng thuộc UBND cấp xã", 30, LeadershipLevel.DeputyDivisionHead),
    ]);

    /// <summary>All posts, highest first.</summary>
    public IReadOnlyList<LeadershipPostCode> All { get; }

    /// <summary>The post, or null when the list has no such code.</summary>
    public LeadershipPostCode? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Name of a post; the code itself when the list does not know it.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;

    /// <summary>Level of a post; <see cref="LeadershipLevel.None"/> for no post.</summary>
    public LeadershipLevel LevelOf(string? code) => Find(code)?.Level ?? LeadershipLevel.None;

    /// <summary>Codes of the posts of a level.</summary>
    public string[] CodesOf(LeadershipLevel level) => [.. All.Where(p => p.Level == level).Select(p => p.Code)];
}
