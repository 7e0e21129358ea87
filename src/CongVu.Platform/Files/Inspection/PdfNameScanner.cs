using System.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>
/// Finds names ("/JavaScript") in the bytes of a PDF, block by block, also when letters are written as "#4A".
/// </summary>
internal sealed class PdfNameScanner(Action<string, long> found)
{
    private const int Longest = 32;
    private readonly StringBuilder _name = new();
    private bool _inName;
    private int _hexDigits = -1;
    private int _hex;

    public void Feed(ReadOnlySpan<byte> block, long offset)
    {
        var i = 0;
        while (i < block.Length)
        {
            if (!_inName)
            {
                var slash = block[i..].IndexOf((byte)'/');
                if (slash < 0)
                {
                    return;
                }

                i += slash + 1;
                Start();
                continue;
            }

            var b = block[i];
            if (IsRegular(b) && _name.Length < Longest)
            {
                Take(b);
                i++;
            }
            else
            {
                End(offset + i);
            }
        }
    }

    /// <summary>The bytes are over; a name may end with them.</summary>
    public void Finish(long offset)
    {
        if (_inName)
        {
            End(offset);
        }
    }

    private void Start()
    {
        _inName = true;
        _hexDigits = -1;
        _name.Clear();
    }

    private void End(long offset)
    {
        _inName = false;
        found(_name.ToString(), offset);
    }

    private void Take(byte b)
    {
        if (_hexDigits < 0)
        {
            if (b == '#')
            {
                (_hexDigits, _hex) = (0, 0);
            }
            else
            {
                _name.Append((char)b);
            }

            return;
        }

        if (!char.IsAsciiHexDigit((char)b))
        {
            _hexDigits = -1;
            _name.Append('#');
            return;
        }

        _hex = (_hex * 16) + Convert.ToInt32(((char)b).ToString(), 16);
        if (++_hexDigits == 2)
        {
            _hexDigits = -1;
            _name.Append((char)_hex);
        }
    }

    private static bool IsRegular(byte b) => b > ' ' && b is not ((byte)'/' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')' or (byte)'{' or (byte)'}' or (byte)'%');
}
