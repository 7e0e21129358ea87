using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web;

/// <summary>
/// Content that is encoded while it is put together and kept as one text. A table of fifty rows is some four thousand pieces; kept apart
/// until the page is written, as <see cref="HtmlContentBuilder"/> keeps them, they cost more than all the rest of the page.
/// </summary>
public sealed class MarkupText : IHtmlContentBuilder
{
    // The same letters stay as they are as in the encoder of the pages, see ScreenSetup.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private StringWriter? _writer;

    /// <inheritdoc />
    public IHtmlContentBuilder Append(string unencoded)
    {
        _text.Append(Encoder.Encode(unencoded));
        return this;
    }

    /// <inheritdoc />
    public IHtmlContentBuilder AppendHtml(string encoded)
    {
        _text.Append(encoded);
        return this;
    }

    /// <inheritdoc />
    public IHtmlContentBuilder AppendHtml(IHtmlContent content)
    {
        if (content is MarkupText other) _text.Append(other._text);
        else content.WriteTo(_writer ??= new StringWriter(_text), Encoder);
        return this;
    }

    /// <inheritdoc />
    public IHtmlContentBuilder Clear()
    {
        _text.Clear();
        return this;
    }

    /// <inheritdoc />
    public void CopyTo(IHtmlContentBuilder builder) => builder.AppendHtml(this);

    /// <inheritdoc />
    public void MoveTo(IHtmlContentBuilder builder) => builder.AppendHtml(this);

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var chunk in _text.GetChunks()) writer.Write(chunk.Span);
    }

    /// <summary>The content as HTML.</summary>
    public override string ToString() => _text.ToString();
}
