using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Legislation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Impact;

/// <summary>
/// Day of the next regular raise under two laws. The record keeps no discipline and no yearly classification, so a value that only lengthens the time for these
/// changes nobody's line here.
/// </summary>
internal sealed class StepRaiseImpact(StaffToday staff) : ImpactSource
{
    private static readonly string[] Keys = ["pay.months-per-step", "pay.step-raise-extension-discipline", "pay.step-raise-extension-not-completed"];

    public override string Code => "step-raise";

    public override string Title => "Thời điểm nâng bậc lương";

    public override bool Concerns(string key) => Keys.Contains(key) || key.StartsWith("pay.salary-table", StringComparison.Ordinal);

    public override async IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        var before = new RegularStepRaise(question.Before, question.DayBefore);
        var after = new RegularStepRaise(question.After, question.From);
        var tree = await staff.UnitsAsync(question.Today, ct);
        var looked = 0;
        await foreach (var person in staff.EmployedAsync(question.Today).WithCancellation(ct))
        {
            if (++looked % 1000 == 0) lookedAt(looked);
            if (LineOf(person, before, after, question.From) is { } line) yield return line with { UnitName = StaffToday.Agency(tree, person.UnitId!.Value) };
        }
        lookedAt(looked);
    }

    private static ImpactLine? LineOf(PersonRow person, RegularStepRaise before, RegularStepRaise after, DateOnly from)
    {
        if (person is not { TableCode: { } table, Step: { } step, StepSince: { } since } || StaffCategories.Find(person.Category ?? "") is not { } category) return null;
        ImpactLine Line(string was, string becomes, string? problem = null) => new(person.PersonId, person.FullName, person.SortKey, PersonnelLinks.Record(person.PersonId), person.UnitId, "", was, becomes, Problem: problem);
        try
        {
            var holding = new StepHolding(category, table, step, since);
            var (was, becomes) = (before.Assess(holding), after.Assess(holding));
            var past = was.Due < from && becomes.Due < from; // due before the value holds: decided by the law of that day
            return was.Due == becomes.Due || past ? null : Line(Words(was), Words(becomes));
        }
        catch (CaseInputException cannot) { return Line("", "", cannot.Message); }
    }

    private static string Words(StepRaiseOutcome outcome) => outcome.Due is { } due ? $"bậc {outcome.NextStep} từ {VnFormat.Date(due)}" : "bậc cuối cùng";
}
