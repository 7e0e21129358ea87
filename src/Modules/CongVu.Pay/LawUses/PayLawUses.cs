using CongVu.Legislation.Contracts;
using CongVu.Pay.Contracts;

namespace CongVu.Pay.LawUses;

/// <summary>Which figures of the law the screens of pay are worked out with.</summary>
internal sealed class PayLawUses : LawUseSource
{
    private static readonly string[] Raise = ["pay.months-per-step", "pay.step-raise-extension*", "pay.salary-table*"];
    private static readonly string[] Month = ["pay.base-salary", "pay.salary-table*", "pay.civil-service-allowance", "pay.leadership-allowance", "pay.over-scale*", "pay.low-pay-supplement"];

    public override IReadOnlyList<LawUse> Uses =>
    [
        new(LawUseKind.Screen, "Đến hạn nâng bậc lương", PayLinks.Due, Raise, []),
        new(LawUseKind.Screen, "Phụ cấp thâm niên vượt khung", PayLinks.OverScale, [.. Raise, "pay.over-scale*"], []),
        new(LawUseKind.Screen, "Bảng lương đơn vị", PayLinks.Payroll, Month, []),
        new(LawUseKind.Screen, "Tác động lương cơ sở", PayLinks.BaseSalary, Month, []),
    ];
}
