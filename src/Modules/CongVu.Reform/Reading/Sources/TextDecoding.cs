using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>Bytes to text: UTF-8 with or without a mark, UTF-16 and UTF-32 with one; everything else is refused with the cure.</summary>
internal static class TextDecoding
{
    private const string Cure = "Mở tệp bằng chương trình đã soạn ra nó, chọn “Lưu thành” với bảng mã Unicode (UTF-8), rồi đọc lại.";

    public static string Decode(byte[] bytes)
    {
        var (encoding, mark) = Mark(bytes);
        if (mark == 0 && bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0))
        {
            throw new PlanReadException(PlanReadError.Unsupported,
                "Tệp không phải văn bản: có ký tự nhị phân ở đầu tệp. Nếu là văn bản UTF-16, hãy lưu lại dạng UTF-8; nếu là tệp Word hoặc Excel, hãy dùng .docx hoặc .xlsx.");
        }
        try
        {
            return encoding.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException broken)
        {
            throw new PlanReadException(PlanReadError.Encoding, Message(bytes, mark, broken), broken);
        }
    }

    private static (Encoding Encoding, int Mark) Mark(byte[] b)
    {
        if (b.Length >= 4 && b[0] == 0xFF && b[1] == 0xFE && b[2] == 0 && b[3] == 0)
        {
            return (new UTF32Encoding(false, true, true), 4);
        }
        return b switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(true, true), 3),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, true, true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, true, true), 2),
            _ => (new UTF8Encoding(false, true), 0),
        };
    }

    private static string Message(byte[] bytes, int mark, DecoderFallbackException broken)
    {
        var at = Math.Clamp(broken.Index + (mark == 0 ? 0 : mark), 0, bytes.Length - 1);
        var line = bytes.AsSpan(0, at).Count((byte)'\n') + 1;
        var likely = mark > 0 ? "" : OldVietnamese.Guess(bytes) is { } name ? $" Có vẻ tệp dùng bảng mã {name}." : "";
        return $"Tệp không phải văn bản Unicode hợp lệ: dòng {line} có byte không đọc được.{likely} {Cure}";
    }

    /// <summary>Refuses text that is Unicode only in name: typed with .VnTime or VNI fonts.</summary>
    public static void RefuseFontEncodings(string text)
    {
        if (OldVietnamese.FontEncoding(text) is { } name)
        {
            throw new PlanReadException(PlanReadError.Encoding,
                $"Chữ trong tệp được gõ theo bảng mã cũ {name}, không phải Unicode, nên không đọc được dấu tiếng Việt. Chuyển mã sang Unicode dựng sẵn (UniKey: Ctrl+Shift+F6), lưu lại rồi đọc lại.");
        }
    }
}
