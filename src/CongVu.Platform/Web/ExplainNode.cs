using CongVu.Law;
using CongVu.Platform.Text;

namespace CongVu.Platform.Web;

/// <summary>One line of an explained calculation, with the lines it was worked out from.</summary>
/// <param name="Label">What this is: "Hệ số lương".</param>
/// <param name="Value">The value as people write it: "4,98".</param>
/// <param name="Formula">How it came about, in words: "Hệ số × mức lương cơ sở".</param>
/// <param name="Source">Where it comes from: "Khoản 1 Điều 3 NĐ 73/2024/NĐ-CP", or the decision behind a fact.</param>
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
    IReadOnlyList<ExplainNode>? Children = null)
{
    /// <summary>
    /// The explanation of a calculation by law, ready for the screen: facts that went in, then figures of the law, then the steps
    /// before. <paramref name="instrumentUrl"/> gives the page of an instrument by its number, where there is one.
    /// </summary>
    public static ExplainNode Of(Explanation explanation, Func<string, string?>? instrumentUrl = null)
    {
        IEnumerable<string?> remarks =
        [
            explanation.Rounding is { } rounding ? $"{rounding.Policy} ({rounding.Provision})." : null,
            .. explanation.Notes,
        ];
        var note = string.Join(' ', remarks.OfType<string>());
        return new ExplainNode(
            explanation.Label,
            explanation.Value.ToString(),
            explanation.Formula,
            Note: note.Length > 0 ? note : null,
            Children:
            [
                .. explanation.Inputs.Select(i => new ExplainNode(i.Label, i.Value.ToString(), Source: i.Decision is null ? i.Origin : $"{i.Origin}; {i.Decision}")),
                .. explanation.Parameters.Select(p => new ExplainNode(
                    p.Label, p.Value.ToString(), Source: $"{p.Source}, từ {VnFormat.Date(p.From)}",
                    SourceUrl: instrumentUrl?.Invoke(p.Instrument), Status: p.Status.ToString())),
                .. explanation.Children.Select(c => Of(c, instrumentUrl)),
            ]);
    }
}
