using System.ComponentModel;
using System.Diagnostics;

namespace CongVu.Platform.Printing.Pdf;

/// <summary>
/// Whether a font with the widths of Times New Roman is installed; without one the PDF breaks its lines and pages
/// elsewhere than Word does.
/// </summary>
public static class DocumentFonts
{
    /// <summary>What to tell the reader where no such font is found.</summary>
    public const string MissingMessage =
        "Máy chủ không có phông chữ Times New Roman hoặc phông cùng cỡ chữ (Liberation Serif, Tinos), nên bản PDF có thể ngắt dòng, ngắt trang khác bản DOCX. "
        + "Người quản trị cài gói fonts-liberation2.";

    private static readonly string[] Families = ["Times New Roman", "Liberation Serif", "Tinos"];
    private static readonly string[] Files = ["times.ttf", "LiberationSerif-Regular.ttf", "Tinos-Regular.ttf"];
    private static bool _found;

    /// <summary>The warning, or null when all is well. Asked anew until a font is found.</summary>
    public static async Task<string?> WarningAsync(CancellationToken ct)
    {
        if (!Volatile.Read(ref _found))
        {
            Volatile.Write(ref _found, Serves(await ListAsync(ct)) || FoundInFolders());
        }

        return Volatile.Read(ref _found) ? null : MissingMessage;
    }

    /// <summary>Whether a list as fc-list prints it, one family a line, holds a font of the right widths.</summary>
    internal static bool Serves(string fontList) => fontList
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Split(','))
        .Any(family => Families.Contains(family.Trim(), StringComparer.OrdinalIgnoreCase));

    private static async Task<string> ListAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("fc-list", [":", "family"]) { RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var list = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return list;
        }
        catch (Win32Exception)
        {
            // fontconfig's tools are not installed; the folders still tell.
            return "";
        }
    }

    private static bool FoundInFolders()
    {
        string[] folders = [Environment.GetFolderPath(Environment.SpecialFolder.Fonts), "/usr/share/fonts", "/usr/local/share/fonts", @"C:\Windows\Fonts"];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", options))
            .Any(file => Files.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));
    }
}
