using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CongVu.Law.Pay;

/// <summary>The salary tables as they stand on one day, for every category of staff.</summary>
public sealed class PayScales
{
    private readonly FrozenDictionary<(StaffCategory, string), SalaryTable> tables;

    internal PayScales(DateOnly day, IEnumerable<(StaffCategory Category, SalaryTable Table)> tables)
    {
        Day = day;
        this.tables = tables.ToFrozenDictionary(t => (t.Category, t.Table.Code), t => t.Table);
    }

    /// <summary>The day whose law this is.</summary>
    public DateOnly Day { get; }

    /// <summary>The table a category is paid by.</summary>
    /// <exception cref="CaseInputException">The category is not paid by a table of that code.</exception>
    public SalaryTable Find(StaffCategory category, string code) => TryFind(category, code, out var table)
        ? table
        : throw new CaseInputException($"Không có bảng lương “{code}” áp dụng cho {category.Vietnamese()} vào ngày {LawDay.Format(Day)}.");

    /// <summary>As <see cref="Find"/>, without an exception.</summary>
    public bool TryFind(StaffCategory category, string code, [NotNullWhen(true)] out SalaryTable? table) => tables.TryGetValue((category, code), out table);

    /// <summary>All tables a category is paid by, highest first.</summary>
    public IEnumerable<SalaryTable> For(StaffCategory category) =>
        tables.Where(t => t.Key.Item1 == category).Select(t => t.Value).OrderByDescending(t => t.Last).ThenBy(t => t.Code, StringComparer.Ordinal);
}
