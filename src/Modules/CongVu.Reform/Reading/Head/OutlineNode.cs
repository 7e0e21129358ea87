namespace CongVu.Reform.Reading;

/// <summary>A heading or numbered item of the running text, with what stands under it.</summary>
internal sealed class OutlineNode(OutlineNode? parent, TextBlock? block, ItemNumber? number, string title, int rank)
{
    public const int RankOfLetter = 20;
    public const int RankOfBullet = 21;

    public OutlineNode? Parent { get; } = parent;

    /// <summary>Null only for the root.</summary>
    public TextBlock? Block { get; } = block;

    public ItemNumber? Number { get; } = number;

    /// <summary>The words after the number.</summary>
    public string Title { get; set; } = title;

    /// <summary>Smaller is higher: chapter, heading, I, A, 1, 1.1, a), dash.</summary>
    public int Rank { get; } = rank;

    public List<OutlineNode> Children { get; } = [];

    /// <summary>Paragraphs under the item that are no items themselves.</summary>
    public List<TextBlock> Body { get; } = [];

    /// <summary>"PL", "C" … before the number of an annex or chapter.</summary>
    public string Word { get; init; } = "";

    /// <summary>True for words that head something rather than say it.</summary>
    public bool IsHeading => Block is not null && Rank < RankOfBullet && Title.Length <= 260
        && (Block.HeadingLevel > 0 || Rank < 10 || Vietnamese.IsCapitals(Title) || (!Title.EndsWith('.') && !Title.EndsWith(';')));

    public IEnumerable<OutlineNode> SelfAndAbove()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    public IEnumerable<OutlineNode> SelfAndBelow()
    {
        var waiting = new Stack<OutlineNode>([this]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                waiting.Push(node.Children[i]);
            }
        }
    }
}
