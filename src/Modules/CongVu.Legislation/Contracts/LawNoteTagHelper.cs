using CongVu.Law;
using CongVu.Legislation.Domain;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Legislation.Contracts;

/// <summary>
/// The visible note beside a result that rests on figures nobody has compared with the gazette, or not for twelve months:
/// <c>&lt;law-note model="explanation" /&gt;</c>. Nothing at all when every figure is read and fresh. Add <c>@addTagHelper *, CongVu.Legislation</c> to the view imports.
/// </summary>
[HtmlTargetElement("law-note", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LawNoteTagHelper(LawInUse law, TimeProvider clock) : TagHelper
{
    /// <summary>The result.</summary>
    public required Explanation Model { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var remarks = Model.AllParameters.DistinctBy(p => (p.Key, p.From)).Select(p => (Parameter: p, Words: Words(p))).Where(r => r.Words is not null).ToList();
        if (remarks.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-law-note");
        output.Attributes.SetAttribute("role", "note");
        output.Content.AppendHtml("<p>").AppendHtml(Markup.Icon("alert-triangle")).Append(" Kết quả này dùng giá trị pháp luật cần kiểm tra lại:").AppendHtml("</p><ul>");
        foreach (var (parameter, words) in remarks)
        {
            output.Content.AppendHtml("<li>").AppendHtml(Markup.Link(parameter.Label, LegislationLinks.Value(parameter.Key)))
                .Append($" ({parameter.Source}): {words}.").AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ul>");
    }

    private string? Words(ExplainedParameter used)
    {
        var parameter = law.Current.Parameters.GetValueOrDefault(used.Key);
        // A row of a table may start later than its table; comparisons are recorded for the table.
        var value = parameter?.Values.Values.LastOrDefault(v => v.From <= used.From);
        if (parameter is null || value is null) return used.Status == VerificationStatus.Recalled ? used.Verification.ToString() : null;
        var standing = law.Comparisons.Of(parameter, value, null);
        var words = new List<string>();
        if (standing.FoundWrong) words.Add($"đối chiếu ngày {VnFormat.Date(standing.LastOn)} thấy khác văn bản");
        if (standing.By is not { Outcome: Data.CheckOutcome.Right } && used.Status == VerificationStatus.Recalled) words.Add(used.Verification.ToString());
        if (standing.IsStale(clock.Today())) words.Add($"đối chiếu lần cuối ngày {VnFormat.Date(standing.LastOn)}, đã quá {Standing.MonthsFresh} tháng");
        return words.Count == 0 ? null : string.Join("; ", words);
    }
}
