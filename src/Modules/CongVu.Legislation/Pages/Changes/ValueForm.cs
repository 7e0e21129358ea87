using System.Text.RegularExpressions;
using CongVu.Law;
using CongVu.Legislation.Domain;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>The fields of a dated value as typed.</summary>
internal sealed partial class ValueForm
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public ParameterKind? Kind { get; set; }
    public string? Unit { get; set; }
    public DateRole? DateRole { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public string? Value { get; set; }
    public string? Rows { get; set; }
    public string? Gap { get; set; }
    public string? Instrument { get; set; }
    public string? Article { get; set; }
    public VerificationStatus Status { get; set; }
    public Confidence? Confidence { get; set; }
    public string? Corrects { get; set; }

    public static ValueForm Of(ValueContent content, LawParameter? parameter) => new()
    {
        Name = content.Head.Name, Code = content.Key.Split('.')[^1], Kind = content.Head.Kind, Unit = content.Head.Unit, DateRole = content.Head.DateRole, From = content.From, Until = content.Until,
        Value = content.Head.Kind is ParameterKind.Coefficient or ParameterKind.Ratio ? content.Value?.Replace('.', ',') : content.Value,
        Rows = content.Rows is { } rows && parameter is not null ? RowLines.Write(parameter, rows) : null, Gap = content.Gap, Instrument = content.Instrument, Article = content.Article,
        Status = content.Status, Confidence = content.Confidence, Corrects = content.Corrects,
    };

    /// <summary>What the form itself can tell; everything else is for the law's own check.</summary>
    public IEnumerable<ItemProblem> Missing(bool isNew, bool isTable)
    {
        static ItemProblem No(string field, string message) => new(null, field, message);
        if (From is null) yield return No("From", "Ghi ngày bắt đầu áp dụng.");
        if (isNew)
        {
            if (string.IsNullOrWhiteSpace(Name)) yield return No("Name", "Ghi tên quy định.");
            if (!CodeShape().IsMatch(Code?.Trim() ?? "")) yield return No("Code", "Mã gồm chữ thường không dấu, chữ số và gạch ngang, ví dụ: ho-tro-vung-kho-khan.");
            if (Kind is null) yield return No("Kind", "Chọn loại giá trị.");
            if (string.IsNullOrWhiteSpace(Unit)) yield return No("Unit", "Ghi đơn vị tính.");
            if (DateRole is null) yield return No("DateRole", "Chọn ngày quyết định giá trị áp dụng.");
        }
        if (!string.IsNullOrWhiteSpace(Gap)) yield break;
        if (string.IsNullOrWhiteSpace(isTable ? Rows : Value)) yield return No(isTable ? "Rows" : "Value", "Ghi giá trị, hoặc lý do chưa có quy định.");
        if (string.IsNullOrWhiteSpace(Instrument)) yield return No("Instrument", "Chọn văn bản làm căn cứ.");
        if (string.IsNullOrWhiteSpace(Article)) yield return No("Article", "Ghi điều, khoản.");
        if (Status == VerificationStatus.Recalled && Confidence is null) yield return No("Confidence", "Chưa đọc văn bản thì ghi độ tin cậy.");
    }

    public ValueContent Content(LawParameter? parameter, LawScope scope, DateOnly today)
    {
        var head = parameter is null ? new ParameterHead(Name!.Trim(), Kind!.Value, Unit!.Trim(), DateRole!.Value, []) : ParameterHead.Of(parameter);
        var gap = Or(Gap);
        return new ValueContent(
            parameter?.Name.Key ?? "local." + Code!.Trim(), head, parameter is null, scope, From!.Value, scope == LawScope.Province ? Until : null,
            gap is null && head.Kind != ParameterKind.Table ? CellForms.ToLaw(head.Kind.ToString().ToLowerInvariant(), Value!) : null,
            gap is null && head.Kind == ParameterKind.Table ? RowLines.Read(parameter!, Rows!) : null,
            gap, gap is null ? Or(Instrument) : null, gap is null ? Or(Article) : null, Status, Status == VerificationStatus.Recalled ? Confidence : null, today, Or(Corrects));
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodeShape();
}
