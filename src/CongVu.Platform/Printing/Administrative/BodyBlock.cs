namespace CongVu.Platform.Printing.Administrative;

/// <summary>Levels of headings; the first four are those of a normative text, the last two of reports and plans.</summary>
public enum HeadingLevel
{
    /// <summary>"Phần I", title in capitals below, centred.</summary>
    Part,

    /// <summary>"Chương I", title in capitals below, centred.</summary>
    Chapter,

    /// <summary>"Mục 1", title in capitals below, centred.</summary>
    Section,

    /// <summary>"Tiểu mục 1", title in capitals below, centred.</summary>
    Subsection,

    /// <summary>"I. MỤC ĐÍCH, YÊU CẦU" at the indent.</summary>
    Roman,

    /// <summary>"1. Mục đích" at the indent.</summary>
    Numbered,
}

/// <summary>A block of the body, printed in the order given.</summary>
public abstract record BodyBlock
{
    private BodyBlock()
    {
    }

    /// <summary>A justified paragraph with the first line indented.</summary>
    public sealed record Paragraph(RichText Text) : BodyBlock;

    /// <summary>A paragraph that starts with a dash.</summary>
    public sealed record Dash(RichText Text) : BodyBlock;

    /// <summary>A numbered heading.</summary>
    public sealed record Heading(HeadingLevel Level, int Number, string Title) : BodyBlock;

    /// <summary>
    /// "Điều 1. …". With a <see cref="Title"/> the title is bold and the text stands below;
    /// without one the text runs on behind the number.
    /// </summary>
    public sealed record Article(int Number, RichText Text) : BodyBlock
    {
        /// <summary>The title, when the article has one.</summary>
        public string? Title { get; init; }

        /// <summary>Paragraphs, clauses, points and tables of the article.</summary>
        public IReadOnlyList<BodyBlock> Blocks { get; init; } = [];
    }

    /// <summary>Khoản "1. …"; with a title, that stands bold on a line of its own and the text below.</summary>
    public sealed record Clause(int Number, RichText Text) : BodyBlock
    {
        /// <summary>The title, when the clause has one.</summary>
        public string? Title { get; init; }
    }

    /// <summary>Điểm "a) …"; the ordinal counts a, b, c, d, đ, e, g … from 1.</summary>
    public sealed record Point(int Ordinal, RichText Text) : BodyBlock;

    /// <summary>A table in the text.</summary>
    public sealed record Table(PrintTable Content) : BodyBlock;
}
