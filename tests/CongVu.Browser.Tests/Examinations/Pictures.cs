namespace CongVu.Browser.Tests.Examinations;

/// <summary>
/// Pictures for the user guide, taken on the way when CONGVU_PICTURES names a folder (docs/user-guide/images); the same at the width of a phone, to be looked at, in its folder "360".
/// </summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CONGVU_PICTURES");

    public static async Task TakeAsync(Window window, string name, int height = 900)
    {
        if (Folder is null) return;
        var page = window.Page;
        var before = page.ViewportSize!;
        foreach (var (width, folder, whole) in new[] { (360, Path.Combine(Folder, "360"), true), (1280, Folder, false) })
        {
            Directory.CreateDirectory(folder);
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
        }
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
