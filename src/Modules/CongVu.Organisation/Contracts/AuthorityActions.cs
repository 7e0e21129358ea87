namespace CongVu.Organisation.Contracts;

/// <summary>
/// An action that authority rules can speak of. A module that brings a new action registers it with
/// <c>services.AddSingleton(new AuthorityAction(…))</c>; it then appears in the matrix and in "Ai ký việc này?".
/// </summary>
/// <param name="Code">Code of the action; codes of acts on units start with <c>unit-</c>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Order">Place in lists.</param>
public sealed record AuthorityAction(string Code, string Name, int Order)
{
    /// <summary>True for acts on units: rules then look at the unit itself, not at the agency it belongs to.</summary>
    public bool AboutUnits => IsAboutUnits(Code);

    /// <summary>Tells acts on units from acts on people by their code.</summary>
    public static bool IsAboutUnits(string? code) => code?.StartsWith("unit-", StringComparison.Ordinal) == true;
}

/// <summary>The actions known from the start.</summary>
public static class AuthorityActions
{
    /// <summary>In the order of a career, acts on units last.</summary>
    public static readonly IReadOnlyList<AuthorityAction> First =
    [
        new("recruit", "Tuyển dụng", 10), new("transfer", "Điều động", 20), new("appoint", "Bổ nhiệm", 30), new("reappoint", "Bổ nhiệm lại", 40),
        new("step-raise", "Nâng bậc lương thường xuyên", 50), new("retire", "Nghỉ hưu", 60), new("correct", "Đính chính", 70), new("annul", "Thu hồi, hủy bỏ", 80),
        new("unit-establish", "Thành lập đơn vị", 110), new("unit-rename", "Đổi tên đơn vị", 120),
        new("unit-move", "Chuyển cơ quan cấp trên", 130), new("unit-dissolve", "Giải thể, kết thúc hoạt động", 140),
    ];
}
