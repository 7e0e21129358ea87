using CongVu.Law;

namespace CongVu.Organisation.Contracts;

/// <summary>A group of ranks that authority rules treat alike.</summary>
/// <param name="Name">With the salary tables it goes by.</param>
/// <param name="ShortName">For narrow places.</param>
public sealed record RankGroup(string Code, string Name, string ShortName);

/// <summary>
/// Ranks by height, for authority rules. The height is that of the salary table the law pays the rank by, so a rank that moves to
/// another table moves with it; a rank the law's data do not know falls under rules for any rank only.
/// </summary>
public static class RankGroups
{
    /// <summary>From the top.</summary>
    public static readonly IReadOnlyList<RankGroup> All =
    [
        new("senior", "Chuyên viên cao cấp, hạng I và tương đương (bảng lương A3)", "Chuyên viên cao cấp, hạng I"),
        new("principal", "Chuyên viên chính, hạng II và tương đương (bảng lương A2)", "Chuyên viên chính, hạng II"),
        new("officer", "Chuyên viên, hạng III và tương đương (bảng lương A1)", "Chuyên viên, hạng III"),
        new("assistant", "Cán sự, hạng IV và tương đương (bảng lương A0, B)", "Cán sự, hạng IV"),
        new("staff", "Nhân viên (bảng lương C, B4)", "Nhân viên"),
    ];

    // The catalogue begins with the decree of 2004; older cases are judged by what it first said.
    private static readonly DateOnly FirstCatalogue = new(2004, 10, 1);

    /// <summary>The group of a rank on a day, or null.</summary>
    public static string? Of(LawBook law, string? rankCode, DateOnly on)
    {
        if (rankCode is null) return null;
        var ranks = law.Pay.Ranks;
        var table = (ranks.Find(rankCode, on) ?? ranks.Find(rankCode, FirstCatalogue))?.Table;
        return table switch
        {
            null => null,
            _ when table.StartsWith("A3", StringComparison.Ordinal) => "senior",
            _ when table.StartsWith("A2", StringComparison.Ordinal) => "principal",
            "A1" => "officer",
            "A0" or "B" => "assistant",
            _ when table.StartsWith('C') || table.StartsWith("B4", StringComparison.Ordinal) => "staff",
            _ => null,
        };
    }

    /// <summary>Vietnamese name of a group; the code itself when unknown.</summary>
    public static string Name(string code) => All.FirstOrDefault(g => g.Code == code)?.Name ?? code;
}
