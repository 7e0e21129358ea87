using System.Text.RegularExpressions;

namespace CongVu.Examinations.Formats.Gift;

/// <summary>GIFT: questions parted by blank lines, answers in braces. Comments are lines that begin with //.</summary>
internal static partial class GiftReader
{
    public static ReadSet Read(string name, string text)
    {
        var set = new ReadSet("gift");
        var topic = "";
        foreach (var (line, block, id) in Blocks(text))
        {
            var body = block.Trim();
            if (body.StartsWith("$CATEGORY:", StringComparison.OrdinalIgnoreCase))
            {
                var end = body.IndexOf('\n', StringComparison.Ordinal);
                topic = Topic(body[10..(end < 0 ? body.Length : end)]);
                body = end < 0 ? "" : body[end..].Trim();
            }
            if (body.Length == 0) continue;
            set.Found++;
            var own = id ?? $"Q{set.Found}";
            try
            {
                new GiftQuestion(set, own, topic).Read(body);
            }
            catch (Exception broken) when (broken is ItemFileException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
            {
                set.Fail($"{name}, dòng {line}, câu {set.Found}", broken is ItemFileException ? broken.Message : "Câu hỏi có cấu trúc không đọc được.");
            }
        }
        if (set.Found == 0) set.Fail(name, "Tệp GIFT không có câu hỏi nào.");
        return set;
    }

    private static string Topic(string path) => string.Join('/', path.Trim().Split('/').Select(p => p.Trim()).Where(p => p.Length > 0 && p != "top" && !(p.StartsWith('$') && p.EndsWith('$'))));

    // A blank line inside braces does not end a question.
    private static IEnumerable<(int Line, string Text, string? Id)> Blocks(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        List<string> block = [];
        var (start, isOpen, id) = (1, false, (string?)null);
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i] : "";
            if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                if (IdComment().Match(line) is { Success: true } named) id = named.Groups[1].Value.Trim();
                continue;
            }
            var isBlank = line.Trim().Length == 0;
            if (i == lines.Length || (isBlank && !isOpen))
            {
                if (block.Count > 0)
                {
                    yield return (start, string.Join('\n', block), id);
                    id = null;
                }
                block = [];
                continue;
            }
            if (block.Count == 0) start = i + 1;
            // A question that forgot its closing brace must not swallow the rest of the file.
            if (isOpen && line.StartsWith("::", StringComparison.Ordinal))
            {
                yield return (start, string.Join('\n', block), id);
                (block, start, isOpen, id) = ([], i + 1, false, null);
            }
            block.Add(line);
            isOpen = Depth(line, isOpen);
        }
    }

    private static bool Depth(string line, bool isOpen)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == '{') isOpen = true;
            else if (line[i] == '}') isOpen = false;
        }
        return isOpen;
    }

    [GeneratedRegex(@"\[id:([^\]]+)\]")]
    private static partial Regex IdComment();
}
