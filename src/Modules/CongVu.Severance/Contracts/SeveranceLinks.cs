namespace CongVu.Severance.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class SeveranceLinks
{
    /// <summary>Schemes of downsizing.</summary>
    public const string Schemes = "/tinh-gian";
    /// <summary>Opening a scheme.</summary>
    public const string NewScheme = "/tinh-gian/de-an-moi";
    /// <summary>Results of a year.</summary>
    public const string Results = "/tinh-gian/ket-qua";
    /// <summary>People downsized who were taken on again.</summary>
    public const string Repay = "/tinh-gian/hoan-tra";
    /// <summary>Rounds of inspection of a year.</summary>
    public const string Inspections = "/tinh-gian/kiem-tra";
    /// <summary>Planning a round.</summary>
    public const string NewInspection = "/tinh-gian/kiem-tra/moi";
    /// <summary>Retirements ahead.</summary>
    public const string Retirement = "/nghi-huu";
    /// <summary>The same as a file.</summary>
    public const string RetirementExport = "/nghi-huu/xuat";
    /// <summary>Notices and decisions for those chosen in the list.</summary>
    public const string RetirementBulk = "/nghi-huu/lap";
    /// <summary>Requests to leave.</summary>
    public const string Resignations = "/thoi-viec";
    /// <summary>Receiving a request.</summary>
    public const string NewResignation = "/thoi-viec/nhan-don";

    /// <summary>One scheme.</summary>
    public static string Scheme(Guid id) => $"/tinh-gian/de-an/{id}";
    /// <summary>Columns of the lists a scheme prints.</summary>
    public static string Lists(Guid id) => $"/tinh-gian/de-an/{id}/bieu-mau";
    /// <summary>One round of inspection.</summary>
    public static string Inspection(Guid id) => $"/tinh-gian/kiem-tra/{id}";
    /// <summary>One list.</summary>
    public static string Batch(Guid id) => $"/tinh-gian/danh-sach/{id}";
    /// <summary>A list as a file: <c>chi-tra.xlsx</c>, <c>chi-tra.docx</c>, <c>doi-tuong.xlsx</c>, <c>doi-tuong.docx</c>.</summary>
    public static string BatchFile(Guid id, string file) => $"/tinh-gian/danh-sach/{id}/{file}";
    /// <summary>One case.</summary>
    public static string Case(Guid id) => $"/tinh-gian/truong-hop/{id}";
    /// <summary>When and why somebody retires.</summary>
    public static string RetirementOf(Guid personId) => $"/nghi-huu/nguoi/{personId}";
    /// <summary>One request to leave.</summary>
    public static string Resignation(Guid id) => $"/thoi-viec/{id}";
}
