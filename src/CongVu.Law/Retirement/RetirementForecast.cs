namespace CongVu.Law.Retirement;

/// <summary>Somebody a forecast is made about.</summary>
/// <param name="Key">Whatever the caller knows the person by.</param>
public readonly record struct RetirementCandidate<TKey>(TKey Key, Sex Sex, PartialDate Birth);

/// <summary>When somebody will retire, and by when notice and decision are due.</summary>
public readonly record struct RetirementExpected<TKey>(TKey Key, RetirementOutcome Age, RetirementDeadlineOutcome Deadlines);

/// <summary>Retirements of many people within a time, by the law of one day.</summary>
public sealed class RetirementForecast(LawBook book, DateOnly on)
{
    private readonly RetirementAge ages = new(book, on);
    private readonly RetirementDeadlines deadlines = new(book, on);

    /// <summary>Those whose pension starts in the time (both ends counted), earliest first.</summary>
    public IReadOnlyList<RetirementExpected<TKey>> Between<TKey>(IEnumerable<RetirementCandidate<TKey>> people, DateOnly from, DateOnly until)
    {
        var found = new List<RetirementExpected<TKey>>();
        foreach (var person in people)
        {
            var age = ages.Assess(person.Sex, person.Birth);
            if (age.PensionFrom >= from && age.PensionFrom <= until)
            {
                found.Add(new RetirementExpected<TKey>(person.Key, age, deadlines.Assess(age.PensionFrom)));
            }
        }
        return [.. found.OrderBy(f => f.Age.PensionFrom)];
    }
}
