using System.Text.RegularExpressions;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Word;

/// <summary>A question of a paper while its lines come in.</summary>
internal sealed partial class Draft(int number, string where, string topic)
{
    private readonly List<List<Piece>> _stem = [];
    private readonly List<List<Piece>> _why = [];
    private bool _isWhy;

    public int Number => number;
    public string Where => where;
    public string? Answer { get; set; }
    public List<(string Letter, bool Starred, List<List<Piece>> Lines)> Choices { get; } = [];

    public void StartWhy(List<Piece> pieces)
    {
        _isWhy = true;
        _why.Add(pieces);
    }

    /// <summary>A further line: of the question, of choices (several may share it), or going on with the last choice.</summary>
    public void Add(IReadOnlyList<Piece> pieces)
    {
        if (_isWhy) { _why.Add([.. pieces]); return; }
        var text = string.Concat(pieces.Select(p => p.Text));
        var marks = Marks(text);
        var first = marks.Count > 0 ? marks[0].Index : text.Length;
        var before = PaperReader.Cut(pieces, 0, marks.Count > 0 ? first : int.MaxValue);
        if (before.Exists(p => p.Other is not null || p.Text.Trim().Length > 0)) (Choices.Count > 0 ? Choices[^1].Lines : _stem).Add(before);
        for (var i = 0; i < marks.Count; i++)
        {
            var (index, length, letter, starred) = marks[i];
            // The look of the letter itself counts too: often only "B." is bold.
            var end = i + 1 < marks.Count ? marks[i + 1].Index : int.MaxValue;
            var mark = PaperReader.Cut(pieces, index, index + length).Find(p => p.Text.Any(char.IsLetter))?.Look ?? Look.None;
            var said = PaperReader.Cut(pieces, index + length, end);
            said.Insert(0, new Piece("", mark));
            Choices.Add((letter, starred, [said]));
        }
    }

    public void Finish(ReadSet set, MediaShelf media, string? keyOfTable)
    {
        List<string> lost = [];
        var form = new ContentForm(media.Take, lost.Add);
        var stem = form.Of(Nodes(_stem));
        if (stem.IsEmpty) throw new ItemFileException("Câu hỏi trống.");
        if (Choices.Count == 1) throw new ItemFileException("Câu hỏi chỉ có một phương án.");
        if (Choices.GroupBy(c => c.Letter).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ItemFileException($"Có hai phương án “{twice.Key}”.");
        var choices = Choices.Select(c => new Choice(c.Letter, form.Of(Nodes(c.Lines)))).ToList();
        if (choices.Find(c => c.Content.IsEmpty) is { } empty) throw new ItemFileException($"Phương án “{empty.Id}” trống.");
        var part = choices.Count == 0 ? Open(keyOfTable) : Closed(choices, keyOfTable);
        var all = media.All.Where(m => stem.Xml.Contains($"src=\"{m.Name}\"", StringComparison.Ordinal) || choices.Exists(c => c.Content.Xml.Contains($"src=\"{m.Name}\"", StringComparison.Ordinal))).ToList();
        set.Add(new ExamItem { Id = $"Q{number}", Title = "", Stem = stem, Parts = [part], Explanation = form.Of(Nodes(_why)), Topic = topic, Media = all });
        foreach (var what in lost.Distinct()) set.Lose(set.Items[^1].Id, what);
    }

    private Part Open(string? keyOfTable)
    {
        var answer = Answer ?? keyOfTable;
        if (answer is null) return new Part { Id = "RESPONSE", Kind = PartKind.ExtendedText };
        var word = answer.Trim().ToLowerInvariant();
        if (word is "đúng" or "sai" or "đ" or "s" or "true" or "false")
            return new Part { Id = "RESPONSE", Kind = PartKind.TrueFalse, Choices = TrueFalseWords.Choices(), Key = [word is "đúng" or "đ" or "true" ? "true" : "false"] };
        return new Part { Id = "RESPONSE", Kind = PartKind.GapText, Key = [.. answer.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] };
    }

    private Part Closed(List<Choice> choices, string? keyOfTable)
    {
        var written = Answer ?? keyOfTable;
        var key = written is null ? Marked(choices) : Letters().Matches(written.ToUpperInvariant()).Select(m => m.Value).Distinct().ToList();
        if (key.Count == 0) throw new ItemFileException(written is null
            ? "Không thấy đáp án: đánh dấu phương án đúng bằng in đậm, gạch chân, màu chữ hoặc dấu *, hoặc thêm bảng đáp án ở cuối tệp."
            : $"Đáp án “{written}” không phải chữ cái của phương án.");
        if (key.Find(k => !choices.Exists(c => c.Id == k)) is { } unknown) throw new ItemFileException($"Đáp án “{unknown}” không có trong các phương án {string.Join(", ", choices.Select(c => c.Id))}.");
        var kind = key.Count > 1 ? PartKind.MultipleResponse : TrueFalseWords.Are(choices) ? PartKind.TrueFalse : PartKind.SingleChoice;
        return new Part { Id = "RESPONSE", Kind = kind, Choices = choices, Key = key };
    }

    // The look that some choices have and others have not. An asterisk is plainest, then underline, highlight, colour, bold.
    private List<string> Marked(List<Choice> choices)
    {
        var starred = Choices.Where(c => c.Starred).Select(c => c.Letter).ToList();
        if (starred.Count > 0) return starred;
        foreach (var look in (Look[])[Look.Highlight, Look.Underline, Look.Colour, Look.Bold])
        {
            // Whole choices first; where none is whole, the letter alone.
            foreach (var isWhole in (bool[])[true, false])
            {
                var marked = Choices.Where(c => isWhole ? Whole(c.Lines, look) : c.Lines[0][0].Look.HasFlag(look)).Select(c => c.Letter).ToList();
                if (marked.Count > 0 && marked.Count < choices.Count) return marked;
            }
        }
        return [];
    }

    private static bool Whole(List<List<Piece>> lines, Look look)
    {
        var pieces = lines.SelectMany(l => l).Where(p => p.Text.Trim().Length > 0).ToList();
        return pieces.Count > 0 && pieces.TrueForAll(p => p.Look.HasFlag(look));
    }

    // Letters must follow one another from A: "B." inside a sentence is no choice. Choices begin a line, or stand several on one.
    private List<(int Index, int Length, string Letter, bool Starred)> Marks(string text)
    {
        List<(int, int, string, bool)> marks = [];
        var expected = Choices.Count == 0 ? 'A' : (char)(Choices[^1].Letter[0] + 1);
        foreach (Match m in ChoiceMark().Matches(text))
        {
            var letter = m.Groups["l"].Value.ToUpperInvariant();
            if (letter[0] != expected) continue;
            marks.Add((m.Index, m.Length, letter, m.Groups["s"].Success || m.Groups["t"].Success));
            expected++;
        }
        var isAtStart = marks.Count > 0 && string.IsNullOrWhiteSpace(text[..marks[0].Item1]);
        return isAtStart || marks.Count > 1 ? marks : [];
    }

    /// <summary>Pieces as markup.</summary>
    public static IEnumerable<XNode> Show(IEnumerable<Piece> pieces) => pieces.SelectMany(Node);

    private static IEnumerable<XNode> Nodes(List<List<Piece>> lines)
    {
        var paragraphs = lines.Select(l => l.SelectMany(Node).ToList()).Where(n => n.Count > 0).ToList();
        if (paragraphs is [var only]) return only;
        return paragraphs.Select(p => p is [XElement { Name.LocalName: "table" } table] ? table : new XElement("p", p));
    }

    // Bold, underline and colour may be the key and are not shown; italics, raised and lowered text mean something.
    private static IEnumerable<XNode> Node(Piece piece)
    {
        if (piece.Other is not null) return [piece.Other];
        if (piece.Text.Length == 0) return [];
        XNode node = new XText(piece.Text);
        if (piece.Look.HasFlag(Look.Super)) node = new XElement("sup", node);
        if (piece.Look.HasFlag(Look.Sub)) node = new XElement("sub", node);
        if (piece.Look.HasFlag(Look.Italic)) node = new XElement("em", node);
        return [node];
    }

    [GeneratedRegex(@"(?:^|(?<=[\s.;,?!:)\]]))(?<s>\*)?\s?(?<l>[A-Ha-h])(?:\s?(?<t>\*))?\s?[.)/]\s*")]
    private static partial Regex ChoiceMark();

    [GeneratedRegex(@"[A-H](?![A-Z])")]
    private static partial Regex Letters();
}
