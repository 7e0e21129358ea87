using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>What a person holds that makes up the pay of a month.</summary>
/// <param name="OverScale">Over-scale allowance awarded; 0 if none, else only on the last step.</param>
/// <param name="PostCoefficient">Leadership allowance coefficient; 0 if none.</param>
public sealed record PayHolding(StaffCategory Category, string Table, int Step, Percent OverScale = default, Coefficient PostCoefficient = default)
{
    /// <summary>Decision on rank and step, as printed; for the explanation only.</summary>
    public string? StepDecision { get; init; }

    /// <summary>Decision on the post, as printed; for the explanation only.</summary>
    public string? PostDecision { get; init; }

    /// <summary>The table row the post's coefficient was taken from, when it was; for the explanation only.</summary>
    public ExplainedParameter? PostSource { get; init; }
}

/// <summary>Pay of a month in đồng; the parts sum to <see cref="Total"/>.</summary>
public readonly record struct MonthlyPayOutcome(long Salary, long PostAllowance, long OverScale, long CivilServiceAllowance)
{
    public long Total => Salary + PostAllowance + OverScale + CivilServiceAllowance;
}

/// <summary>
/// Monthly pay by the law of one day: salary and leadership allowance by Nghị định 204/2004/NĐ-CP, phụ cấp công vụ by Nghị định 34/2012/NĐ-CP. Make one per day and
/// reuse it: <see cref="Assess"/> is cheap enough for a whole province.
/// </summary>
public sealed class MonthlyPay
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly PayScales scales;
    private readonly Dated<long> baseSalary;
    private readonly Dated<LawTable> allowance;
    private readonly FrozenDictionary<StaffCategory, LawRow> allowanceRows;
    private readonly LawRow? supplement;

    /// <param name="book">The law.</param>
    /// <param name="on">A day of the month that is paid.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public MonthlyPay(LawBook book, DateOnly on)
    {
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(PayRegimes.Monthly2012, book, on));
        scales = book.Pay.ScalesOn(on);
        baseSalary = book.Pay.BaseSalary.At(on);
        allowance = book.Pay.CivilServiceAllowance.At(on);
        allowanceRows = allowance.Value.Rows.ToFrozenDictionary(r => StaffCategories.Find(r.Text("category"))!.Value);
        var low = book.Pay.LowPaySupplement;
        supplement = low.Covers(on) ? low.At(on).Value.Rows[0] : null;
    }

    /// <summary>The amounts, in đồng.</summary>
    /// <exception cref="CaseInputException">The table or step does not exist for the category, or an over-scale allowance is claimed below the last step.</exception>
    public MonthlyPayOutcome Assess(PayHolding holding)
    {
        var table = scales.Find(holding.Category, holding.Table);

        // Nghị định 204 Điều 3: coefficient of the step × base salary; the leadership allowance likewise.
        var salary = Money.Times(table.At(holding.Step), baseSalary.Value);
        var post = Money.Times(holding.PostCoefficient, baseSalary.Value);

        // Nghị định 204 Điều 6 khoản 1: percent of the last step's pay.
        if (holding.OverScale != default && holding.Step != table.Steps)
        {
            throw new CaseInputException($"Phụ cấp thâm niên vượt khung chỉ có ở bậc lương cuối cùng ({table.Steps}) của bảng {table.Code}.");
        }
        var overScale = Money.Times(table.Last, holding.OverScale, baseSalary.Value);

        // Nghị định 34 Điều 3: percent of the three together.
        var civilService = Money.Share(RateOf(holding.Category).Ratio("rate"), salary + post + overScale);
        return new MonthlyPayOutcome(salary, post, overScale, civilService);
    }

    /// <summary>The same with its reasons; the root's value is the total, its children the parts.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(PayHolding holding)
    {
        var pay = Assess(holding);
        var table = scales.Find(holding.Category, holding.Table);
        var parts = new List<Explanation> { Salary(holding, table, pay) };
        if (holding.PostCoefficient != default)
        {
            parts.Add(Post(holding, pay));
        }
        if (holding.OverScale != default)
        {
            parts.Add(OverScalePart(holding, table, pay));
        }
        parts.Add(CivilService(holding, pay));
        return new Explanation("Tiền lương một tháng", ExplainedValue.Money(pay.Total))
        {
            Formula = string.Join(" + ", parts.Select(p => p.Label)),
            Children = parts,
            Notes = NotesOn(table.At(holding.Step)),
            Regime = regime.Value,
        };
    }

    /// <summary>The supplement of 2015–2016 was paid beside the salary; the reader must know it is not in the total.</summary>
    private string[] NotesOn(Coefficient coefficient) => supplement is { } row && coefficient <= row.Coefficient("upTo")
        ? [$"Chưa gồm tiền lương tăng thêm {row.Ratio("rate")} cho hệ số từ {row.Coefficient("upTo")} trở xuống ({row.Source})."]
        : [];

    private Explanation Salary(PayHolding holding, SalaryTable table, MonthlyPayOutcome pay) => new("Mức lương theo ngạch, bậc", ExplainedValue.Money(pay.Salary))
    {
        Formula = $"Hệ số {table.At(holding.Step)} × mức lương cơ sở",
        Inputs = [new("Bảng lương, bậc", ExplainedValue.Text($"{table.Code}, bậc {holding.Step}"), "Hồ sơ: ngạch, bậc lương", holding.StepDecision)],
        Parameters = [table.Source, BaseSalary],
    };

    private Explanation Post(PayHolding holding, MonthlyPayOutcome pay) => new("Phụ cấp chức vụ lãnh đạo", ExplainedValue.Money(pay.PostAllowance))
    {
        Formula = $"Hệ số {holding.PostCoefficient} × mức lương cơ sở",
        Inputs = [new("Hệ số phụ cấp chức vụ", ExplainedValue.Coefficient(holding.PostCoefficient), "Hồ sơ: chức vụ lãnh đạo", holding.PostDecision)],
        Parameters = holding.PostSource is { } source ? [source, BaseSalary] : [BaseSalary],
    };

    private Explanation OverScalePart(PayHolding holding, SalaryTable table, MonthlyPayOutcome pay) => new("Phụ cấp thâm niên vượt khung", ExplainedValue.Money(pay.OverScale))
    {
        Formula = $"Hệ số bậc cuối {table.Last} × {holding.OverScale} × mức lương cơ sở",
        Inputs = [new("Mức thâm niên vượt khung", ExplainedValue.Percent(holding.OverScale), "Hồ sơ: ngạch, bậc lương", holding.StepDecision)],
        Parameters = [table.Source, BaseSalary],
        Rounding = Money.IsWhole(table.Last, holding.OverScale, baseSalary.Value) ? null : ExplainedRounding.WholeDong,
    };

    private Explanation CivilService(PayHolding holding, MonthlyPayOutcome pay)
    {
        var row = RateOf(holding.Category);
        var rate = row.Ratio("rate");
        return new Explanation("Phụ cấp công vụ", ExplainedValue.Money(pay.CivilServiceAllowance))
        {
            Formula = $"(Mức lương theo ngạch, bậc + phụ cấp chức vụ lãnh đạo + phụ cấp thâm niên vượt khung) × {rate}",
            Inputs = [new("Đối tượng", ExplainedValue.Text(holding.Category.Vietnamese()), "Hồ sơ: quá trình công tác")],
            Parameters = [ExplainedParameter.Of(allowance.Parameter, allowance.From, row.Source, row.Verification, ExplainedValue.Percent(rate))],
            Rounding = Money.IsWhole(rate, pay.Total - pay.CivilServiceAllowance) ? null : ExplainedRounding.WholeDong,
        };
    }

    private ExplainedParameter BaseSalary => ExplainedParameter.Of(baseSalary, ExplainedValue.Money(baseSalary.Value));

    private LawRow RateOf(StaffCategory category) => allowanceRows.GetValueOrDefault(category)
        ?? throw new CaseInputException($"Không có quy định tiền lương theo bảng lương cho {category.Vietnamese()}.");
}
