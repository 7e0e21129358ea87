using System.Collections.Concurrent;
using System.Collections.Frozen;
using CongVu.Law;

namespace CongVu.Personnel.Contracts;

/// <summary>Names and choices of the code lists that records use; the lists themselves are dated data of the law folder.</summary>
public sealed class StaffCodes(LawBook law)
{
    /// <summary>Staff categories.</summary>
    public const string Categories = "staff-categories";
    /// <summary>Ethnicities.</summary>
    public const string Ethnicities = "ethnicities";
    /// <summary>Religions.</summary>
    public const string Religions = "religions";
    /// <summary>Levels of professional qualification, a ladder.</summary>
    public const string EducationLevels = "education-levels";
    /// <summary>Levels of political theory, a ladder.</summary>
    public const string PoliticalLevels = "political-theory-levels";
    /// <summary>Levels of state management training, a ladder.</summary>
    public const string StateManagementLevels = "state-management-levels";
    /// <summary>Levels of general education, a ladder.</summary>
    public const string GeneralLevels = "general-education-levels";
    /// <summary>Sexes.</summary>
    public const string Sexes = "sexes";

    private readonly ConcurrentDictionary<string, FrozenDictionary<string, CodeListItem>> _items = new(StringComparer.Ordinal);
    private readonly Lazy<FrozenDictionary<string, int>> _rankOrder = new(() => !law.Parameters.ContainsKey("pay.ranks") ? FrozenDictionary<string, int>.Empty
        : law.Table("pay.ranks").Values.SelectMany(v => v.Value.Rows).Select(r => r.Text("code")).Distinct().Select((code, place) => (code, place)).ToFrozenDictionary(r => r.code, r => r.place, StringComparer.Ordinal));
    private readonly ConcurrentDictionary<string, string> _ranks = new(StringComparer.Ordinal);

    /// <summary>The name of a code in whichever version of the list knows it, the newest first; the code itself when none does.</summary>
    public string Name(string list, string? code) => code is null ? "" : Items(list).GetValueOrDefault(code)?.Name ?? code;

    /// <summary>The name a rank or professional title last had; the code itself when it never had one.</summary>
    public string RankName(string? code) => code is null ? "" : _ranks.GetOrAdd(code, c => law.Pay.Ranks.NameOf(c) ?? c);

    /// <summary>Ranks that may be given on a day; on days before the data begin, none.</summary>
    public IReadOnlyList<Law.Pay.Rank> RanksOn(DateOnly day) => law.Parameters.ContainsKey("pay.ranks") && law.Table("pay.ranks").Covers(day) ? law.Pay.Ranks.On(day) : [];

    /// <summary>Place of a rank in the catalogue; ranks it does not know come last.</summary>
    public int RankOrder(string code) => _rankOrder.Value.TryGetValue(code, out var place) ? place : int.MaxValue - 1;

    /// <summary>Place on the ladder of a list that is one; 0 for none.</summary>
    public int Level(string list, string? code) => code is null ? 0 : Items(list).GetValueOrDefault(code)?.Level ?? 0;

    /// <summary>Whether some version of the list knows the code. True for a list that is not there: nothing to compare with.</summary>
    public bool Knows(string list, string code) => Items(list) is { Count: > 0 } items ? items.ContainsKey(code) : true;

    /// <summary>Entries that may be used on a day, in the list's order; on days before the data begin, those of the first version.</summary>
    public IReadOnlyList<CodeListItem> On(string list, DateOnly day)
    {
        if (!Has(list)) return [];
        var lists = law.CodeList(list);
        return [.. (lists.Covers(day) ? lists.At(day).Value : lists.Values[0].Value).Items.Where(i => i.IsValid(day))];
    }

    /// <summary>Codes at least as high as a level.</summary>
    public string[] AtLeast(string list, string code) => [.. Items(list).Values.Where(i => i.Level >= Level(list, code)).Select(i => i.Code)];

    /// <summary>Name of a level in the list that belongs to a kind of qualification.</summary>
    public string QualificationLevel(string kind, string level) => ListOf(kind) is { } list ? Name(list, level) : level;

    /// <summary>The list of levels of a kind of qualification; null for kinds whose levels are words.</summary>
    public static string? ListOf(string qualificationKind) => qualificationKind switch
    {
        "professional" => EducationLevels,
        "political" => PoliticalLevels,
        "state-management" => StateManagementLevels,
        "general" => GeneralLevels,
        _ => null,
    };

    private bool Has(string list) => law.Parameters.ContainsKey("codelist." + list);

    private FrozenDictionary<string, CodeListItem> Items(string list) => _items.GetOrAdd(list, name =>
    {
        var items = new Dictionary<string, CodeListItem>(StringComparer.Ordinal);
        if (Has(name))
            foreach (var version in law.CodeList(name).Values)
                foreach (var item in version.Value.Items) items[item.Code] = item;
        return items.ToFrozenDictionary(StringComparer.Ordinal);
    });
}
