using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>An icon of the sprite; decoration only, so say its meaning in words beside it.</summary>
[HtmlTargetElement("cv-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.Icon(Name);
    }
}

/// <summary>A state as word, icon and colour. Content inside replaces the word.</summary>
[HtmlTargetElement("cv-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>A name of <see cref="BadgeStates"/>, or an enum value that is called the same.</summary>
    public required string State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = (await output.GetChildContentAsync()).GetContent().Trim();
        var state = BadgeStates.Of(State);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-badge cv-tone-" + state.Tone);
        output.Content.Icon(state.Icon);
        if (word.Length > 0)
        {
            output.Content.AppendHtml(word);
        }
        else
        {
            output.Content.Append(state.Word);
        }
    }
}

/// <summary>
/// An empty place that teaches: what will be here, who makes it (the content), and in <c>action</c> the button that starts it.
/// </summary>
[HtmlTargetElement("cv-empty", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public string Icon { get; set; } = "inbox";

    /// <summary>Words of the button, a verb.</summary>
    public string? Action { get; set; }

    public string? ActionUrl { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = (await output.GetChildContentAsync()).GetContent().Trim();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-empty");
        output.Content.Icon(Icon).AppendHtml("<p class=\"cv-empty-title\">").AppendText(Heading).AppendHtml("</p>");
        if (text.Length > 0)
        {
            output.Content.AppendHtml("<div class=\"cv-empty-text\">" + text + "</div>");
        }

        if (!string.IsNullOrEmpty(Action) && !string.IsNullOrEmpty(ActionUrl))
        {
            output.Content.Open("a").Attr("class", "btn btn-primary").Attr("href", ActionUrl).Close().AppendText(Action).AppendHtml("</a>");
        }
    }
}

/// <summary>Breadcrumbs. <c>cv-page</c> writes them too; use this where a page draws its own title.</summary>
[HtmlTargetElement("cv-crumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CrumbsTagHelper : TagHelper
{
    public required IReadOnlyList<Crumb> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        CrumbMarkup.Write(output.Content, Items);
    }
}

/// <summary>Views of the same thing, as links.</summary>
[HtmlTargetElement("cv-tabs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TabsTagHelper : TagHelper
{
    public required IReadOnlyList<TabLink> Items { get; set; }

    public string Label { get; set; } = "Các phần của trang";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var tab in Items)
        {
            output.Content.Open("a").Attr("href", tab.Url).Attr("aria-current", tab.Active ? "page" : null).Close().AppendText(tab.Text);
            if (tab.Count is { } count)
            {
                output.Content.AppendHtml(" <span class=\"cv-count\">").AppendText(Text.VnFormat.Count(count)).AppendHtml("</span>");
            }

            output.Content.AppendHtml("</a>");
        }
    }
}
