using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>The text formats of Moodle: html, plain_text, markdown, and its own "auto" that is HTML with line breaks.</summary>
internal static class MoodleText
{
    private static readonly HashSet<string> Stock = new(StringComparer.OrdinalIgnoreCase)
    {
        "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.", "Câu trả lời của bạn đúng.", "Câu trả lời của bạn đúng một phần.", "Câu trả lời của bạn sai.",
    };

    public static Content Content(ContentForm form, string text, string format, Action<string> lose)
    {
        if (text.Length == 0) return Items.Content.Empty;
        if (format is "plain_text" or "plain") return ContentForm.Plain(text);
        if (format == "markdown")
        {
            lose("Văn bản Markdown được giữ nguyên dấu, không dựng thành chữ đậm, danh sách.");
            return ContentForm.Plain(text);
        }
        if (text.Contains(@"\(", StringComparison.Ordinal) || text.Contains("$$", StringComparison.Ordinal) || text.Contains(@"\[", StringComparison.Ordinal)) lose("Công thức LaTeX được giữ dạng chữ.");
        var nodes = HtmlContent.Parse(text);
        var isLines = format is "moodle_auto_format" or "moodle" && !nodes.OfType<XElement>().Any(e => ContentElements.IsBlock(e.Name.LocalName) || e.Name.LocalName == "br");
        return form.Of(isLines ? nodes.SelectMany(Lines) : nodes);
    }

    /// <summary>The words Moodle puts in by itself.</summary>
    public static bool IsStock(string text) => Stock.Contains(string.Concat(HtmlContent.Parse(text).Select(n => n is XElement e ? e.Value : n.ToString())).Trim());

    private static IEnumerable<XNode> Lines(XNode node)
    {
        if (node is not XText text || !text.Value.Contains('\n', StringComparison.Ordinal)) return [node];
        return text.Value.Split('\n').SelectMany((line, i) => i == 0 ? new XNode[] { new XText(line) } : [new XElement("br"), new XText(line)]);
    }
}
