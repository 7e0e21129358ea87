using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Tests.Printing;

/// <summary>A printed document, asked by meaning: what size is this line really, after its style?</summary>
internal sealed class OpenedDocx : IDisposable
{
    private readonly MemoryStream _bytes;
    private readonly WordprocessingDocument _word;

    public OpenedDocx(byte[] bytes)
    {
        _bytes = new MemoryStream(bytes);
        _word = WordprocessingDocument.Open(_bytes, isEditable: false);
    }

    public MainDocumentPart Main => _word.MainDocumentPart!;

    public Body Body => Main.Document.Body!;

    public string? Title => _word.PackageProperties.Title;

    public string? Language => _word.PackageProperties.Language;

    /// <summary>All lines of the text in reading order, those of tables included.</summary>
    public IReadOnlyList<string> Lines => [.. Body.Descendants<Paragraph>().Select(p => p.InnerText)];

    public IReadOnlyList<SectionProperties> Sections => [.. Body.Descendants<SectionProperties>()];

    public IEnumerable<string> Faults() => new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
        .Validate(_word)
        .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

    public Paragraph Find(string text) => Body.Descendants<Paragraph>().FirstOrDefault(p => p.InnerText == text)
        ?? Body.Descendants<Paragraph>().FirstOrDefault(p => p.InnerText.StartsWith(text, StringComparison.Ordinal))
        ?? throw new ShouldAssertException($"No line '{text}' in:\n{string.Join('\n', Lines)}");

    public Lettering TypeOf(string text) => TypeOf(Find(text));

    /// <summary>What the first words of the line look like.</summary>
    public Lettering TypeOf(Paragraph line)
    {
        var style = StyleOf(line);
        var own = line.Elements<Run>().FirstOrDefault()?.RunProperties;
        var styled = style.StyleRunProperties!;
        var size = own?.FontSize?.Val?.Value ?? styled.FontSize!.Val!.Value!;
        return new Lettering(
            styled.RunFonts!.Ascii!.Value!,
            double.Parse(size, CultureInfo.InvariantCulture) / 2,
            own?.Bold is not null || styled.Bold is not null,
            own?.Italic is not null || styled.Italic is not null);
    }

    public JustificationValues AlignmentOf(Paragraph line) =>
        line.ParagraphProperties!.Justification?.Val?.Value ?? StyleOf(line).StyleParagraphProperties!.Justification!.Val!.Value;

    public Style StyleOf(Paragraph line)
    {
        var id = line.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;
        return Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);
    }

    /// <summary>Length in twips of the rule drawn right under a line of a column this wide.</summary>
    public static int RuleUnder(Paragraph line, int columnWidth)
    {
        var rule = line.ElementsAfter().OfType<Paragraph>().First();
        rule.ParagraphProperties!.ParagraphBorders!.BottomBorder!.Val!.Value.ShouldBe(BorderValues.Single);
        var indent = rule.ParagraphProperties.Indentation!;
        return columnWidth - int.Parse(indent.Left!.Value!, CultureInfo.InvariantCulture) - int.Parse(indent.Right!.Value!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _word.Dispose();
        _bytes.Dispose();
    }
}

/// <summary>Fount, size in points and weight of a line.</summary>
internal sealed record Lettering(string Font, double Size, bool Bold, bool Italic);
