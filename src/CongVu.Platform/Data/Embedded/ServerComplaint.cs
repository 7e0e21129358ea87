namespace CongVu.Platform.Data.Embedded;

/// <summary>Turns what initdb or the server said in English into what the operator should do about it.</summary>
internal static class ServerComplaint
{
    // errno, as the runtime hands it on in HResult.
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    public static EmbeddedPostgresException Explain(string said, string home)
    {
        var (code, advice) = Reason(said, home);
        return new EmbeddedPostgresException(code, $"{advice}\nPostgreSQL báo:\n{LastLines(said, 12)}\n");
    }

    public static EmbeddedPostgresException DiskFull(string home, long freeBytes) =>
        new("disk-full", $"Ổ đĩa chứa «{home}» chỉ còn {freeBytes / 1_048_576} MB trống, không đủ để tạo cơ sở dữ liệu. Hãy giải phóng chỗ trống rồi chạy lại.");

    /// <summary>The host's own files in the data folder could not be made or read; null for a failure that is a bug.</summary>
    public static EmbeddedPostgresException? OfHost(Exception failure, string dataFolder) => failure switch
    {
        UnauthorizedAccessException => new("permission-denied",
            $"Không có quyền đọc, ghi «{dataFolder}» ({failure.Message}). Thư mục dữ liệu này do một tài khoản khác tạo ra: hãy chạy bằng đúng "
            + "tài khoản đó, hoặc chọn thư mục khác bằng biến CONGVU_DATA.", failure),
        IOException { HResult: NoSpace } => DiskFull(dataFolder, 0),
        IOException { HResult: ReadOnly } => new("permission-denied",
            $"Ổ đĩa chứa «{dataFolder}» chỉ cho đọc. Hãy chọn thư mục khác bằng biến CONGVU_DATA.", failure),
        IOException => new("folder-unusable",
            $"Không dùng được thư mục dữ liệu «{dataFolder}» ({failure.Message}). Hãy chọn thư mục khác bằng biến CONGVU_DATA.", failure),
        _ => null,
    };

    private static (string Code, string Advice) Reason(string said, string home)
    {
        if (Says("No space left on device"))
            return ("disk-full", $"Ổ đĩa chứa «{home}» đã đầy. Dữ liệu được giữ nguyên; hãy giải phóng chỗ trống rồi chạy lại.");
        if (Says("Address already in use") || Says("could not bind"))
            return ("port-taken", "Cổng mạng (hoặc socket) dành cho PostgreSQL đang bị chương trình khác chiếm. Hãy chạy lại để chọn cổng khác.");
        if (Says("incompatible with server"))
            return ("postgres-version-differs", $"Dữ liệu ở «{home}» do một phiên bản PostgreSQL khác tạo. Dữ liệu được giữ nguyên; hãy cài đúng phiên bản đó.");
        if (Says("Read-only file system"))
            return ("permission-denied", $"Ổ đĩa chứa «{home}» chỉ cho đọc. Hãy chọn thư mục khác bằng biến CONGVU_DATA.");
        if (Says("lock file \"") && Says("already exists") || Says("pre-existing shared memory"))
            return ("data-in-use", $"Một máy chủ PostgreSQL khác đang mở dữ liệu ở «{home}». Hãy dừng máy chủ đó trước.");
        if (Says("Permission denied") || Says("Operation not permitted"))
            return ("permission-denied", $"Tài khoản chạy PostgreSQL không có quyền trên «{home}».");
        if (Says("Cannot allocate memory") || Says("could not resize shared memory") || Says("could not map anonymous shared memory"))
            return ("no-memory", "Máy không đủ bộ nhớ để chạy PostgreSQL.");
        return ("start-failed", $"PostgreSQL không khởi động được (dữ liệu ở «{home}» được giữ nguyên).");

        bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static string LastLines(string text, int count) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(count));
}
