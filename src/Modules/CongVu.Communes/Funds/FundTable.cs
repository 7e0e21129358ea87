using CongVu.Communes.Data;
using CongVu.Law;

namespace CongVu.Communes.Funds;

/// <summary>A line of the list of who is paid what from the funds of a commune.</summary>
internal sealed record FundLine(string Name, string Titles, string Coefficient, long Main, long Concurrent, long Insurance, string Note)
{
    public long Total => Main + Concurrent + Insurance;
}

/// <summary>A fund with the lines paid from it.</summary>
/// <param name="Fund">Null when the law knows none that month; <paramref name="None"/> says why.</param>
internal sealed record FundGroup(string Name, IReadOnlyList<FundLine> Lines, long? Fund, string? None)
{
    public long Main => Lines.Sum(l => l.Main);
    public long Concurrent => Lines.Sum(l => l.Concurrent);
    public long Insurance => Lines.Sum(l => l.Insurance);
    public long Total => Lines.Sum(l => l.Total);
    public long? Left => Fund - Total;
}

/// <summary>The list as it is read on screen and on paper: the commune's fund, then each village's.</summary>
internal static class FundTable
{
    public static IReadOnlyList<FundGroup> Of(CommuneSheet sheet) =>
    [
        new FundGroup("Quỹ khoán cấp xã", [.. sheet.People.Where(p => p.OfCommune || p.Parts.Any(x => x.Village is null)).Select(p => Line(p, null))], sheet.Fund.Value?.Amount, sheet.Fund.None),
        .. sheet.Villages.Select(v => new FundGroup(v.State.Name, [.. sheet.People.Where(p => p.Titles.Any(t => t.Holding.VillageId == v.State.VillageId)).Select(p => Line(p, v.State.VillageId))], v.Fund.Value?.Amount, v.Fund.None)),
    ];

    // Somebody with titles paid from two funds stands in both groups, each with the part that this fund pays.
    private static FundLine Line(PaidPerson person, Guid? village)
    {
        var held = person.Titles.Where(t => village is null ? t.Holding.Level == TitleLevel.Commune : t.Holding.VillageId == village).ToList();
        var parts = person.Parts.Where(p => p.Village == village).ToList();
        var unpaid = held.Count - parts.Count;
        var note = person.Problem ?? (person.Titles.Count == 1 ? "" : parts.Count == 0 ? "Kiêm nhiệm; phụ cấp hưởng ở chức danh cao hơn" : unpaid > 0 ? "Kiêm nhiệm; hưởng mức cao nhất" : "Kiêm nhiệm");
        if (held.Any(t => t.Holding.OverGround is not null)) note = string.Join("; ", new[] { note, "bố trí vượt, có căn cứ" }.Where(t => t.Length > 0));
        return new FundLine(person.Holder.FullName, string.Join("; ", held.Select(t => t.Holding.TitleName)), string.Join("; ", held.Select(t => t.Coefficient?.ToString() ?? "–")),
            parts.Where(p => !p.Second).Sum(p => p.Amount), parts.Where(p => p.Second).Sum(p => p.Amount), village is null ? person.Insurance : 0, note);
    }

    /// <summary>"còn 1.000.000 đ", "vượt 200.000 đ", or why there is no fund.</summary>
    public static string LeftInWords(FundGroup group) => group.Left is not { } left ? group.None ?? "" : left < 0 ? $"vượt {Money.Format(-left)}" : $"còn {Money.Format(left)}";
}
