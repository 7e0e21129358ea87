using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Checks;

/// <summary>
/// Staff quota. No quota is recorded in the system yet, so this can only say so; it asks the verifier to look at the
/// quota decision and never stops an act.
/// </summary>
internal static class QuotaCheck
{
    private static readonly HashSet<string> Filling = new(StringComparer.Ordinal) { ActionCodes.Recruit, ActionCodes.Transfer };

    public static Check? On(string actionCode) => Filling.Contains(actionCode)
        ? new("quota", "Còn biên chế được giao", Standing.Unknown, "Chưa có số biên chế được giao của đơn vị trong hệ thống.", null, "Đối chiếu quyết định giao biên chế còn hiệu lực.")
        : null;
}
