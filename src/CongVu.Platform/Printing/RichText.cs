namespace CongVu.Platform.Printing;

/// <summary>A stretch of text in one weight. A line feed inside it becomes a line break on paper.</summary>
public sealed record Span(string Text, bool Bold = false, bool Italic = false)
{
    /// <summary>Text that stands out, for example the name of the person a decision is about.</summary>
    public static Span Strong(string text) => new(text, Bold: true);

    /// <summary>Plain text.</summary>
    public static implicit operator Span(string text) => new(text);
}

/// <summary>Text of a paragraph or a table cell: one or more <see cref="Span"/>. A string converts to it.</summary>
public sealed class RichText
{
    /// <summary>Nothing at all; an empty table cell.</summary>
    public static readonly RichText Empty = new([]);

    private RichText(IReadOnlyList<Span> spans) => Spans = spans;

    /// <summary>The stretches in reading order.</summary>
    public IReadOnlyList<Span> Spans { get; }

    /// <summary>Joins stretches of different weight into one text.</summary>
    public static RichText Of(params Span[] spans) => new([.. spans]);

    /// <summary>Plain text; null is an empty cell.</summary>
    public static implicit operator RichText(string? text) => string.IsNullOrEmpty(text) ? Empty : new([new Span(text)]);

    /// <summary>The text without its weights.</summary>
    public override string ToString() => string.Concat(Spans.Select(s => s.Text));

    internal RichText With(Func<Span, Span> change) => new([.. Spans.Select(change)]);

    internal RichText Prefixed(Span lead) => new([lead, .. Spans]);

    /// <summary>Replaces the closing punctuation, wherever the last written character stands.</summary>
    internal RichText EndingWith(string mark)
    {
        var spans = Spans.ToList();
        while (spans.Count > 0)
        {
            var last = spans[^1];
            var kept = last.Text.TrimEnd(' ', '\u00A0', '\n', '.', ';', ',', '/');
            if (kept.Length > 0)
            {
                spans[^1] = last with { Text = kept + mark };
                return new(spans);
            }

            spans.RemoveAt(spans.Count - 1);
        }

        return this;
    }
}
