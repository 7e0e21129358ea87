using System.Globalization;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CongVu.Organisation.Contracts;

/// <summary>A rule as a file states it; <see cref="SignerUnitCode"/> names a unit by its code.</summary>
public sealed record FiledRule(AuthorityKey Key, SignerKind Signer, string? SignerUnitCode, IReadOnlyList<string> Posts, string? Consult, string? Report,
    string Instrument, string Article, DateOnly From, DateOnly? Until);

/// <summary>
/// Authority rules read from YAML: a list of instruments with their days and rules; a list in a field of a rule stands for one
/// rule per value. Unknown keys, unknown values and contradictions are errors that name the rule.
/// </summary>
public sealed class AuthorityFile
{
    private AuthorityFile(IReadOnlyList<FiledRule> rules) => Rules = rules;

    /// <summary>All rules of the file.</summary>
    public IReadOnlyList<FiledRule> Rules { get; }

    /// <summary>The rules of the practice province.</summary>
    public static AuthorityFile Practice()
    {
        using var stream = typeof(AuthorityFile).Assembly.GetManifestResourceStream("CongVu.Organisation.Data.authority-practice.yaml")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">The text is not a file of rules, or rules contradict each other.</exception>
    public static AuthorityFile Read(string yaml)
    {
        List<InstrumentText> instruments;
        try
        {
            instruments = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<List<InstrumentText>>(yaml);
        }
        catch (YamlDotNet.Core.YamlException e) { throw new FormatException($"Line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e); }
        var rules = instruments.SelectMany(i => i.Rules.SelectMany(r => Expand(i, r))).ToList();
        foreach (var (rule, n) in rules.Select((r, n) => (r, n)))
            if (rules.Take(n).FirstOrDefault(o => o.Key.Specificity == rule.Key.Specificity && o.Key.Meets(rule.Key) && (rule.Until is null || o.From < rule.Until) && (o.Until is null || rule.From < o.Until)) is { } other)
                throw new FormatException($"{rule.Article} {rule.Instrument} ({rule.Key}) contradicts {other.Article} ({other.Key}).");
        return new AuthorityFile(rules);
    }

    private static IEnumerable<FiledRule> Expand(InstrumentText instrument, RuleText text) =>
        from action in Values(text.Action)
        from category in Values(text.Category)
        from level in Values(text.Level)
        from rank in Values(text.Rank)
        from kind in Values(text.UnitKind)
        from unitLevel in Values(text.UnitLevel)
        let signer = Signer(text.Signer)
        select new FiledRule(new AuthorityKey(action, category, One<LeadershipLevel>(level), rank is null ? null : RankGroups.All.Single(g => g.Code == rank).Code, One<UnitKind>(kind), One<UnitLevel>(unitLevel)),
            signer.Kind, signer.UnitCode, text.Posts, text.Consult, text.Report, instrument.Instrument, text.Article, Day(instrument.From), instrument.Until is null ? null : Day(instrument.Until).AddDays(1));

    private static (SignerKind Kind, string? UnitCode) Signer(string text) => text switch
    {
        "itself" => (SignerKind.Itself, null),
        "parent" => (SignerKind.ParentAgency, null),
        _ => (SignerKind.Named, text),
    };

    private static IReadOnlyList<string?> Values(object? field) => field switch
    {
        null => new string?[] { null },
        string one => new string?[] { one },
        IEnumerable<object> several => [.. several.Cast<string>()],
        _ => throw new FormatException($"{field} is neither a value nor a list."),
    };

    private static T? One<T>(string? text) where T : struct, Enum =>
        text is null ? null : Enum.TryParse<T>(text, out var value) ? value : throw new FormatException($"{text} is no {typeof(T).Name}.");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class InstrumentText
    {
        public string Instrument { get; set; } = "";
        public string From { get; set; } = "";
        /// <summary>Last day, inclusive as instruments write it.</summary>
        public string? Until { get; set; }
        public List<RuleText> Rules { get; set; } = [];
    }

    private sealed class RuleText
    {
        public string Article { get; set; } = "";
        public object? Action { get; set; }
        public object? Category { get; set; }
        public object? Level { get; set; }
        public object? Rank { get; set; }
        public object? UnitKind { get; set; }
        public object? UnitLevel { get; set; }
        public string Signer { get; set; } = "";
        public List<string> Posts { get; set; } = [];
        public string? Consult { get; set; }
        public string? Report { get; set; }
    }
}
