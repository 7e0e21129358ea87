using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Payrolls;

/// <summary>Payroll of units from the records, each person by what holds on the first day of the month.</summary>
internal sealed class PayrollReckoning(LawBook law, People people, AllowanceRows allowances, UnitDirectory units, StaffCodes codes)
{
    private const string PublicDuty = "public-duty";

    /// <summary>A payroll as the actor may see it: of a unit and what is below it, or (null) of the actor's whole scope.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach the month.</exception>
    public async Task<Payroll> OfAsync(Guid? unitId, DateOnly month, DateTime? knownAt, Permission permission, CancellationToken ct)
    {
        var asOf = new AsOf(month, knownAt);
        var tree = await units.TreeAsync(asOf, ct);
        var (persons, byPerson) = await LoadAsync(unitId, asOf, permission, tree, ct);
        var (pay, others) = (new MonthlyPay(law, month), new OtherAllowances(law, month));
        var rows = persons.Select(p => Row(p, byPerson[p.PersonId], pay, others, tree)).OrderBy(r => r.UnitName, StringComparer.Ordinal).ThenBy(r => r.Person.SortKey, StringComparer.Ordinal).ToList();
        return new Payroll(month, rows, PayrollTotals.Of(rows));
    }

    /// <summary>People with a rank, and their allowances.</summary>
    public async Task<(IReadOnlyList<PersonRow> Persons, ILookup<Guid, AllowanceRow> Allowances)> LoadAsync(Guid? unitId, AsOf asOf, Permission permission, UnitTree tree, CancellationToken ct)
    {
        var rows = people.ScopedOn(asOf, permission).Where(r => r.UnitId != null && r.RankCode != null);
        if (unitId is { } unit)
        {
            var below = tree.Subtree(unit).ToArray();
            rows = rows.Where(r => below.Contains(r.UnitId!.Value));
        }
        var persons = await rows.ToListAsync(ct);
        return (persons, await allowances.OnAsync(asOf, persons.Count > 20_000 ? null : [.. persons.Select(p => p.PersonId)], ct));
    }

    /// <summary>What the law asks about a person; the leadership allowance apart from the others.</summary>
    public static PayHolding Holding(PersonRow person, IEnumerable<AllowanceRow> own) => new(PersonTerms.Category(person.Category), person.TableCode!, person.Step!.Value, PersonTerms.OverScale(person),
        new Coefficient(own.FirstOrDefault(a => a is { Kind: AllowanceRows.Leadership, Coefficient: not null })?.Coefficient ?? 0));

    /// <summary>Allowances beside those that follow from rank, post and office.</summary>
    public static IEnumerable<OtherAllowance> Others(IEnumerable<AllowanceRow> own) => own.Where(a => a.Kind != PublicDuty && a is not { Kind: AllowanceRows.Leadership, Coefficient: not null })
        .Select(a => new OtherAllowance(a.Kind, a.Coefficient is { } c ? new Coefficient(c) : null, a.Percent is { } p ? Percent.Of(p) : null, a.Amount));

    private PayrollRow Row(PersonRow person, IEnumerable<AllowanceRow> own, MonthlyPay pay, OtherAllowances others, UnitTree tree)
    {
        var (unit, rank) = (tree.FullName(person.UnitId!.Value), codes.RankName(person.RankCode));
        try
        {
            var holding = Holding(person, own);
            var outcome = pay.Assess(holding);
            return new PayrollRow(person, unit, rank, holding.PostCoefficient, outcome, Others(own).Sum(o => others.Assess(o, outcome)), null);
        }
        catch (CaseInputException e)
        {
            return new PayrollRow(person, unit, rank, default, default, 0, e.Message);
        }
    }
}
