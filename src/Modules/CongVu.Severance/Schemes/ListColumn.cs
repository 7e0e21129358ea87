using CongVu.Law.Severance;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;
using CongVu.Severance.Actions;
using CongVu.Severance.Cases;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;

namespace CongVu.Severance.Schemes;

/// <summary>A row of a list: a case, and in the payment list one of its components.</summary>
internal sealed record ListRow(int No, CaseView Case, BenefitLine? Line);

/// <summary>What stands in a cell, for a sheet and for a paper.</summary>
internal readonly record struct ListCell(string Text, SheetValue Sheet)
{
    public static implicit operator ListCell(string? text) => new(text ?? "", text);
    public static ListCell Day(DateOnly? day) => new(VnFormat.Date(day), SheetValue.Day(day));
    public static ListCell Money(long? amount) => new(amount is { } a ? VnFormat.Count(a) : "", SheetValue.Money(amount));
    public static ListCell Whole(long number) => new(VnFormat.Count(number), SheetValue.Integer(number));
    public static ListCell Hundredths(int? value) => new(value is { } v ? VnFormat.Coefficient(v / 100m) : "", SheetValue.Number(value is { } n ? n / 100m : null));
}

/// <summary>A column a list may have.</summary>
/// <param name="Title">Its name unless the scheme gives another.</param>
/// <param name="Width">In a sheet, in characters.</param>
/// <param name="Shown">In the common list.</param>
/// <param name="Amount">Gives the amount to be summed; null for columns without a total.</param>
internal sealed record ListColumn(string Key, string Title, double Width, Func<ListRow, ListCell> Value, bool Shown = true, Func<ListRow, long?>? Amount = null)
{
    /// <summary>The name cannot be left out of a list of people.</summary>
    public bool IsFixed => Key == Name;

    private const string Name = "name";

    public static IReadOnlyList<ListColumn> Of(ListKind list) => list == ListKind.Beneficiaries ? Beneficiaries : Payments;

    private static readonly ListColumn[] Person =
    [
        new("no", "Stt", 6, r => ListCell.Whole(r.No)), new(Name, "Họ và tên", 24, r => r.Case.Person.FullName), new("born", "Ngày sinh", 12, r => ListCell.Day(r.Case.Person.BirthDate)), new("sex", "Giới tính", 8, r => r.Case.Person.Sex == "female" ? "Nữ" : "Nam"),
        new("personal-id", "Số định danh", 16, r => r.Case.Person.PersonalId, Shown: false), new("job", "Chức danh", 22, r => r.Case.Person.JobTitle), new("unit", "Đơn vị", 28, r => r.Case.UnitName),
    ];

    private static readonly ListColumn[] Leaving =
    [
        new("ground", "Trường hợp", 10, r => r.Case.Case.Ground ?? "Sắp xếp"), new("policy", "Chính sách", 24, r => DownsizeAction.Words(r.Case.Case.Policy)), new("regime", "Chế độ áp dụng", 30, r => r.Case.Reckoning.Choice?.Regime.Name), new("leave", "Nghỉ từ ngày", 12, r => ListCell.Day(r.Case.Case.LeaveOn)),
    ];

    private static readonly ListColumn[] Beneficiaries =
    [
        .. Person, new("rank", "Mã ngạch", 10, r => r.Case.Person.RankCode), new("coefficient", "Hệ số lương", 8, r => ListCell.Hundredths(r.Case.Person.Coefficient)), new("over-scale", "Vượt khung (%)", 8, r => r.Case.Person.OverScalePercent is > 0 and { } p ? $"{p}%" : "", Shown: false), .. Leaving,
        new("insured", "Thời gian đóng bảo hiểm xã hội", 14, r => Fact(r, "insurance")), new("distance", "Còn đến tuổi nghỉ hưu", 14, r => Fact(r, "distance")), new("pay", "Tiền lương tháng hiện hưởng", 16, r => Fact(r, "pay")),
        new("early-years", "Số năm nghỉ sớm", 10, r => r.Case.Reckoning.Benefit?.EarlyYears?.ToString()), new("service-years", "Số năm được tính", 10, r => r.Case.Reckoning.Benefit?.ServiceYears?.ToString()),
        Money("total", "Tổng mức hưởng", r => r.Case.Reckoning.Amount), Money("agency", "Dự toán của cơ quan", r => Sum(r, FundingSource.AgencyBudget), shown: false), Money("state", "Ngân sách cấp bổ sung", r => Sum(r, FundingSource.StateBudget), shown: false),
        new("components", "Các khoản", 44, r => string.Join("; ", (r.Case.Reckoning.Benefit?.Lines ?? []).Select(l => $"{l.Name}: {VnFormat.Money(l.Amount)}")), Shown: false), new("note", "Ghi chú", 16, _ => "", Shown: false),
    ];

    private static readonly ListColumn[] Payments =
    [
        .. Person.Select(c => c with { Shown = c.Key is "no" or Name or "unit" }), .. Leaving.Select(c => c with { Shown = false }), new("component", "Khoản", 44, r => r.Line?.Name), new("article", "Căn cứ", 30, r => r.Line?.Provision, Shown: false),
        new("funding", "Nguồn kinh phí", 26, r => r.Line is { } l ? SeveranceWords.Of(l.Funding) : "", Shown: false), Money("agency", "Dự toán của cơ quan, đơn vị", r => Of(r, FundingSource.AgencyBudget)), Money("state", "Ngân sách nhà nước cấp bổ sung", r => Of(r, FundingSource.StateBudget)),
        Money("unsaid", "Nguồn chưa xác định", r => Of(r, FundingSource.NotSaid), shown: false), Money("amount", "Số tiền", r => r.Line?.Amount), new("signed", "Ký nhận", 14, _ => ""),
    ];

    private static ListColumn Money(string key, string title, Func<ListRow, long?> amount, bool shown = true) => new(key, title, 18, r => ListCell.Money(amount(r)), shown, amount);

    private static long? Of(ListRow row, FundingSource source) => row.Line is { } line && line.Funding == source ? line.Amount : null;

    private static long? Sum(ListRow row, FundingSource source) => row.Case.Reckoning.Benefit?.Lines.Where(l => l.Funding == source).Sum(l => l.Amount);

    private static string? Fact(ListRow row, string key) => row.Case.Reckoning.Facts.FirstOrDefault(f => f.Key == key)?.Value;
}
