namespace CongVu.Law.Tests;

/// <summary>The checked-out repository, for tests that look at its own text.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CongVu.slnx")))
            {
                folder = folder.Parent;
            }
            return folder?.FullName ?? throw new DirectoryNotFoundException("CongVu.slnx");
        }
    }
}
