using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Payrolls;

/// <summary>Whose monthly pay a change of the law touches, and by how much.</summary>
internal sealed class PayrollImpact(People people, AllowanceRows allowances, UnitDirectory units) : ImpactSource
{
    private const string PostTable = "pay.leadership-allowance";
    private static readonly string[] Keys = ["pay.base-salary", "pay.civil-service-allowance", PostTable];

    public override string Code => "payroll";

    public override string Title => "Tiền lương tháng";

    public override bool Concerns(string key) => Keys.Contains(key) || key.StartsWith("pay.salary-table", StringComparison.Ordinal);

    public override async IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        var laws = new PayByTwoLaws((question.Before, question.DayBefore), (question.After, question.From), question.Key == PostTable);
        var drawn = await allowances.OnAsync(question.Today, null, ct);
        var tree = await units.TreeAsync(question.Today, ct);
        var looked = 0;
        await foreach (var person in people.On(question.Today).Where(r => r.UnitId != null).OrderBy(r => r.UnitId).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (++looked % 1000 == 0) lookedAt(looked);
            var unit = person.UnitId!.Value;
            if (LineOf(person, [.. drawn[person.PersonId]], laws, tree.Agency(unit)?.Name ?? tree.FullName(unit)) is { } line) yield return line;
        }
        lookedAt(looked);
    }

    private static ImpactLine? LineOf(PersonRow person, IReadOnlyCollection<AllowanceRow> own, PayByTwoLaws laws, string agency)
    {
        ImpactLine Line(string was, string becomes, long? from = null, long? to = null, string? problem = null) =>
            new(person.PersonId, person.FullName, person.SortKey, PersonnelLinks.Record(person.PersonId), person.UnitId, agency, was, becomes, from, to, problem);
        if (person.TableCode is null || person.Step is null) return Line("", "", problem: "Hồ sơ chưa có ngạch, bậc lương");
        try
        {
            var (was, becomes) = laws.Of(person, own);
            return was == becomes ? null : Line(VnFormat.Money(was), VnFormat.Money(becomes), was, becomes);
        }
        catch (CaseInputException cannot)
        {
            return Line("", "", problem: cannot.Message);
        }
    }
}
