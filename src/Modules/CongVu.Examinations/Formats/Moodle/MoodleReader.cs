using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>Moodle XML: a quiz of questions, each with its own type and fractions in percent.</summary>
internal static class MoodleReader
{
    public static ReadSet Read(string name, XElement quiz)
    {
        var set = new ReadSet("moodle");
        var topic = "";
        foreach (var question in quiz.Elements("question"))
        {
            var type = question.Attribute("type")?.Value ?? "";
            if (type == "category")
            {
                topic = Topic(question.Element("category")?.Element("text")?.Value ?? "");
                continue;
            }
            set.Found++;
            var id = question.Element("idnumber")?.Value.Trim() is { Length: > 0 } given ? given : $"Q{set.Found}";
            try
            {
                new MoodleQuestion(set, question, id, topic).Read(type);
            }
            catch (Exception broken) when (broken is ItemFileException or FormatException or OverflowException or ArgumentException or InvalidOperationException or XmlException)
            {
                var where = $"{name}, dòng {SafeXml.Line(question)}, câu {set.Found} ({MoodleQuestion.TextOf(question.Element("name"))})";
                set.Fail(where, broken is ItemFileException ? broken.Message : "Câu hỏi có cấu trúc không đọc được.");
            }
        }
        if (set.Found == 0) set.Fail(name, "Tệp Moodle XML không có câu hỏi nào.");
        return set;
    }

    // "$course$/top/Luật/Hiến pháp" is the path in somebody's course.
    private static string Topic(string path) => string.Join('/', path.Replace("//", "\u0001", StringComparison.Ordinal).Split('/')
        .Select(p => p.Replace('\u0001', '/').Trim()).Where(p => p.Length > 0 && p != "top" && !(p.StartsWith('$') && p.EndsWith('$'))));

    public static decimal Decimal(string? text, decimal otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise
        : decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ItemFileException($"“{text.Trim()}” không phải là số.");
}
