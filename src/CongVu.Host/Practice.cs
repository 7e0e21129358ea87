namespace CongVu.Host;

/// <summary>Prepares the practice province at the first start when asked to (<c>CONGVU_PRACTICE=1</c>).</summary>
internal static class Practice
{
    public static Task PrepareAsync(WebApplication app) => Task.CompletedTask;
}
