namespace CongVu.Platform.Web;

/// <summary>One line of an explained calculation, with the lines it was worked out from.</summary>
/// <param name="Label">What this is: "Hệ số lương".</param>
/// <param name="Value">The value as people write it: "4,98".</param>
/// <param name="Formula">How it came about, in words: "Hệ số × mức lương cơ sở".</param>
/// <param name="Source">Where the law says so: "Khoản 1 Điều 3 NĐ 73/2024/NĐ-CP".</param>
/// <param name="SourceUrl">Where to read it.</param>
/// <param name="Status">How well the source was read (<c>text-read</c>, <c>secondary</c>, <c>recalled</c>); shown unless text-read.</param>
/// <param name="Note">A remark: rounding, a transitional rule.</param>
/// <param name="Children">The lines it rests on, in order of use.</param>
public sealed record ExplainNode(
    string Label,
    string? Value = null,
    string? Formula = null,
    string? Source = null,
    string? SourceUrl = null,
    string? Status = null,
    string? Note = null,
    IReadOnlyList<ExplainNode>? Children = null);
