namespace CongVu.Reform.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class ReformLinks
{
    /// <summary>All plans side by side.</summary>
    public const string Plans = "/ke-hoach";
    /// <summary>Uploading a plan file.</summary>
    public const string Upload = "/ke-hoach/tai-len";
    /// <summary>What came of reading a large file: goes on to the draft, or says why it could not be read.</summary>
    public static string ReadResult(Guid jobId) => $"{Upload}?handler=Read&cong-viec={jobId}";
    /// <summary>The indicators.</summary>
    public const string Indicators = "/ke-hoach/chi-tieu";
    /// <summary>Reports that wait to be judged.</summary>
    public const string ToJudge = "/ke-hoach/cho-cong-nhan";
    /// <summary>What the actor's units owe.</summary>
    public const string Mine = "/ke-hoach/cua-don-vi";
    /// <summary>Difficulties of all plans.</summary>
    public const string Difficulties = "/ke-hoach/vuong-mac";

    /// <summary>One plan.</summary>
    public static string Plan(Guid id, string? tab = null) => $"/ke-hoach/{id}" + (tab is null ? "" : $"?muc={tab}");
    /// <summary>Preview and correction of a draft.</summary>
    public static string Draft(Guid id) => $"/ke-hoach/{id}/xem-lai";
    /// <summary>Correcting one task of a draft.</summary>
    public static string DraftTask(Guid planId, Guid taskId) => $"/ke-hoach/{planId}/xem-lai/{taskId}";
    /// <summary>One task.</summary>
    public static string Task(Guid taskId) => $"/ke-hoach/nhiem-vu/{taskId}";
    /// <summary>Reporting on one obligation.</summary>
    public static string Report(Guid obligationId) => $"/ke-hoach/bao-cao/{obligationId}";
    /// <summary>Tasks of a plan as a file.</summary>
    public static string Export(Guid planId) => $"/ke-hoach/{planId}/xuat";
    /// <summary>The progress report of a plan and year as a file: docx or xlsx.</summary>
    public static string ReportFile(Guid planId, int year, string format) => $"/ke-hoach/{planId}/bao-cao-tien-do?nam={year}&dang={format}";
    /// <summary>One indicator.</summary>
    public static string Indicator(string key) => $"/ke-hoach/chi-tieu/{key}";
    /// <summary>The people behind a number of an indicator.</summary>
    public static string People(string key, string part) => $"/ke-hoach/chi-tieu/{key}/nguoi?phan={part}";
}
