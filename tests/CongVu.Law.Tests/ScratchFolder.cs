namespace CongVu.Law.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("congvu-law-").FullName;

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A copy of the project's own law, to be broken in one place.</summary>
    public static ScratchFolder WithTheLaw()
    {
        var folder = new ScratchFolder();
        var law = LawFolder.Find();
        foreach (var file in Directory.EnumerateFiles(law, "*", SearchOption.AllDirectories))
        {
            folder.Write(System.IO.Path.GetRelativePath(law, file), File.ReadAllText(file));
        }
        return folder;
    }

    /// <summary>Replaces the only occurrence of a text in a file.</summary>
    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, file));
        text.Split(old).Length.ShouldBe(2, $"“{old}” must occur exactly once in {file}.");
        Write(file, text.Replace(old, with));
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
