using CongVu.Legislation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Impact;

/// <summary>What of the law the records show and compute.</summary>
internal sealed class PersonnelLawUses : LawUseSource
{
    public override IReadOnlyList<LawUse> Uses { get; } =
    [
        new(LawUseKind.Screen, "Hồ sơ cán bộ: nâng bậc lương tiếp theo, tên ngạch", PersonnelLinks.People, ["pay.months-per-step", "pay.step-raise-extension*", "pay.salary-table*", "pay.ranks"], []),
        new(LawUseKind.Screen, "Hồ sơ cán bộ: dân tộc, tôn giáo, trình độ và các danh mục mã", PersonnelLinks.People, ["codelist.*"], []),
        new(LawUseKind.Regime, "Tiền lương tháng (bảng lương, chức vụ, vượt khung, công vụ)", null, ["pay.base-salary", "pay.salary-table*", "pay.civil-service-allowance", "pay.leadership-allowance", "pay.low-pay-supplement"], ["204/2004/NĐ-CP", "34/2012/NĐ-CP"]),
        new(LawUseKind.Regime, "Nâng bậc lương thường xuyên", null, ["pay.months-per-step", "pay.step-raise-extension*", "pay.salary-table*"], ["204/2004/NĐ-CP", "08/2013/TT-BNV", "03/2021/TT-BNV"]),
        new(LawUseKind.Regime, "Phụ cấp thâm niên vượt khung", null, ["pay.over-scale*", "pay.salary-table*", "pay.base-salary"], ["204/2004/NĐ-CP"]),
        new(LawUseKind.Regime, "Tuổi nghỉ hưu, thời điểm hưởng lương hưu", null, ["retirement.age"], ["135/2020/NĐ-CP"]),
    ];
}
