using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Personnel.Pages.Record;

/// <summary>
/// A section of the record: label, value and, folded, the act each value comes from. Written as one text, because a record has fifty
/// such lines and nothing else of its page costs as much.
/// </summary>
[HtmlTargetElement("record-section", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RecordSectionTagHelper : TagHelper
{
    /// <summary>The section.</summary>
    public required RecordSection Model { get; set; }

    /// <summary>Whether the reader may dispute what it says.</summary>
    public bool IsOwn { get; set; }

    /// <summary>Whether declarations are links.</summary>
    public bool OpensDeclarations { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-card");
        var html = new MarkupText();
        html.AppendHtml("<h2>").Append(Model.Title).AppendHtml("</h2><dl class=\"cv-facts\">");
        foreach (var line in Model.Lines) Write(html, line);
        output.Content.AppendHtml(html.AppendHtml("</dl>"));
    }

    private void Write(MarkupText html, RecordLine line)
    {
        html.AppendHtml("<div><dt>").Append(line.Label).AppendHtml("</dt><dd>").Append(line.Value);
        if (line.Source is { } source)
        {
            html.AppendHtml(" <details class=\"cv-source\"><summary><span class=\"visually-hidden\">Căn cứ của ").Append(line.Label).AppendHtml("</span>").AppendHtml(Markup.Icon("info-circle"))
                .AppendHtml("</summary><span class=\"cv-muted\">từ ").Append(VnFormat.Date(line.Since)).AppendHtml(", ");
            if (source.DecisionId is { } decision) html.AppendHtml(Markup.Link(source.Label, $"/quyet-dinh/{decision}"));
            else if (source.DeclarationId is { } declaration && OpensDeclarations) html.AppendHtml(Markup.Link(source.Label, PersonnelLinks.Declaration(declaration)));
            else html.Append(source.Label);
            if (source.CorrectedBy is { } corrected) html.Append($"; đính chính: {corrected}");
            html.AppendHtml("</span>");
            if (IsOwn) html.AppendHtml(" ").AppendHtml(Markup.Link("Đề nghị đính chính", PersonnelLinks.NewDispute(source.EffectId)));
            html.AppendHtml("</details>");
        }
        html.AppendHtml("</dd></div>");
    }
}
