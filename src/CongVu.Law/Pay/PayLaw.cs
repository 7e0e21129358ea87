using CongVu.Law.Loading;

namespace CongVu.Law.Pay;

/// <summary>The pay law's data, typed and checked against each other at load.</summary>
public sealed class PayLaw
{
    private static readonly (string Key, StaffCategory[] Categories)[] TablesByCategory =
    [
        ("pay.salary-table-senior-experts", [StaffCategory.Cadre, StaffCategory.CivilServant]),
        ("pay.salary-table-civil-servants", [StaffCategory.Cadre, StaffCategory.CivilServant, StaffCategory.ContractWorker]),
        ("pay.salary-table-public-employees", [StaffCategory.PublicEmployee]),
        ("pay.salary-table-support-staff",
            [StaffCategory.Cadre, StaffCategory.CivilServant, StaffCategory.PublicEmployee, StaffCategory.ContractWorker]),
    ];

    private readonly List<(Timeline<LawTable> Table, StaffCategory[] Categories)> tables;
    private readonly Remembered<DateOnly, PayScales> scales = new();

    internal PayLaw(LawBook book, LawErrors errors)
    {
        BaseSalary = book.Money("pay.base-salary");
        tables = [.. TablesByCategory.Select(t => (book.Table(t.Key), t.Categories))];
        MonthsPerStep = book.Table("pay.months-per-step");
        DisciplineExtension = book.Table("pay.step-raise-extension-discipline");
        NotCompletedExtension = book.Months("pay.step-raise-extension-not-completed");
        OverScaleMonths = book.Table("pay.over-scale-months");
        OverScaleFirst = book.Ratio("pay.over-scale-first");
        OverScaleYearly = book.Ratio("pay.over-scale-yearly");
        CivilServiceAllowance = book.Table("pay.civil-service-allowance");
        LowPaySupplement = book.Table("pay.low-pay-supplement");
        LeadershipAllowance = book.Table("pay.leadership-allowance");
        Ranks = new RankCatalogue(book.Table("pay.ranks"));
        new PayLawChecks(errors).Run(this, [.. tables.Select(t => t.Table)]);
    }

    /// <summary>Mức lương cơ sở, đồng a month; selected by the month that is paid.</summary>
    public Timeline<long> BaseSalary { get; }

    /// <summary>Months a step lasts, by group of tables.</summary>
    internal Timeline<LawTable> MonthsPerStep { get; }

    /// <summary>Months by which a form of discipline puts off a raise, by category.</summary>
    internal Timeline<LawTable> DisciplineExtension { get; }

    /// <summary>Months by which each year classified "not completed" puts off a raise.</summary>
    internal Timeline<int> NotCompletedExtension { get; }

    /// <summary>Months on the last step before the first over-scale allowance, by group of tables.</summary>
    internal Timeline<LawTable> OverScaleMonths { get; }

    /// <summary>The first over-scale allowance, percent of the last step's pay.</summary>
    internal Timeline<Percent> OverScaleFirst { get; }

    /// <summary>What each further full year adds.</summary>
    internal Timeline<Percent> OverScaleYearly { get; }

    /// <summary>Phụ cấp công vụ, by category.</summary>
    internal Timeline<LawTable> CivilServiceAllowance { get; }

    /// <summary>Increase for low coefficients in 2015–2016; outside that time there was none.</summary>
    internal Timeline<LawTable> LowPaySupplement { get; }

    /// <summary>Coefficients of leadership allowances, by post.</summary>
    internal Timeline<LawTable> LeadershipAllowance { get; }

    /// <summary>Ranks of civil servants and professional titles of public employees.</summary>
    public RankCatalogue Ranks { get; }

    /// <summary>The leadership allowance of a post; null when the table of that day has no such post.</summary>
    /// <param name="post">Code of the post: <c>division-head</c>…</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public PostAllowance? PostAllowance(string post, AllowanceArea area, DateOnly day) => PostAllowances(area, day).FirstOrDefault(p => p.Post == post);

    /// <summary>All leadership allowances of a day, in the order of the table.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public IEnumerable<PostAllowance> PostAllowances(AllowanceArea area, DateOnly day)
    {
        var table = LeadershipAllowance.At(day);
        return table.Value.Rows.Where(r => r.IsValid(day)).Select(r => Law.Pay.PostAllowance.Of(table, r, area));
    }

    /// <summary>The salary tables of a day.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public PayScales ScalesOn(DateOnly day) => scales.Get(day, static (on, law) => law.ScalesAt(on), this);

    private PayScales ScalesAt(DateOnly day)
    {
        var months = MonthsPerStep.At(day);
        var byGroup = months.Value.Rows.ToDictionary(r => r.Text("group"));
        return new PayScales(day, tables.SelectMany(t => TablesOf(t.Table.At(day), t.Categories, months, byGroup)));
    }

    private static IEnumerable<(StaffCategory, SalaryTable)> TablesOf(
        Dated<LawTable> tables, StaffCategory[] categories, Dated<LawTable> months, Dictionary<string, LawRow> byGroup) =>
        from row in tables.Value.Rows
        let table = TableOf(tables, row, months, byGroup[row.Text("group")])
        from category in categories
        select (category, table);

    private static SalaryTable TableOf(Dated<LawTable> tables, LawRow row, Dated<LawTable> months, LawRow monthsRow)
    {
        var (code, first, last) = (row.Text("table"), row.Coefficient("first"), row.Coefficient("last"));
        var perStep = monthsRow.Integer("months");
        return new SalaryTable(
            code, row.Text("name"), row.Text("group"), first, row.Coefficient("increment"), last, row.Integer("steps"), perStep,
            ExplainedParameter.Of(tables.Parameter, tables.From, row.Source, row.Verification,
                ExplainedValue.Text($"{code}: {first}–{last}, {row.Integer("steps")} bậc, mỗi bậc cách {row.Coefficient("increment")}")),
            ExplainedParameter.Of(months.Parameter, months.From, monthsRow.Source, monthsRow.Verification, ExplainedValue.Months(perStep)));
    }
}
