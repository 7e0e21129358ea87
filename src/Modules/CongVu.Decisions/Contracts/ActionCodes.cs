namespace CongVu.Decisions.Contracts;

/// <summary>Codes of the actions of this module.</summary>
public static class ActionCodes
{
    /// <summary>Tuyển dụng.</summary>
    public const string Recruit = "recruit";
    /// <summary>Điều động.</summary>
    public const string Transfer = "transfer";
    /// <summary>Bổ nhiệm.</summary>
    public const string Appoint = "appoint";
    /// <summary>Bổ nhiệm lại, kéo dài thời gian giữ chức vụ.</summary>
    public const string Reappoint = "reappoint";
    /// <summary>Nâng bậc lương thường xuyên.</summary>
    public const string StepRaise = "step-raise";
    /// <summary>Nghỉ hưu.</summary>
    public const string Retire = "retire";
    /// <summary>Đính chính.</summary>
    public const string Correct = "correct";
    /// <summary>Thu hồi, hủy bỏ.</summary>
    public const string Annul = "annul";
    /// <summary>Thành lập đơn vị.</summary>
    public const string UnitEstablish = "unit-establish";
    /// <summary>Đổi tên đơn vị.</summary>
    public const string UnitRename = "unit-rename";
    /// <summary>Chuyển đơn vị sang cơ quan khác.</summary>
    public const string UnitMove = "unit-move";
    /// <summary>Giải thể đơn vị.</summary>
    public const string UnitDissolve = "unit-dissolve";
}
