namespace CongVu.Law.Pay;

/// <summary>Puts the outcome of a regular raise into words. Computes nothing itself.</summary>
internal sealed class RaiseExplanation(SalaryTable table, RaiseExtensions extensions, StepHolding holding)
{
    private const string Record = "Hồ sơ: ngạch, bậc lương";
    private const string DueLabel = "Ngày đủ thời gian nâng bậc lương thường xuyên";

    public Explanation Tell(StepRaiseOutcome outcome, IReadOnlyList<(ExtendingEvent Event, bool Counts)> events) => outcome.Due is { } due
        ? new Explanation(DueLabel, ExplainedValue.Date(due))
        {
            Formula = "Ngày bắt đầu tính thời gian giữ bậc + thời gian giữ bậc + thời gian không được tính + thời gian kéo dài",
            Inputs = Facts(),
            Children = [Duration(), .. Extension(outcome, events), Next(outcome)],
            Notes = [.. events.Where(e => !e.Counts).Select(e => $"{e.Event.Describe()}: không kéo dài lần nâng bậc này vì nằm ngoài thời gian giữ bậc.")],
        }
        : new Explanation(DueLabel, ExplainedValue.Text("Đã hưởng bậc lương cuối cùng"))
        {
            Formula = "Không còn bậc để nâng; chuyển sang xét phụ cấp thâm niên vượt khung",
            Inputs = Facts(),
            Parameters = [table.Source],
        };

    private List<ExplainedInput> Facts()
    {
        var facts = new List<ExplainedInput>
        {
            new("Đối tượng", ExplainedValue.Text(holding.Category.Vietnamese()), "Hồ sơ: quá trình công tác"),
            new("Bảng lương", ExplainedValue.Text($"{table.Code} ({table.Name})"), Record, holding.Decision),
            new("Bậc hiện giữ", ExplainedValue.Integer(holding.Step), Record, holding.Decision),
            new("Tính nâng bậc lần sau từ ngày", ExplainedValue.Date(holding.Since), Record, holding.Decision),
        };
        if (holding.NotCountedMonths > 0)
        {
            facts.Add(new("Thời gian không được tính", ExplainedValue.Months(holding.NotCountedMonths), "Hồ sơ: thời gian không tính để xét nâng bậc"));
        }
        return facts;
    }

    private Explanation Duration() => new("Thời gian giữ bậc", ExplainedValue.Months(table.MonthsPerStep)) { Parameters = [table.MonthsSource] };

    private IEnumerable<Explanation> Extension(StepRaiseOutcome outcome, IReadOnlyList<(ExtendingEvent Event, bool Counts)> events)
    {
        var counting = events.Where(e => e.Counts).Select(e => e.Event).ToList();
        if (counting.Count > 0)
        {
            yield return new Explanation("Thời gian kéo dài", ExplainedValue.Months(outcome.ExtensionMonths))
            {
                Formula = "Tổng các thời gian bị kéo dài",
                Children = [.. counting.Select(One)],
            };
        }
    }

    private Explanation One(ExtendingEvent happened) => new(happened.Describe(), ExplainedValue.Months(happened.Months))
    {
        Inputs = happened.Discipline is { } discipline
            ? [new("Ngày kỷ luật có hiệu lực", ExplainedValue.Date(discipline.Date), "Hồ sơ: kỷ luật", discipline.Decision)]
            : [new("Năm", ExplainedValue.Integer(happened.Year), "Hồ sơ: kết quả xếp loại chất lượng")],
        Parameters = [extensions.SourceOf(holding, happened)],
    };

    private Explanation Next(StepRaiseOutcome outcome) => new($"Hệ số lương bậc {outcome.NextStep}", ExplainedValue.Coefficient(outcome.Next))
    {
        Formula = $"Hệ số bậc {holding.Step} ({outcome.Current}) + khoảng cách giữa hai bậc ({table.Increment})",
        Parameters = [table.Source],
    };
}
