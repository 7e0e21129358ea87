using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Severance.Data;

namespace CongVu.Severance.Domain;

/// <summary>Words and looks of states.</summary>
internal static class SeveranceWords
{
    public static string Of(FundingSource source) => source switch
    {
        FundingSource.AgencyBudget => "Dự toán của cơ quan, đơn vị",
        FundingSource.StateBudget => "Ngân sách nhà nước cấp bổ sung",
        _ => "Nguồn chưa xác định",
    };

    public static (string State, string Word) Of(SchemeState state) => state switch
    {
        SchemeState.Preparing => ("draft", "Đang lập"),
        SchemeState.Approved => ("good", "Đã phê duyệt"),
        _ => ("ended", "Đã hủy"),
    };

    public static (string State, string Word) Of(BatchState state) => state switch
    {
        BatchState.Preparing => ("draft", "Đang lập"),
        BatchState.Submitted => ("submitted", "Chờ thẩm định"),
        BatchState.Appraised => ("verified", "Chờ phê duyệt"),
        BatchState.Approved => ("good", "Đã phê duyệt"),
        _ => ("ended", "Đã hủy"),
    };

    public static (string State, string Word) Of(ConditionState state) => state switch
    {
        ConditionState.Met => ("good", "Đủ điều kiện"),
        ConditionState.NotMet => ("bad", "Không đủ điều kiện"),
        _ => ("warn", "Còn thiếu dữ kiện"),
    };

    public static string Of(ListKind list) => list == ListKind.Payments ? "Danh sách chi trả" : "Danh sách đối tượng";

    public static (string State, string Word) Of(InspectionState state) => state switch
    {
        InspectionState.Planned => ("waiting", "Theo kế hoạch"),
        InspectionState.Held => ("good", "Đã kiểm tra"),
        _ => ("ended", "Đã bỏ"),
    };

    public static (string State, string Word) Of(ResignationState state) => state switch
    {
        ResignationState.Received => ("waiting", "Chờ trả lời"),
        ResignationState.Agreed => ("good", "Đồng ý"),
        ResignationState.Refused => ("bad", "Không đồng ý"),
        _ => ("ended", "Đã rút đơn"),
    };
}
