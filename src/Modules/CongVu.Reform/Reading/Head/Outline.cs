using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

/// <summary>The running text as a tree of headings and items; tells under which heading each table stands.</summary>
internal sealed class Outline
{
    private static readonly Regex Division = new(
        @"^(?<word>phu luc|phan|chuong|muc|dieu|bieu)(\s+(so\s+)?(?<number>[ivx]+|\d{1,3}[a-z]?|thu\s+\p{L}+))?\s*[.:\-]?(\s+|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly Dictionary<TablePart, OutlineNode> headings = [];
    private readonly bool lettersOutside;
    private OutlineNode current;
    private TextBlock? last;

    private Outline(IReadOnlyList<PlanPart> parts)
    {
        Root = current = new OutlineNode(null, null, null, "", 0);
        lettersOutside = LettersComeFirst(parts);
    }

    public OutlineNode Root { get; }

    /// <summary>Paragraphs that stand between two tables under the same heading.</summary>
    public List<TextBlock> BetweenTables { get; } = [];

    public OutlineNode HeadingOf(TablePart table) => headings[table];

    public static Outline Of(IReadOnlyList<PlanPart> parts)
    {
        var outline = new Outline(parts);
        List<TextBlock> sinceTable = [];
        OutlineNode? tableHeading = null;
        foreach (var part in parts)
        {
            if (part is TextPart text)
            {
                outline.Add(text.Block);
                sinceTable.Add(text.Block);
            }
            else if (part is TablePart table)
            {
                var heading = outline.current.SelfAndAbove().First(n => n.Parent is null || (n.Rank < OutlineNode.RankOfLetter && n.IsHeading));
                outline.headings[table] = heading;
                if (heading == tableHeading)
                {
                    outline.BetweenTables.AddRange(sinceTable);
                }
                tableHeading = heading;
                sinceTable.Clear();
                outline.last = null;
            }
        }
        return outline;
    }

    private void Add(TextBlock block)
    {
        var text = Vietnamese.OneLine(block.Text);
        var (rank, number, title, word) = Classify(block, text);
        if (rank < 0)
        {
            if (GoesOnWithHeading(block, text))
            {
                current.Title += " " + text;
            }
            else
            {
                current.Body.Add(block);
            }
            last = block;
            return;
        }
        while (current.Parent is not null && current.Rank >= rank)
        {
            current = current.Parent;
        }
        var node = new OutlineNode(current, block, number, title, rank) { Word = word };
        current.Children.Add(node);
        current = node;
        last = block;
    }

    /// <summary>A heading in capitals broken over two lines.</summary>
    private bool GoesOnWithHeading(TextBlock block, string text) =>
        !block.AfterGap && current.Block is not null && last == current.Block && current.Number is not null && Vietnamese.IsCapitals(text) && Vietnamese.IsCapitals(current.Title) && current.Title.Length >= 30;

    private (int Rank, ItemNumber? Number, string Title, string Word) Classify(TextBlock block, string text)
    {
        var folded = Vietnamese.Fold(text.Length > 60 ? text[..60] : text);
        var division = Division.Match(folded);
        if (division.Success && (division.Groups["number"].Success || folded is "phu luc"))
        {
            var word = division.Groups["word"].Value;
            var digits = division.Groups["number"].Value.ToUpperInvariant();
            return (word switch { "phu luc" or "phan" or "bieu" => 1, "chuong" => 2, "muc" => 3, _ => 12 },
                digits.Length > 0 && ItemNumber.OfCell(digits) is { } n ? n : null, text[Math.Min(division.Length, text.Length)..].Trim(), word == "phu luc" ? "PL" : word == "phan" ? "P" : word[..1].ToUpperInvariant());
        }
        if (ItemNumber.OfStart(text) is { } item)
        {
            return (RankOf(item.Number), item.Number, text[item.WordsAt..].Trim(), "");
        }
        if (text[0] is '-' or '–' or '•' or '*' or '+' or '—' or '\uF0B7' or '\uF02D' && text.Length > 2)
        {
            return (text[0] == '+' ? OutlineNode.RankOfBullet + 1 : OutlineNode.RankOfBullet, null, text.TrimStart('-', '–', '•', '*', '+', '—', '\uF0B7', '\uF02D', ' '), "");
        }
        if (block.HeadingLevel > 0)
        {
            return (3 + block.HeadingLevel, null, text, "");
        }
        return Vietnamese.IsCapitals(text) && text.Length is > 5 and < 160 && text.Any(char.IsLetter) && !GoesOnWithHeading(block, text)
            ? (9, null, text, "")
            : (-1, null, text, "");
    }

    private int RankOf(ItemNumber number) => number.Style switch
    {
        NumberStyle.Letter => lettersOutside ? 10 : 12,
        NumberStyle.Roman => 10 + number.Depth,
        NumberStyle.Arabic => 12 + Math.Min(number.Depth, 6),
        NumberStyle.SmallLetter => OutlineNode.RankOfLetter,
        _ => 19,
    };

    private static bool LettersComeFirst(IReadOnlyList<PlanPart> parts)
    {
        foreach (var part in parts.OfType<TextPart>())
        {
            if (ItemNumber.OfStart(part.Block.Text) is { } item && item.Number is { Style: NumberStyle.Letter or NumberStyle.Roman, Depth: 1 })
            {
                if (item.Number.Path[0] is "A" or "I")
                {
                    return item.Number.Path[0] == "A";
                }
            }
        }
        return false;
    }
}
