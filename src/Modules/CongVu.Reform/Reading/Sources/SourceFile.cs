using System.Globalization;

namespace CongVu.Reform.Reading;

/// <summary>Takes a file in within the limits, tells its kind from its first bytes, and hands it to the right front end.</summary>
internal static class SourceFile
{
    public static PlanDocument Open(Stream file, string fileName, PlanReadLimits limits)
    {
        var bytes = Take(file, fileName, limits);
        if (bytes.Length == 0)
        {
            throw new PlanReadException(PlanReadError.Empty, $"Tệp “{fileName}” rỗng (0 byte). Kiểm tra lại tệp gốc hoặc tải lên lại.");
        }
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            return OfficePackage.Read(bytes, fileName, limits);
        }
        RefuseOtherKinds(bytes, fileName);
        var text = TextDecoding.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text.Trim('\uFEFF')))
        {
            throw new PlanReadException(PlanReadError.Empty, $"Tệp “{fileName}” không có chữ nào. Kiểm tra lại tệp gốc hoặc tải lên lại.");
        }
        return TextSource.Read(text);
    }

    private static byte[] Take(Stream file, string fileName, PlanReadLimits limits)
    {
        if (file.CanSeek && file.Length - file.Position > limits.MaxFileBytes)
        {
            throw TooLarge(fileName, limits, file.Length - file.Position);
        }
        using var taken = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            taken.Write(buffer, 0, read);
            if (taken.Length > limits.MaxFileBytes)
            {
                throw TooLarge(fileName, limits, null);
            }
        }
        return taken.ToArray();
    }

    private static PlanReadException TooLarge(string fileName, PlanReadLimits limits, long? size)
    {
        var culture = CultureInfo.GetCultureInfo("vi-VN");
        var real = size is null ? "" : string.Create(culture, $" (tệp này {size.Value / 1048576.0:N0} MB)");
        return new PlanReadException(PlanReadError.TooLarge,
            string.Create(culture, $"Tệp “{fileName}” vượt giới hạn {limits.MaxFileBytes / 1048576.0:N0} MB{real}. Kế hoạch thường chỉ vài trăm KB: bỏ ảnh chụp, ảnh quét trong tệp rồi lưu lại."));
    }

    private static void RefuseOtherKinds(byte[] b, string fileName)
    {
        var message = b switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "là tệp Word/Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu. Mở tệp, bỏ mật khẩu nếu có, chọn “Lưu thành” .docx hoặc .xlsx rồi đọc lại.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "là tệp PDF, bộ đọc chưa lấy được bảng từ PDF. Dùng bản .docx hoặc .xlsx gốc, hoặc chép nội dung sang tệp văn bản UTF-8.",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "là tệp RTF. Mở bằng Word, chọn “Lưu thành” .docx rồi đọc lại.",
            [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "là tệp ảnh. Dùng bản văn bản của kế hoạch (.docx, .xlsx, .txt, .md).",
            [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', ..] or [(byte)'7', (byte)'z', 0xBC, ..] => "là tệp nén. Giải nén rồi đọc tệp kế hoạch bên trong.",
            [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "là tệp chương trình, không phải kế hoạch.",
            _ => null,
        };
        if (message is not null)
        {
            throw new PlanReadException(PlanReadError.Unsupported, $"Tệp “{fileName}” {message}");
        }
    }
}
