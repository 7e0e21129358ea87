using System.Text.Json;

namespace CongVu.Law.Mutants;

/// <summary>One change Stryker made, as its JSON report lists it.</summary>
internal sealed record Mutant(int Id, string File, int Line, int Column, string Mutator, string Replacement, string Original, string Status)
{
    /// <summary>The folder of the law engine it lies in; what lies in none is told as the root.</summary>
    public string Folder => File.Contains('/') ? File[..File.IndexOf('/')] : "(root)";

    /// <summary>Stryker leaves out what does not compile and what a wider change of the same block already stands for.</summary>
    public bool IsInTheAssembly => Status is not "CompileError" && !(Status is "Ignored" && StandsForAnother);

    public bool StandsForAnother { get; init; }

    public static IReadOnlyList<Mutant> Read(string report)
    {
        using var json = JsonDocument.Parse(File_(report));
        var mutants = new List<Mutant>();
        foreach (var file in json.RootElement.GetProperty("files").EnumerateObject())
        {
            var name = file.Name.Replace('\\', '/');
            var at = name.LastIndexOf("CongVu.Law/", StringComparison.Ordinal);
            name = at < 0 ? name : name[(at + "CongVu.Law/".Length)..];
            var lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                var (start, end) = (mutant.GetProperty("location").GetProperty("start"), mutant.GetProperty("location").GetProperty("end"));
                var line = start.GetProperty("line").GetInt32();
                var reason = mutant.TryGetProperty("statusReason", out var told) ? told.GetString() ?? "" : "";
                mutants.Add(new Mutant(int.Parse(mutant.GetProperty("id").GetString()!), name, line, start.GetProperty("column").GetInt32(),
                    mutant.GetProperty("mutatorName").GetString()!, mutant.TryGetProperty("replacement", out var with) ? with.GetString() ?? "" : "",
                    Cut(lines, start, end), mutant.GetProperty("status").GetString()!)
                {
                    StandsForAnother = reason.Contains("block already covered"),
                });
            }
        }
        return [.. mutants.OrderBy(m => m.Id)];
    }

    private static string File_(string path) => System.IO.File.ReadAllText(path);

    private static string Cut(string[] lines, JsonElement start, JsonElement end)
    {
        var (line, last) = (start.GetProperty("line").GetInt32() - 1, end.GetProperty("line").GetInt32() - 1);
        var (from, to) = (start.GetProperty("column").GetInt32() - 1, end.GetProperty("column").GetInt32() - 1);
        return line == last ? lines[line][from..to] : lines[line][from..].TrimEnd() + " …";
    }
}
