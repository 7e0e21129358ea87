using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>Embedded answers: {2:SHORTANSWER:=Huế~%50%Hue#gần đúng}. Also written, for gaps inside text.</summary>
internal static partial class MoodleCloze
{
    public static (Content, List<Part>) Read(MoodleQuestion q, XElement? text)
    {
        List<Part> parts = [];
        var source = MoodleQuestion.TextOf(text);
        var count = Field().Count(source);
        if (count == 0) throw new ItemFileException("Câu điền khuyết không có ô {…} nào.");
        var marked = Field().Replace(source, m =>
        {
            var id = count == 1 ? "RESPONSE" : $"R{parts.Count + 1}";
            parts.Add(Part(q, id, m.Groups["type"].Value, Weight(m.Groups["weight"].Value), Unescaped(m.Groups["answers"].Value)));
            return $"<gap id=\"{id}\"></gap>";
        });
        // Weights are shares of the grade of the whole question.
        if (q.Child("defaultgrade") is not null && parts.Sum(p => p.Points) is var sum && sum > 0 && sum != q.Points)
        {
            parts = [.. parts.Select(p => Scaled(p, q.Points / sum))];
        }
        return (q.Formatted(new XElement("questiontext", text?.Attribute("format") ?? new XAttribute("format", "html"), new XElement("text", marked), text?.Elements("file"))), parts);
    }

    public static string Write(Part part)
    {
        var weight = part.Points == Math.Floor(part.Points) ? part.Points.ToString("0", CultureInfo.InvariantCulture) : "1";
        var percent = (decimal points) => points == part.Points || part.Points == 0 ? "=" : $"%{(points * 100 / part.Points).ToString("0.#####", CultureInfo.InvariantCulture)}%";
        var (type, answers) = part.Kind switch
        {
            PartKind.GapNumeric => ("NUMERICAL", part.Numbers.Select(n => $"{percent(n.Points ?? part.Points)}{Number(n.Value)}:{Number(n.Tolerance)}")),
            PartKind.GapText => (part.CaseSensitive ? "SHORTANSWER_C" : "SHORTANSWER",
                part.Key.Select(k => "=" + Escaped(k)).Concat(part.Scores.Select(s => percent(s.Points) + Escaped(s.Answer)))),
            _ => (part.Shuffle ? "MULTICHOICE_S" : "MULTICHOICE", part.Choices.Select(c => (part.Key.Contains(c.Id) ? "=" : part.Scores.FirstOrDefault(s => s.Answer == c.Id) is { } some ? percent(some.Points) : "") + Escaped(c.Content.Text()))),
        };
        return $"{{{weight}:{type}:{string.Join('~', answers)}}}";
    }

    /// <summary>True when Moodle's embedded form carries the part whole.</summary>
    public static bool Carries(Part part) => part.Kind.IsInline() && part.Choices.All(c => c.Content == ContentForm.Plain(c.Content.Text()));

    private static Part Scaled(Part p, decimal by) => p with
    {
        Points = Math.Round(p.Points * by, 6) / 1.000000000000000000m,
        Scores = [.. p.Scores.Select(s => s with { Points = Math.Round(s.Points * by, 6) / 1.000000000000000000m })],
        Numbers = [.. p.Numbers.Select(n => n with { Points = n.Points * by })],
    };

    private static Part Part(MoodleQuestion q, string id, string type, decimal points, string answers)
    {
        var options = Answers(q, answers);
        switch (type.ToUpperInvariant())
        {
            case "SHORTANSWER" or "SA" or "MW":
                return MoodleParts.TextOf([.. options.Where(o => o.Percent > 0)], points, caseSensitive: false, id);
            case "SHORTANSWER_C" or "SAC" or "MWC":
                return MoodleParts.TextOf([.. options.Where(o => o.Percent > 0)], points, caseSensitive: true, id);
            case "NUMERICAL" or "NM":
                return MoodleParts.NumericOf([.. options.Where(o => o.Percent > 0 && o.Text != "*").Select(o =>
                {
                    var two = o.Text.Split(':');
                    return (MoodleReader.Decimal(two[0], 0), MoodleReader.Decimal(two.ElementAtOrDefault(1), 0), o.Percent);
                })], points, id);
            default:
                var isMany = type.StartsWith("MULTIRESPONSE", StringComparison.OrdinalIgnoreCase) || type.StartsWith("MR", StringComparison.OrdinalIgnoreCase);
                var choices = options.Select((o, i) => new Choice(ItemForm.Letter(i), q.Markup(o.Text, "html"))).ToList();
                if (choices.Count == 0) throw new ItemFileException("Một ô chọn không có phương án.");
                var part = MoodleParts.Of(choices, [.. options.Select(o => o.Percent)], !isMany, points, type.EndsWith('S') && type.Length > 2, id);
                return isMany ? part : part with { Kind = PartKind.InlineChoice };
        }
    }

    private static List<(string Text, decimal Percent)> Answers(MoodleQuestion q, string answers)
    {
        List<(string, decimal)> found = [];
        foreach (var option in Split(answers, '~'))
        {
            var said = Split(option, '#');
            if (said.Count > 1 && said[1].Trim().Length > 0) q.Lose("Phản hồi riêng của từng phương án bị bỏ.");
            var text = said[0];
            var percent = 0m;
            if (text.StartsWith('=')) (percent, text) = (100, text[1..]);
            else if (text.StartsWith('%') && text.IndexOf('%', 1) is var end and > 1)
            {
                percent = MoodleReader.Decimal(text[1..end], 0);
                text = text[(end + 1)..];
            }
            found.Add((Plain(text).Trim(), percent));
        }
        return found;
    }

    private static List<string> Split(string text, char at)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) part.Append(text[i]).Append(text[++i]);
            else if (text[i] == at) { parts.Add(part.ToString()); part.Clear(); }
            else part.Append(text[i]);
        }
        parts.Add(part.ToString());
        return parts;
    }

    private static decimal Weight(string text) => text.Length == 0 ? 1 : Math.Max(0, decimal.Parse(text, CultureInfo.InvariantCulture));

    private static string Plain(string text) => Regex.Replace(text, @"\\([}#~/""\\])", "$1", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Unescaped(string html) => WebUtility.HtmlDecode(html);

    private static string Escaped(string text) => WebUtility.HtmlEncode(Regex.Replace(text, @"([}#~\\])", @"\$1", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static string Number(decimal value) => (value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<weight>\d{0,4}):(?<type>SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|NUMERICAL|NM|MULTICHOICE_[A-Z]+|MULTICHOICE|MULTIRESPONSE_[A-Z]+|MULTIRESPONSE|MC[HVS]*|MR[HS]*):(?<answers>(?:\\.|[^}\\])*)\}", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Field();
}
