using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CongVu.Law;

/// <summary>
/// Why a figure is what it is: a tree that reads like a page of arithmetic and can be re-done by hand. Plain data, so it can be shown, printed, and stored
/// with a decision; its JSON form is read back years later, therefore members are only ever added, never renamed.
/// </summary>
/// <param name="Label">What the figure is, in Vietnamese.</param>
/// <param name="Value">The figure.</param>
public sealed record Explanation(string Label, ExplainedValue Value)
{
    /// <summary>The rule in words, in Vietnamese; null for a mere fact.</summary>
    public string? Formula { get; init; }

    /// <summary>Facts of the case that went in, with where each came from.</summary>
    public IReadOnlyList<ExplainedInput> Inputs { get; init; } = [];

    /// <summary>Figures of the law that went in, with source and verification status.</summary>
    public IReadOnlyList<ExplainedParameter> Parameters { get; init; } = [];

    /// <summary>How the figure was rounded; null when nothing needed rounding.</summary>
    public ExplainedRounding? Rounding { get; init; }

    /// <summary>Remarks a reader must see beside the figure.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The regime that decided, on the root of a calculation; null on its parts.</summary>
    public ExplainedRegime? Regime { get; init; }

    /// <summary>Version of the stored form, set on the root by <see cref="ToJson"/>; null on parts and on what was never stored.</summary>
    public int? Version { get; init; }

    /// <summary>Figures this one was made of, in the order of the calculation.</summary>
    public IReadOnlyList<Explanation> Children { get; init; } = [];

    /// <summary>Every figure of the law anywhere in the tree.</summary>
    [JsonIgnore]
    public IEnumerable<ExplainedParameter> AllParameters => Parameters.Concat(Children.SelectMany(c => c.AllParameters));

    /// <summary>Whether some figure of the law in the tree was never compared with the text of the norm.</summary>
    [JsonIgnore]
    public bool RestsOnUnreadText => AllParameters.Any(p => p.Status != VerificationStatus.TextRead);

    /// <summary>
    /// What a reader must be told beside the figure: which figures of the law were never compared with the text of the norm, and which were last compared too long ago.
    /// </summary>
    /// <param name="today">The day the result is looked at.</param>
    public IEnumerable<string> Cautions(DateOnly today)
    {
        var figures = AllParameters.DistinctBy(p => (p.Key, p.Source)).ToList();
        foreach (var recalled in figures.Where(p => p.Status == VerificationStatus.Recalled))
        {
            yield return $"{recalled.Label} ({recalled.Source}): {recalled.Verification}.";
        }
        foreach (var old in figures.Where(p => p.Checked is { } day && LawDay.AddMonths(day, LawDay.MonthsPerYear) < today))
        {
            yield return $"{old.Label} ({old.Source}): kiểm tra lần cuối ngày {LawDay.Format(old.Checked!.Value)}, đã quá 12 tháng.";
        }
    }

    /// <summary>The JSON form stored with a decision.</summary>
    public string ToJson() => JsonSerializer.Serialize(this with { Version = CurrentVersion }, Format);

    /// <summary>Reads what <see cref="ToJson"/> wrote, members this version does not know ignored.</summary>
    /// <exception cref="JsonException">The text is not an explanation.</exception>
    public static Explanation FromJson(string json) =>
        JsonSerializer.Deserialize<Explanation>(json, Format) ?? throw new JsonException("An explanation cannot be null.");

    private const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}

/// <summary>A fact of the case.</summary>
/// <param name="Origin">Where it was taken from, in Vietnamese: "Hồ sơ: ngạch, bậc lương".</param>
/// <param name="Decision">The decision behind the fact: "Quyết định số 125/QĐ-SNV ngày 05/09/2023"; null when none is recorded.</param>
public sealed record ExplainedInput(string Label, ExplainedValue Value, string Origin, string? Decision = null);

/// <summary>A figure of the law.</summary>
/// <param name="Key">Key of the parameter in the law's data.</param>
/// <param name="From">First day the figure holds.</param>
/// <param name="Instrument">Number of the instrument it stands in.</param>
/// <param name="Source">The reference as printed.</param>
/// <param name="Confidence">Only with <see cref="VerificationStatus.Recalled"/>.</param>
public sealed record ExplainedParameter(
    string Key, string Label, ExplainedValue Value, DateOnly From, string Instrument, string Source, VerificationStatus Status, Confidence? Confidence)
{
    /// <summary>Day the figure was last compared with its source; null where that is not recorded.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>A dated value of the law as it enters an explanation.</summary>
    public static ExplainedParameter Of<T>(Dated<T> dated, ExplainedValue value, string? label = null) =>
        Of(dated.Parameter, dated.From, dated.Source, dated.Verification, value, label);

    /// <summary>One row of a table of the law as it enters an explanation.</summary>
    public static ExplainedParameter Of(ParameterName parameter, DateOnly from, Citation source, Verification verification, ExplainedValue value, string? label = null) =>
        new(parameter.Key, label ?? parameter.Name, value, from, source.Instrument, source.Text, verification.Status, verification.Confidence)
        {
            Checked = parameter.Checked,
        };

    /// <summary>The tag shown beside the figure.</summary>
    [JsonIgnore]
    public Verification Verification => new(Status, Confidence);
}

/// <summary>The regime a calculation was made by, and what it was on that day.</summary>
/// <param name="On">The day whose law decided.</param>
/// <param name="Hash">Hash of what the regime declared and read that day; see <see cref="CongVu.Law.Regime.HashOn"/>.</param>
public sealed record ExplainedRegime(string Code, string Name, string Instrument, DateOnly On, string Hash)
{
    /// <summary>The regime as it is on a day.</summary>
    public static ExplainedRegime Of(Regime regime, LawBook book, DateOnly on) => new(regime.Code, regime.Name, regime.Instrument, on, regime.HashOn(book, on));
}

/// <summary>A rounding that took place.</summary>
/// <param name="Policy">What was done, in Vietnamese.</param>
/// <param name="Provision">The provision that says so, or the statement that none does.</param>
public sealed record ExplainedRounding(string Policy, string Provision)
{
    /// <summary>Rounding of an amount to whole đồng; see <see cref="Money"/>.</summary>
    public static ExplainedRounding WholeDong { get; } = new("Làm tròn đến đồng, từ nửa đồng trở lên tính tròn lên", "Quy ước tính toán; các văn bản về tiền lương không quy định");
}
