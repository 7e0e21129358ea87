using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CongVu.Law.Vectors;

/// <summary>What became of one case.</summary>
public enum VectorOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>One case of a vector file, run.</summary>
/// <param name="File">Path relative to the folder that was run.</param>
/// <param name="Line">Line of the case, from 1.</param>
/// <param name="Message">Why it failed, in Vietnamese; null when it passed.</param>
public sealed record VectorResult(string File, int Line, string Name, string Area, VectorOutcome Outcome, string? Message);

/// <summary>All cases of a folder, run.</summary>
public sealed record VectorReport(IReadOnlyList<VectorResult> Results)
{
    public int Passed => Results.Count(r => r.Outcome == VectorOutcome.Passed);

    public int Failed => Results.Count(r => r.Outcome == VectorOutcome.Failed);

    public int Skipped => Results.Count(r => r.Outcome == VectorOutcome.Skipped);

    /// <summary>The last line outside checks look for.</summary>
    [JsonIgnore]
    public string Summary => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    /// <summary>Failures one a line, then the summary alone on the last.</summary>
    /// <param name="failures">False writes the summary only.</param>
    public void WriteTo(TextWriter writer, bool failures = true)
    {
        foreach (var result in Results.Where(r => failures && r.Outcome == VectorOutcome.Failed))
        {
            writer.WriteLine($"{result.File}:{result.Line}: {result.Name} [{result.Area}]: {result.Message}");
        }
        writer.WriteLine(Summary);
    }

    /// <summary>Counts and every result.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
