using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Word;

/// <summary>A line of a question paper: its marked pieces and where it stands.</summary>
internal sealed record PaperLine(IReadOnlyList<Piece> Pieces, string Where)
{
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>Text with one look, or something that is no text (a picture, a formula, a table).</summary>
internal sealed record Piece(string Text, Look Look, XNode? Other = null);

/// <summary>What of its look may mark a key.</summary>
[Flags]
internal enum Look { None = 0, Bold = 1, Underline = 2, Colour = 4, Highlight = 8, Italic = 16, Super = 32, Sub = 64 }
