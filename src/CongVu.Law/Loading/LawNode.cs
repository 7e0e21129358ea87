namespace CongVu.Law.Loading;

/// <summary>A node of a data file that remembers where it stands. Deliberately poorer than YAML: no anchors, no tags, no merge keys.</summary>
internal abstract class LawNode(FilePlace place)
{
    public FilePlace Place { get; } = place;
}

internal sealed class LawScalar(FilePlace place, string text) : LawNode(place)
{
    public string Text { get; } = text;
}

internal sealed class LawSequence(FilePlace place, IReadOnlyList<LawNode> items) : LawNode(place)
{
    public IReadOnlyList<LawNode> Items { get; } = items;
}

internal sealed class LawMapping(FilePlace place, IReadOnlyDictionary<string, LawEntry> entries) : LawNode(place)
{
    public IReadOnlyDictionary<string, LawEntry> Entries { get; } = entries;
}

/// <summary>One key of a mapping with its own place.</summary>
internal sealed record LawEntry(FilePlace Place, LawNode Value);
