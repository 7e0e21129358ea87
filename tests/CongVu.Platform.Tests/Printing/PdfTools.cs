using System.Diagnostics;

namespace CongVu.Platform.Tests.Printing;

/// <summary>What a reader of the PDF sees, through poppler's tools.</summary>
internal static class PdfTools
{
    public static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf)
    {
        var text = await RunAsync("pdftotext", pdf, "-layout", "-enc", "UTF-8", "{file}", "-");
        return [.. text.TrimEnd('\f', '\n').Split('\f')];
    }

    public static Task<string> FontsAsync(byte[] pdf) => RunAsync("pdffonts", pdf, "{file}");

    public static Task<string> InfoAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "{file}");

    private static async Task<string> RunAsync(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo(tool, arguments.Select(a => a == "{file}" ? file : a)) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
            using var process = Process.Start(start)!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0, $"{tool} failed");
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
