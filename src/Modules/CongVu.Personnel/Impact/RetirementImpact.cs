using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Legislation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Impact;

/// <summary>Start of the pension of everybody employed under two laws; those whose pension starts before the value holds under either law are not touched by it.</summary>
internal sealed class RetirementImpact(StaffToday staff) : ImpactSource
{
    public override string Code => "retirement";

    public override string Title => "Thời điểm nghỉ hưu";

    public override bool Concerns(string key) => key == "retirement.age";

    public override async IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        var before = new RetirementAge(question.Before, question.DayBefore);
        var after = new RetirementAge(question.After, question.From);
        var tree = await staff.UnitsAsync(question.Today, ct);
        var looked = 0;
        await foreach (var person in staff.EmployedAsync(question.Today).WithCancellation(ct))
        {
            if (++looked % 1000 == 0) lookedAt(looked);
            if (Sexes.Find(person.Sex) is not { } sex) continue;
            var birth = PersonTerms.Birth(person);
            var (was, becomes) = (before.Assess(sex, birth), after.Assess(sex, birth));
            if (was.PensionFrom == becomes.PensionFrom || (was.PensionFrom < question.From && becomes.PensionFrom < question.From)) continue;
            yield return new ImpactLine(person.PersonId, person.FullName, person.SortKey, PersonnelLinks.Record(person.PersonId), person.UnitId, StaffToday.Agency(tree, person.UnitId!.Value), Words(was), Words(becomes));
        }
        lookedAt(looked);
    }

    private static string Words(RetirementOutcome outcome) => $"{VnFormat.Date(outcome.PensionFrom)} ({outcome.Years} tuổi{(outcome.Months == 0 ? "" : $" {outcome.Months} tháng")})";
}
