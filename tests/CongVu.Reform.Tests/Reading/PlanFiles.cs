using System.Text;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Finds plan files: the four real ones lie in a folder shared/plans beside the repository, our own beside the tests.</summary>
internal static class PlanFiles
{
    public static PlanReadResult ReadReal(string name) => Read(Path.Combine(RealFolder(), name));

    public static string RealText(string name) => File.ReadAllText(Path.Combine(RealFolder(), name));

    public static PlanReadResult ReadOwn(string name) => Read(Path.Combine(AppContext.BaseDirectory, "Reading", "Plans", name));

    public static PlanReadResult ReadText(string text, string name = "kế hoạch.md") => ReadBytes(Encoding.UTF8.GetBytes(text), name);

    public static PlanReadResult ReadBytes(byte[] bytes, string name, PlanReadLimits? limits = null) => PlanReader.Read(new MemoryStream(bytes), name, limits);

    private static PlanReadResult Read(string path)
    {
        using var file = File.OpenRead(path);
        return PlanReader.Read(file, Path.GetFileName(path));
    }

    private static string RealFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var plans = Path.Combine(folder.FullName, "shared", "plans");
            if (Directory.Exists(plans))
            {
                return plans;
            }
        }
        throw new DirectoryNotFoundException(
            "The four real plans are needed for this test: put the folder shared/plans beside the folder of the repository (or above it) and run again.");
    }
}
