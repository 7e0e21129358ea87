using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>
/// What puts off a raise, by the law of one day: disciplines and years classified "not completed" during the time on the step. Several add up.
/// </summary>
internal sealed class RaiseExtensions
{
    private readonly Dated<LawTable> disciplines;
    private readonly Dated<int> notCompleted;
    private readonly FrozenDictionary<(StaffCategory, DisciplineForm), LawRow> rows;

    public RaiseExtensions(PayLaw law, DateOnly day)
    {
        disciplines = law.DisciplineExtension.At(day);
        notCompleted = law.NotCompletedExtension.At(day);
        rows = disciplines.Value.Rows.ToFrozenDictionary(r => (StaffCategories.Find(r.Text("category"))!.Value, DisciplineForms.Find(r.Text("form"))!.Value));
    }

    /// <summary>What happened to the person that may put off the raise, in order of time.</summary>
    /// <exception cref="CaseInputException">A form of discipline does not exist for the category.</exception>
    public List<ExtendingEvent> EventsOf(StepHolding holding)
    {
        var events = new List<ExtendingEvent>(holding.Disciplines.Count + holding.NotCompletedYears.Count);
        foreach (var discipline in holding.Disciplines)
        {
            events.Add(new ExtendingEvent(discipline.Date, RowOf(holding.Category, discipline.Form).Integer("months"), discipline, 0));
        }
        foreach (var year in holding.NotCompletedYears.Distinct())
        {
            events.Add(new ExtendingEvent(LawDay.LastOfYear(year), notCompleted.Value, null, year));
        }
        events.Sort((a, b) => a.Day.CompareTo(b.Day));
        return events;
    }

    public ExplainedParameter SourceOf(StepHolding holding, ExtendingEvent happened)
    {
        var value = ExplainedValue.Months(happened.Months);
        if (happened.Discipline is not { } discipline)
        {
            return ExplainedParameter.Of(notCompleted, value);
        }
        var row = RowOf(holding.Category, discipline.Form);
        return ExplainedParameter.Of(disciplines.Parameter, disciplines.From, row.Source, row.Verification, value);
    }

    private LawRow RowOf(StaffCategory category, DisciplineForm form) => rows.TryGetValue((category, form), out var row)
        ? row
        : throw new CaseInputException($"Hình thức kỷ luật {form.Vietnamese()} không áp dụng với {category.Vietnamese()}.");
}

/// <summary>One event: a discipline, or else a year classified "not completed".</summary>
internal readonly record struct ExtendingEvent(DateOnly Day, int Months, DisciplineOnRecord? Discipline, int Year)
{
    public string Describe() => Discipline is { } discipline
        ? $"Bị kỷ luật {discipline.Form.Vietnamese()} ngày {LawDay.Format(discipline.Date)}"
        : $"Không hoàn thành nhiệm vụ năm {Year}";
}
