namespace CongVu.Platform.Printing.Pdf;

/// <summary>Where LibreOffice is on this machine.</summary>
internal static class LibreOffice
{
    public const string MissingMessage =
        "Chưa tạo được bản PDF vì máy chủ chưa cài LibreOffice; bản DOCX vẫn dùng được. "
        + "Người quản trị cài gói libreoffice-writer-nogui, libreoffice-calc-nogui và fonts-liberation2 "
        + "(Debian, Ubuntu: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation2), rồi tạo lại bản PDF; không cần khởi động lại phần mềm.";

    private static readonly string[] KnownFolders =
    [
        "/usr/bin", "/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/usr/local/bin", "/snap/bin",
        "/Applications/LibreOffice.app/Contents/MacOS", @"C:\Program Files\LibreOffice\program",
    ];

    /// <summary>Full path of soffice, or null. Asked anew each time: installing it must not need a restart.</summary>
    public static string? Find(string? configured)
    {
        if (configured is not null)
        {
            return File.Exists(configured) ? configured : null;
        }

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var folders = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(KnownFolders);
        var names = OperatingSystem.IsWindows() ? new[] { "soffice.com", "soffice.exe" } : ["soffice", "libreoffice"];
        return folders.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);
    }
}
