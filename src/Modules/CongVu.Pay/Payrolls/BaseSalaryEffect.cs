using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Pay.Payrolls;

/// <summary>A line of the report: a unit or a category.</summary>
internal sealed record EffectLine(string Name, int People, long Before, long After, Guid? UnitId = null)
{
    public long More => After - Before;
}

/// <summary>What the same people with the same records cost in a month by the law of two days.</summary>
/// <param name="Left">People whose pay cannot be computed.</param>
internal sealed record EffectReport(DateOnly RecordsOn, DateOnly Before, DateOnly After, Dated<long> BaseBefore, Dated<long> BaseAfter, IReadOnlyList<EffectLine> Units, IReadOnlyList<EffectLine> Categories, EffectLine Total, int Left);

/// <summary>Compares the payroll of one day's records by the law of two days.</summary>
internal sealed class BaseSalaryEffect(LawBook law, PayrollReckoning payroll, UnitDirectory units)
{
    /// <summary>By agency below a unit, or (null) of the whole scope.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach one of the days.</exception>
    public async Task<EffectReport> OfAsync(Guid? unitId, DateOnly before, DateOnly after, AsOf records, CancellationToken ct)
    {
        var tree = await units.TreeAsync(records, ct);
        var (persons, allowances) = await payroll.LoadAsync(unitId, records, PayPermissions.Report, tree, ct);
        return Compute(law, persons, allowances, tree, before, after, records.ValidOn);
    }

    /// <summary>The calculation itself, for people already loaded.</summary>
    public static EffectReport Compute(LawBook law, IReadOnlyList<PersonRow> persons, ILookup<Guid, AllowanceRow> allowances, UnitTree tree, DateOnly before, DateOnly after, DateOnly recordsOn)
    {
        var laws = new PayByTwoLaws((law, before), (law, after));
        var byUnit = new Dictionary<Guid, (int People, long Before, long After)>();
        var byCategory = new Dictionary<string, (int People, long Before, long After)>(StringComparer.Ordinal);
        var agencies = new Dictionary<Guid, UnitView?>();
        var left = 0;
        foreach (var person in persons)
        {
            long was, willBe;
            try
            {
                (was, willBe) = laws.Of(person, [.. allowances[person.PersonId]]);
            }
            catch (CaseInputException)
            {
                left++;
                continue;
            }
            if (!agencies.TryGetValue(person.UnitId!.Value, out var agency)) agencies[person.UnitId.Value] = agency = tree.Agency(person.UnitId.Value);
            Add(byUnit, agency?.Id ?? person.UnitId.Value, was, willBe);
            Add(byCategory, person.Category!, was, willBe);
        }
        var unitLines = byUnit.Select(u => new EffectLine(tree.FullName(u.Key), u.Value.People, u.Value.Before, u.Value.After, u.Key)).OrderByDescending(l => l.After).ThenBy(l => l.Name, StringComparer.Ordinal).ToList();
        var categories = byCategory.Select(c => new EffectLine(OrganisationWords.Category(c.Key), c.Value.People, c.Value.Before, c.Value.After)).OrderByDescending(l => l.After).ToList();
        var total = new EffectLine("Tổng số", unitLines.Sum(l => l.People), unitLines.Sum(l => l.Before), unitLines.Sum(l => l.After));
        return new EffectReport(recordsOn, before, after, law.Pay.BaseSalary.At(before), law.Pay.BaseSalary.At(after), unitLines, categories, total, left);
    }

    private static void Add<TKey>(Dictionary<TKey, (int People, long Before, long After)> sums, TKey key, long before, long after) where TKey : notnull
    {
        var sum = sums.GetValueOrDefault(key);
        sums[key] = (sum.People + 1, sum.Before + before, sum.After + after);
    }
}
