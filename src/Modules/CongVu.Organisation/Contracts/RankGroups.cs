using System.Collections.Frozen;

namespace CongVu.Organisation.Contracts;

/// <summary>A group of ranks that authority rules treat alike.</summary>
public sealed record RankGroup(string Code, string Name, IReadOnlyList<string> Ranks);

/// <summary>
/// Ranks by height, for authority rules: the ladder of civil servants (Luật Cán bộ, công chức) and the classes of public employees.
/// A rank that is in no group falls under rules for any rank only.
/// </summary>
public static class RankGroups
{
    /// <summary>From the top.</summary>
    public static readonly IReadOnlyList<RankGroup> All =
    [
        new("senior", "Chuyên viên cao cấp, hạng I và tương đương", ["01.001", "04.023", "06.029", "V.07.01.01", "V.07.05.13", "V.08.01.01"]),
        new("principal", "Chuyên viên chính, hạng II và tương đương", ["01.002", "04.024", "06.030", "02.006", "V.07.01.02", "V.07.05.14", "V.08.01.02"]),
        new("officer", "Chuyên viên, hạng III và tương đương", ["01.003", "04.025", "06.031", "02.007", "V.07.01.03", "V.07.05.15", "V.08.01.03"]),
        new("assistant", "Cán sự, hạng IV và tương đương", ["01.004", "06.032", "02.008"]),
        new("staff", "Nhân viên và tương đương", ["01.005", "06.035"]),
    ];

    private static readonly FrozenDictionary<string, string> ByRank = All.SelectMany(g => g.Ranks.Select(r => (r, g.Code))).ToFrozenDictionary(p => p.r, p => p.Code);

    /// <summary>The group of a rank, or null.</summary>
    public static string? Of(string? rankCode) => rankCode is null ? null : ByRank.GetValueOrDefault(rankCode);

    /// <summary>Vietnamese name of a group; the code itself when unknown.</summary>
    public static string Name(string code) => All.FirstOrDefault(g => g.Code == code)?.Name ?? code;
}
