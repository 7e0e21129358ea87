using System.Collections.Frozen;

namespace CongVu.Law;

/// <summary>One entry of a code list.</summary>
/// <param name="Level">Rank within the list where the list is a ladder (education, political theory); higher is higher. Null otherwise.</param>
/// <param name="Until">Last day the entry may be used for; null while it may.</param>
public sealed record CodeListItem(string Code, string Name, int? Level, DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether the entry may be used for a fact of that day.</summary>
    public bool IsValid(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>A code list as it stands in one stretch of time.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, CodeListItem> byCode;

    internal CodeList(string key, string name, IReadOnlyList<CodeListItem> items)
    {
        Key = key;
        Name = name;
        Items = items;
        byCode = items.ToFrozenDictionary(i => i.Code);
    }

    public string Key { get; }

    /// <summary>Vietnamese name of the list.</summary>
    public string Name { get; }

    /// <summary>All entries in the list's own order.</summary>
    public IReadOnlyList<CodeListItem> Items { get; }

    /// <summary>Null when the list has no such code.</summary>
    public CodeListItem? Find(string code) => byCode.GetValueOrDefault(code);
}
