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

    internal PayLaw(LawBook book, LawErrors errors)
    {
        BaseSalary = book.Money("pay.base-salary");
        tables = [.. TablesByCategory.Select(t => (book.Table(t.Key), t.Categories))];
        MonthsPerStep = book.Table("pay.months-per-step");
        DisciplineExtension = book.Table("pay.step-raise-extension-discipline");
        NotCompletedExtension = book.Months("pay.step-raise-extension-not-completed");
        CheckLadders(errors);
        CheckGroups(errors);
    }

    /// <summary>Mức lương cơ sở, đồng a month; selected by the month that is paid.</summary>
    public Timeline<long> BaseSalary { get; }

    /// <summary>Months a step lasts, by group of tables.</summary>
    internal Timeline<LawTable> MonthsPerStep { get; }

    /// <summary>Months by which a form of discipline puts off a raise, by category.</summary>
    internal Timeline<LawTable> DisciplineExtension { get; }

    /// <summary>Months by which each year classified "not completed" puts off a raise.</summary>
    internal Timeline<int> NotCompletedExtension { get; }

    /// <summary>The salary tables of a day.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public PayScales ScalesOn(DateOnly day)
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

    private void CheckLadders(LawErrors errors)
    {
        foreach (var row in tables.SelectMany(t => t.Table.Values).SelectMany(v => v.Value.Rows))
        {
            var reached = row.Coefficient("first") + (row.Coefficient("increment") * (row.Integer("steps") - 1));
            if (reached != row.Coefficient("last"))
            {
                errors.Add(row.Place, $"Bảng {row.Text("table")}: bậc cuối tính được {reached.ToInvariant()}, khác {row.Coefficient("last").ToInvariant()}.");
            }
        }
    }

    private void CheckGroups(LawErrors errors)
    {
        var known = MonthsPerStep.Values.Select(v => v.Value.Rows.Select(r => r.Text("group")).ToHashSet()).ToList();
        foreach (var row in tables.SelectMany(t => t.Table.Values).SelectMany(v => v.Value.Rows))
        {
            if (known.Any(groups => !groups.Contains(row.Text("group"))))
            {
                errors.Add(row.Place, $"Nhóm “{row.Text("group")}” không có trong pay.months-per-step.");
            }
        }
    }
}
