using System.Text;
using System.Text.RegularExpressions;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Aiken;

/// <summary>Aiken: a question, lettered choices, "ANSWER: B". Questions may run over several lines.</summary>
internal static partial class AikenFormat
{
    public static bool Looks(string text) => Answer().IsMatch(text) && Choice().IsMatch(text);

    public static ReadSet Read(string name, string text)
    {
        var set = new ReadSet("aiken");
        List<string> asked = [];
        List<(string Letter, string Text)> choices = [];
        var start = 0;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (Answer().Match(line) is { Success: true } answer)
            {
                Take(set, $"{name}, dòng {i + 1}, câu {set.Found + 1}", asked, choices, answer.Groups[1].Value.ToUpperInvariant());
                (asked, choices) = ([], []);
            }
            else if (BadAnswer().IsMatch(line))
            {
                set.Found++;
                set.Fail($"{name}, dòng {i + 1}, câu {set.Found}", "Dòng “ANSWER: …” phải nêu chữ cái của một phương án.");
                (asked, choices) = ([], []);
            }
            else if (AsChoice(line, choices.Count) is { } choice && (asked.Count > 0 || choice.Letter == "A" || choices.Count > 0))
            {
                if (asked.Count == 0 && choices.Count == 0) start = i + 1;
                choices.Add(choice);
            }
            else if (choices.Count > 0)
            {
                set.Found++;
                set.Fail($"{name}, dòng {start}, câu {set.Found}", "Câu hỏi không có dòng “ANSWER: …”. Thêm dòng đáp án rồi nhập lại.");
                (asked, choices, start) = ([line], [], i + 1);
            }
            else
            {
                if (asked.Count == 0) start = i + 1;
                asked.Add(line);
            }
        }
        if (asked.Count > 0 || choices.Count > 0)
        {
            set.Found++;
            set.Fail($"{name}, dòng {start}, câu {set.Found}", "Câu hỏi không có dòng “ANSWER: …”. Thêm dòng đáp án rồi nhập lại.");
        }
        return set;
    }

    public static string Write(IReadOnlyList<ExamItem> items, ExportAccount account)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            if (item.Parts is not [{ Kind: PartKind.SingleChoice or PartKind.TrueFalse, Key: [var key] } part] || part.Choices.Count > 26)
            {
                account.Refuse(item.Id, "Aiken chỉ có câu chọn một phương án.");
                continue;
            }
            if (item.Media.Count > 0 || item.Stem != ContentForm.Plain(item.Stem.Text())) account.Lose(item.Id, "Aiken chỉ giữ chữ: hình và định dạng bị bỏ.");
            text.Append(item.Stem.Text()).Append('\n');
            foreach (var (choice, i) in part.Choices.Select((c, i) => (c, i))) text.Append(ItemForm.Letter(i)).Append(". ").Append(choice.Content.Text()).Append('\n');
            text.Append("ANSWER: ").Append(ItemForm.Letter(part.Choices.ToList().FindIndex(c => c.Id == key))).Append("\n\n");
        }
        return text.ToString();
    }

    // Without a space after its letter a line is a choice only where that letter is due.
    private static (string Letter, string Text)? AsChoice(string line, int before) =>
        Choice().Match(line) is { Success: true } spaced ? (spaced.Groups[1].Value.ToUpperInvariant(), spaced.Groups[2].Value)
        : line.Length > 2 && line[1] is '.' or ')' && before < 26 && line[0] == (char)('A' + before) ? (line[..1], line[2..].Trim())
        : null;

    private static void Take(ReadSet set, string where, List<string> asked, List<(string Letter, string Text)> choices, string answer)
    {
        set.Found++;
        if (asked.Count == 0) set.Fail(where, "Có dòng “ANSWER” nhưng không có câu hỏi.");
        else if (choices.Count < 2) set.Fail(where, "Câu hỏi có ít hơn hai phương án.");
        else if (!choices.Exists(c => c.Letter == answer)) set.Fail(where, $"Đáp án “{answer}” không có trong các phương án {string.Join(", ", choices.Select(c => c.Letter))}.");
        else if (choices.DistinctBy(c => c.Letter).Count() != choices.Count) set.Fail(where, "Hai phương án có cùng một chữ cái.");
        else
        {
            var made = choices.Select(c => new Choice(c.Letter, ContentForm.Plain(c.Text))).ToList();
            set.Add(new ExamItem
            {
                Id = $"Q{set.Found}",
                Title = "",
                Stem = ContentForm.Plain(string.Join('\n', asked)),
                Parts = [new Part { Id = "RESPONSE", Kind = TrueFalseWords.Are(made) ? PartKind.TrueFalse : PartKind.SingleChoice, Choices = made, Key = [answer] }],
            });
        }
    }

    [GeneratedRegex(@"^\s*ANSWER\s*:\s*([A-Za-z])\s*\.?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\s*ANSWER\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex BadAnswer();

    [GeneratedRegex(@"^\s*([A-Za-z])\s*[.)]\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Choice();
}
