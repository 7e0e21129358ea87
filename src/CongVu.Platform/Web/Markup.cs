using System.Collections.Concurrent;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web;

/// <summary>Small pieces of HTML that table cells and tag helpers share; every text given is encoded when written.</summary>
public static class Markup
{
    private static readonly ConcurrentDictionary<string, string> Icons = new(StringComparer.Ordinal);

    /// <summary>An icon of <c>wwwroot/icons.svg</c>; decoration only, so screen readers skip it.</summary>
    public static IHtmlContent Icon(string name) => new HtmlString(IconText(name));

    /// <summary>A link.</summary>
    public static IHtmlContent Link(string text, string url) =>
        new MarkupText().Open("a").Attr("href", url).Close().AppendText(text).AppendHtml("</a>");

    /// <summary>A state as word, icon and colour; see <see cref="BadgeStates"/> for the known states.</summary>
    public static IHtmlContent Badge(string state, string? word = null) => new MarkupText().Badge(BadgeStates.Of(state), word);

    /// <summary>A deadline in words, red with a mark once it has passed.</summary>
    public static IHtmlContent Due(DateOnly due, DateOnly today)
    {
        var html = new MarkupText();
        var late = due < today;
        html.Open("span").Attr("class", late ? "cv-due cv-due-late" : "cv-due").Attr("title", VnFormat.Date(due)).Close();
        if (late)
        {
            html.Icon("alert-triangle");
        }

        return html.AppendText(VnFormat.Due(due, today)).AppendHtml("</span>");
    }

    /// <summary>Two lines in one cell: what matters, and a quieter second line.</summary>
    public static IHtmlContent Stacked(IHtmlContent first, string? second)
    {
        var html = new MarkupText().AppendHtml(first);
        return string.IsNullOrEmpty(second)
            ? html
            : html.AppendHtml("<span class=\"cv-second\">").AppendText(second).AppendHtml("</span>");
    }

    /// <summary>Plain text as content.</summary>
    public static IHtmlContent Text(string text) => new MarkupText().AppendText(text);

    internal static IHtmlContentBuilder Icon(this IHtmlContentBuilder html, string name) => html.AppendHtml(IconText(name));

    // A page shows dozens of them, all out of the same hundred.
    private static string IconText(string name) => Icons.GetOrAdd(name, static n => new MarkupText()
        .Open("svg").Attr("class", "cv-icon").Attr("aria-hidden", "true").Attr("focusable", "false").Close()
        .Open("use").Attr("href", "/icons.svg#tabler-" + n).Close().AppendHtml("</use></svg>").ToString()!);

    internal static IHtmlContentBuilder Badge(this IHtmlContentBuilder html, BadgeState badge, string? word = null) => html
        .Open("span").Attr("class", "cv-badge cv-tone-" + badge.Tone).Close()
        .Icon(badge.Icon).AppendText(word ?? badge.Word).AppendHtml("</span>");

    internal static IHtmlContentBuilder LinkOrText(this IHtmlContentBuilder html, string text, string? url) => url is null
        ? html.AppendText(text)
        : html.Open("a").Attr("href", url).Close().AppendText(text).AppendHtml("</a>");

    internal static IHtmlContentBuilder Open(this IHtmlContentBuilder html, string tag) => html.AppendHtml("<" + tag);

    internal static IHtmlContentBuilder Close(this IHtmlContentBuilder html) => html.AppendHtml(">");

    /// <summary>Writes <c> name="value"</c>; nothing at all when the value is null.</summary>
    internal static IHtmlContentBuilder Attr(this IHtmlContentBuilder html, string name, string? value) =>
        value is null ? html : html.AppendHtml(" " + name + "=\"").AppendText(value).AppendHtml("\"");

    internal static IHtmlContentBuilder Flag(this IHtmlContentBuilder html, string name, bool on) =>
        on ? html.AppendHtml(" " + name) : html;

    internal static IHtmlContentBuilder AppendText(this IHtmlContentBuilder html, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append(text);
        }

        return html;
    }
}
