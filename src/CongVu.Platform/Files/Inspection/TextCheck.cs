using System.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>Text must be UTF-8: other encodings of Vietnamese cannot be told apart safely.</summary>
internal static class TextCheck
{
    public static void Check(FileStream file, string name, FileUse use, CancellationToken ct)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[bytes.Length + 1];
        file.Position = 0;
        try
        {
            int read;
            do
            {
                ct.ThrowIfCancellationRequested();
                read = file.Read(bytes);
                var block = bytes.AsSpan(0, read);
                if (file.Position == read && (block.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || block.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])))
                {
                    throw Refusals.NotUtf8(name);
                }

                // Zero bytes mean no text at all, so the advice about encodings would mislead.
                if (block.Contains((byte)0))
                {
                    throw Refusals.Unknown(name, use);
                }

                decoder.GetChars(block, chars, flush: read == 0);
            }
            while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            throw Refusals.NotUtf8(name);
        }
    }
}
