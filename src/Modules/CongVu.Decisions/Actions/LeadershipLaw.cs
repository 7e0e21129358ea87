using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Actions;

/// <summary>
/// The figures of the law on holding leadership posts: which provision stands when, and how long somebody may still serve.
/// </summary>
internal sealed class LeadershipLaw(LawBook law)
{
    /// <summary>Instruments cited in decisions on leadership posts; those in force on the day are printed.</summary>
    public static readonly IReadOnlyList<string> Instruments = ["22/2008/QH12", "80/2025/QH15", "58/2010/QH12", "129/2025/QH15", "138/2020/NĐ-CP", "170/2025/NĐ-CP", "115/2020/NĐ-CP", "259/2026/NĐ-CP", "334/2025/NĐ-CP"];

    private static readonly DateOnly TwoTiers = new(2025, 7, 1);

    /// <summary>Conditions of appointment of civil servants.</summary>
    public static string Appointment(DateOnly day) => day < TwoTiers ? "Điều 42 Nghị định 138/2020/NĐ-CP" : "Điều 29 Nghị định 170/2025/NĐ-CP";

    /// <summary>Length of a term.</summary>
    public static string Term(DateOnly day) => day < TwoTiers ? "Điều 41 Nghị định 138/2020/NĐ-CP" : "Điều 28 Nghị định 170/2025/NĐ-CP";

    /// <summary>Reappointment.</summary>
    public static string Reappointment(DateOnly day) => day < TwoTiers ? "Điều 48 Nghị định 138/2020/NĐ-CP" : "Điều 36 Nghị định 170/2025/NĐ-CP";

    /// <summary>When the person may retire with a pension.</summary>
    public RetirementOutcome RetirementOf(PersonRow person) =>
        RetirementAge.InTimeFor(law, PersonTerms.SexOf(person), PersonTerms.Birth(person)).Assess(PersonTerms.SexOf(person), PersonTerms.Birth(person));

    /// <summary>Whole months of service left from a day.</summary>
    public int MonthsLeft(PersonRow person, DateOnly from) => LawDay.WholeMonthsBetween(from, RetirementOf(person).PensionFrom);
}
