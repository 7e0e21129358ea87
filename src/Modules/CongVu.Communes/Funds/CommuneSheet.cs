using CongVu.Communes.Data;
using CongVu.Law;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;

namespace CongVu.Communes.Funds;

/// <summary>A figure of the law and its reasons, or why there is none on the day.</summary>
internal sealed record Ruled<T>(T? Value, Explanation? Why, string? None) where T : class
{
    public static Ruled<T> Of(Func<T> ask, Func<T, Explanation> why)
    {
        try
        {
            var value = ask();
            return new Ruled<T>(value, why(value), null);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return new Ruled<T>(null, null, e.Message);
        }
    }

    public static Ruled<T> Missing(string why) => new(null, null, why);
}

/// <summary>A title held on the day with what the resolution pays for it.</summary>
/// <param name="Coefficient">Of the base salary; null when the resolution in force does not know the title.</param>
internal sealed record TitleHeld(Holding Holding, Coefficient? Coefficient, long Allowance, string? Village)
{
    public string Name => Village is null ? Holding.TitleName : $"{Holding.TitleName}, {Village}";
}

/// <summary>An amount paid to somebody from a fund.</summary>
/// <param name="Village">Whose fund; null: the commune's.</param>
/// <param name="Second">Paid for a further title, not for the highest.</param>
internal sealed record PaidPart(Guid? Village, string Title, long Amount, bool Second);

/// <summary>Somebody's titles and allowance of the month.</summary>
/// <param name="Insurance">Paid from the commune's fund for the person.</param>
/// <param name="Problem">Why nothing could be reckoned.</param>
internal sealed record PaidPerson(Holder Holder, IReadOnlyList<TitleHeld> Titles, IReadOnlyList<PaidPart> Parts, long Insurance, Explanation? Why, string? Problem)
{
    public bool OfCommune => Titles.Any(t => t.Holding.Level == TitleLevel.Commune);
    public long Main => Parts.Where(p => !p.Second).Sum(p => p.Amount);
    public long Concurrent => Parts.Where(p => p.Second).Sum(p => p.Amount);
    public long Total => Main + Concurrent + Insurance;
    public Coefficient? HighestCoefficient => Titles.Where(t => t.Coefficient is not null).Select(t => t.Coefficient!.Value).OrderDescending().Cast<Coefficient?>().FirstOrDefault();
}

/// <summary>A village with its fund and what is paid from it.</summary>
internal sealed record VillageSheet(VillageState State, Ruled<Fund> Fund, long Spent)
{
    public long? Left => Fund.Value is { } fund ? fund.Amount - Spent : null;
    public bool Over => Left < 0;
}

/// <summary>A cadre or civil servant who took on another title.</summary>
internal sealed record StaffConcurrent(Holder Holder, IReadOnlyList<Holding> Titles, Ruled<Explanation> Allowance);

/// <summary>A commune on a day: what it may have, who is there, what its funds are and what they pay.</summary>
/// <param name="Staffing">Numbers by class.</param>
/// <param name="Cadres">There by the register.</param>
/// <param name="Untitled">Part-time people of the register without a title here.</param>
internal sealed record CommuneSheet(
    UnitView Unit, DateOnly Day, Profile? Profile, Ruled<CommuneStaffing> Staffing, int Cadres, int CivilServants, int Untitled, Ruled<Fund> Fund,
    IReadOnlyList<PaidPerson> People, IReadOnlyList<VillageSheet> Villages, IReadOnlyList<StaffConcurrent> Concurrents, Resolution? Resolution)
{
    /// <summary>For sorting: communes without a class come last.</summary>
    public int Class => Profile?.Class ?? 9;

    public long FundAmount => Fund.Value?.Amount ?? 0;
    public int Staff => Cadres + CivilServants;

    /// <summary>Part-time people of the commune itself.</summary>
    public int PartTime => People.Count(p => p.OfCommune) + Untitled;

    public int StaffOver => Staffing.Value is { } s ? Math.Max(0, Staff - s.CadresAndCivilServants) : 0;
    public int PartTimeOver => Staffing.Value is { } s ? Math.Max(0, PartTime - s.PartTime) : 0;

    /// <summary>Paid from the commune's fund, insurance included.</summary>
    public long Spent => People.Sum(p => p.Insurance + p.Parts.Where(x => x.Village is null).Sum(x => x.Amount));

    public long? Left => Fund.Value is { } fund ? fund.Amount - Spent : null;
    public bool FundOver => Left < 0;
    public long VillageFund => Villages.Sum(v => v.Fund.Value?.Amount ?? 0);
    public long VillageSpent => Villages.Sum(v => v.Spent);
    public IEnumerable<VillageSheet> VillagesOver => Villages.Where(v => v.Over);

    /// <summary>Part-time people of the commune after the law ended them.</summary>
    public bool StaysOn => Day >= TwoTierGovernment.From && PartTime > 0;

    /// <summary>Whether a number or a fund is exceeded.</summary>
    public bool IsOver => FundOver || PartTimeOver > 0 || StaffOver > 0 || VillagesOver.Any();

    /// <summary>What is wrong, in short phrases.</summary>
    public IEnumerable<string> Troubles()
    {
        if (StaffOver > 0) yield return $"vượt {StaffOver} cán bộ, công chức";
        if (PartTimeOver > 0) yield return $"vượt {PartTimeOver} người không chuyên trách";
        if (FundOver) yield return "vượt quỹ cấp xã";
        if (VillagesOver.Count() is > 0 and var n) yield return $"{n} thôn, tổ vượt quỹ";
        if (StaysOn) yield return $"còn {PartTime} người không chuyên trách cấp xã";
        if (People.Any(p => p.Problem is not null)) yield return "có người chưa tính được phụ cấp";
    }
}
