using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Platform.Web;

namespace CongVu.Severance.Pages.Cases;

/// <summary>What the forms of a case let choose.</summary>
internal static class CaseChoices
{
    public static IReadOnlyList<Choice> Policies { get; } =
    [
        new(nameof(ExitPolicy.EarlyRetirement), "Nghỉ hưu trước tuổi"), new(nameof(ExitPolicy.Immediate), "Thôi việc ngay"), new(nameof(ExitPolicy.Transfer), "Chuyển sang tổ chức không dùng ngân sách thường xuyên"),
        new(nameof(ExitPolicy.AfterTraining), "Thôi việc sau khi đi học nghề"), new(nameof(ExitPolicy.CommunePartTime), "Không chuyên trách cấp xã nghỉ ngay"), new(nameof(ExitPolicy.VillagePartTime), "Không chuyên trách thôn, tổ dân phố nghỉ ngay"),
    ];

    public static IReadOnlyList<Choice> Reasons { get; } = [new(nameof(ExitReason.Downsizing), "Tinh giản biên chế"), new(nameof(ExitReason.Reorganisation), "Sắp xếp tổ chức bộ máy (Nghị định 178/2024/NĐ-CP)")];

    public static IReadOnlyList<Choice> Grounds(LawBook law, DateOnly day)
    {
        try
        {
            return [.. law.Severance.GroundsOn(day).Select(g => new Choice(g.Code, $"{g.Code} {g.Name}"))];
        }
        catch (OutsideCoverageException)
        {
            return [];
        }
    }
}
