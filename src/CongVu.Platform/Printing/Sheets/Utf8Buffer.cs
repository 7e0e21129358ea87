using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// A pooled block of UTF-8 that grows when a single row needs it. XmlWriter and the SDK's writer cost several times
/// more per cell; a list of 100,000 people has three million cells.
/// </summary>
internal sealed class Utf8Buffer : IDisposable
{
    // The longest of numbers and references fits.
    private const int Room = 64;

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "<>&\"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private byte[] _bytes;

    public Utf8Buffer(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        Ensure(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    public void Whole(long value)
    {
        Ensure(Room);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    public void Number(decimal value)
    {
        Ensure(Room);
        value.TryFormat(_bytes.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Text as it is; halves of surrogate pairs become U+FFFD.</summary>
    public void Plain(ReadOnlySpan<char> text)
    {
        Ensure(text.Length * 3);
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    /// <summary>Text inside an element or attribute: escaped, without what XML forbids.</summary>
    public void Xml(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                Plain(text);
                return;
            }

            Plain(text[..at]);
            Raw(text[at] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\t' => "\t"u8,
                '\n' => "\n"u8,
                _ => default,
            });
            text = text[(at + 1)..];
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Ensure(int more)
    {
        if (_bytes.Length - Length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + more));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
