using System.Globalization;
using CongVu.Examinations.Formats.Moodle;
using CongVu.Examinations.Items;
using CongVu.Platform.Text;

namespace CongVu.Examinations.Formats.Tables;

/// <summary>The template of our own: a row for each question (columns in docs/exam-formats.md). Columns are known by their headings, in any order.</summary>
internal static class TableReader
{
    private static readonly Dictionary<string, string> Headings = new(StringComparer.Ordinal)
    {
        ["ma"] = "id", ["ma cau"] = "id", ["ma cau hoi"] = "id", ["id"] = "id", ["loai"] = "type", ["loai cau"] = "type", ["loai cau hoi"] = "type", ["type"] = "type",
        ["chu de"] = "topic", ["chuyen de"] = "topic", ["topic"] = "topic", ["tieu de"] = "title", ["title"] = "title", ["cau hoi"] = "text", ["noi dung"] = "text", ["noi dung cau hoi"] = "text", ["question"] = "text",
        ["dap an"] = "key", ["dap an dung"] = "key", ["key"] = "key", ["answer"] = "key", ["diem"] = "points", ["points"] = "points", ["dung sai"] = "tolerance", ["tolerance"] = "tolerance",
        ["giai thich"] = "why", ["loi giai"] = "why", ["explanation"] = "why",
    };

    public static ReadSet Read(string format, string name, List<(int Row, string[] Cells)> rows)
    {
        var set = new ReadSet(format);
        var head = rows.FindIndex(r => r.Cells.Select(Heading).Contains("text"));
        if (head < 0)
        {
            set.Fail(name, "Không thấy hàng tiêu đề có cột “Câu hỏi”. Dùng tệp mẫu: Mã, Loại, Chủ đề, Tiêu đề, Câu hỏi, A, B, C, D, Đáp án, Điểm, Dung sai, Giải thích.");
            return set;
        }
        var columns = rows[head].Cells.Select(Heading).ToList();
        foreach (var (number, cells) in rows.Skip(head + 1))
        {
            string Cell(string column) => columns.IndexOf(column) is var at and >= 0 && at < cells.Length ? cells[at].Trim() : "";
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            set.Found++;
            var where = $"{name}, hàng {number}";
            if (Cell("text").Length == 0) { set.Fail(where, "Cột “Câu hỏi” trống."); continue; }
            var options = columns.Select((c, i) => (Letter: c, Text: i < cells.Length ? cells[i].Trim() : "")).Where(o => o.Letter.Length == 1 && o.Text.Length > 0).ToList();
            try
            {
                var part = Part(Cell("type"), Cell("key"), options, Cell("tolerance"));
                set.Add(new ExamItem
                {
                    Id = Cell("id") is { Length: > 0 } id ? id : $"Q{set.Found}",
                    Title = Cell("title"),
                    Stem = ContentForm.Plain(Cell("text")),
                    Parts = [part with { Points = Number(Cell("points"), 1, "Điểm") }],
                    Explanation = ContentForm.Plain(Cell("why")),
                    Topic = Cell("topic"),
                });
            }
            catch (ItemFileException broken) { set.Fail(where, broken.Message); }
        }
        if (set.Found == 0) set.Fail(name, "Dưới hàng tiêu đề không có câu hỏi nào.");
        return set;
    }

    private static string Heading(string cell)
    {
        var word = string.Join(' ', VietnameseText.Fold(cell).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Headings.TryGetValue(word, out var known)) return known;
        word = word.Replace("phuong an ", "", StringComparison.Ordinal).Replace("lua chon ", "", StringComparison.Ordinal);
        return word.Length == 1 && word[0] is >= 'a' and <= 'z' ? word.ToUpperInvariant() : "-" + word;
    }

    private static Part Part(string type, string key, List<(string Letter, string Text)> options, string tolerance)
    {
        if (key.Length == 0 && TypeOf(type, key, options) != PartKind.ExtendedText && TypeOf(type, key, options) != PartKind.Matching) throw new ItemFileException("Cột “Đáp án” trống.");
        var choices = options.Select(o => new Choice(o.Letter, ContentForm.Plain(o.Text))).ToList();
        var letters = key.Split([',', ';', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Select(k => k.Trim().ToUpperInvariant()).ToList();
        var kind = TypeOf(type, key, options);
        var part = new Part { Id = "RESPONSE", Kind = kind };
        switch (kind)
        {
            case PartKind.SingleChoice or PartKind.MultipleResponse or PartKind.Ordering:
                if (choices.Count < 2) throw new ItemFileException("Câu lựa chọn có ít hơn hai phương án (cột A, B, …).");
                if (letters.Find(l => !choices.Exists(c => c.Id == l)) is { } unknown) throw new ItemFileException($"Đáp án “{unknown}” không có trong các phương án {string.Join(", ", choices.Select(c => c.Id))}.");
                if (kind == PartKind.SingleChoice && letters.Count != 1) throw new ItemFileException("Câu chọn một phương án phải có đúng một đáp án.");
                if (kind == PartKind.Ordering && letters.Distinct().Count() != choices.Count) throw new ItemFileException("Đáp án của câu sắp thứ tự phải nêu đủ các phương án, ví dụ “B, A, C”.");
                return part with { Choices = choices, Key = kind == PartKind.MultipleResponse ? [.. letters.Order(StringComparer.Ordinal)] : letters, Kind = kind == PartKind.SingleChoice && TrueFalseWords.Are(choices) ? PartKind.TrueFalse : kind };
            case PartKind.TrueFalse:
                var word = VietnameseText.Fold(key).Trim();
                return word is "dung" or "d" or "true" or "t" or "sai" or "s" or "false" or "f"
                    ? part with { Choices = TrueFalseWords.Choices(), Key = [word is "dung" or "d" or "true" or "t" ? "true" : "false"] }
                    : throw new ItemFileException($"Đáp án câu đúng/sai phải là “Đúng” hoặc “Sai”, không phải “{key}”.");
            case PartKind.Matching:
                return Matching(options);
            case PartKind.GapNumeric:
                var margin = Number(tolerance, 0, "Dung sai");
                return part with { Numbers = [.. key.Split('|').Select(k => new AcceptedNumber(Number(k, 0, "Đáp án"), margin))] };
            case PartKind.GapText:
                return part with { Key = [.. key.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
            case PartKind.ExtendedText:
                return part;
            default:
                throw new ItemFileException($"Bảng không nhập được loại câu “{type}”.");
        }
    }

    private static Part Matching(List<(string Letter, string Text)> options)
    {
        List<Choice> left = [], right = [];
        List<string> key = [];
        foreach (var (_, text) in options)
        {
            var two = text.Split("->", 2);
            if (two.Length < 2) throw new ItemFileException($"Mỗi cặp ghép đôi viết “vế trái -> vế phải”; ô “{text}” thiếu “->”.");
            var answer = ContentForm.Plain(two[1]);
            var target = right.Find(r => r.Content == answer);
            if (target is null) right.Add(target = new Choice($"T{right.Count + 1}", answer) { Set = 2 });
            if (two[0].Trim().Length == 0) continue;
            left.Add(new Choice($"S{left.Count + 1}", ContentForm.Plain(two[0])) { Set = 1 });
            key.Add($"S{left.Count} {target.Id}");
        }
        if (left.Count == 0) throw new ItemFileException("Câu ghép đôi không có cặp nào trong các cột A, B, …");
        return MoodleParts.Matched(left, right, key, 1, shuffle: true);
    }

    private static PartKind TypeOf(string type, string key, List<(string Letter, string Text)> options)
    {
        var word = VietnameseText.Fold(type).Trim();
        return word switch
        {
            "" => options.Count > 0 ? options.TrueForAll(o => o.Text.Contains("->", StringComparison.Ordinal)) ? PartKind.Matching
                : key.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Length > 1 ? PartKind.MultipleResponse : PartKind.SingleChoice
                : VietnameseText.Fold(key).Trim() is "dung" or "sai" or "true" or "false" ? PartKind.TrueFalse : key.Length == 0 ? PartKind.ExtendedText : PartKind.GapText,
            "mot lua chon" or "trac nghiem" or "chon mot" => PartKind.SingleChoice,
            "nhieu lua chon" or "chon nhieu" => PartKind.MultipleResponse,
            "dung/sai" or "dung sai" => PartKind.TrueFalse,
            "ghep doi" or "ghep noi" => PartKind.Matching,
            "sap thu tu" or "sap xep" => PartKind.Ordering,
            "dien chu" or "dien khuyet" => PartKind.GapText,
            "dien so" => PartKind.GapNumeric,
            "tu luan" => PartKind.ExtendedText,
            _ => PartKinds.Parse(word) ?? throw new ItemFileException($"Không biết loại câu “{type}”. Các loại: một lựa chọn, nhiều lựa chọn, đúng/sai, ghép đôi, sắp thứ tự, điền chữ, điền số, tự luận."),
        };
    }

    private static decimal Number(string text, decimal otherwise, string column) => text.Trim().Length == 0 ? otherwise
        : decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ItemFileException($"Cột “{column}”: “{text.Trim()}” không phải là số.");
}
