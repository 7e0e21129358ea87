using System.Globalization;

namespace CongVu.Law.Loading;

/// <summary>
/// Reads the keys of one mapping by name and type, reports what is missing or ill-typed, and at the end reports every key nobody asked for.
/// A method that cannot read its key reports it and returns null.
/// </summary>
internal sealed class MappingReader(LawMapping mapping, LawErrors errors)
{
    private readonly HashSet<string> asked = [];

    public static MappingReader? Of(LawNode node, LawErrors errors)
    {
        if (node is LawMapping mapping)
        {
            return new MappingReader(mapping, errors);
        }
        errors.Add(node.Place, "Chỗ này phải là một nhóm “khóa: giá trị”.");
        return null;
    }

    public FilePlace Place => mapping.Place;

    public IEnumerable<string> Keys => mapping.Entries.Keys;

    public bool Has(string key) => mapping.Entries.ContainsKey(key);

    public FilePlace PlaceOf(string key) => mapping.Entries.TryGetValue(key, out var entry) ? entry.Place : mapping.Place;

    public LawNode? Node(string key, bool required = true)
    {
        asked.Add(key);
        if (mapping.Entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }
        if (required)
        {
            errors.Add(mapping.Place, $"Thiếu khóa “{key}”.");
        }
        return null;
    }

    public string? Text(string key, bool required = true)
    {
        switch (Node(key, required))
        {
            case null:
                return null;
            case LawScalar { Text.Length: > 0 } scalar:
                return scalar.Text;
            default:
                errors.Add(PlaceOf(key), $"“{key}” phải là một chuỗi không rỗng.");
                return null;
        }
    }

    public DateOnly? Date(string key, bool required = true) =>
        Parsed(key, required, "một ngày dạng 2026-07-01", static (string text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct =>
        Parsed(key, required, "một trong: " + string.Join(", ", words.Keys), (string text, out T value) => words.TryGetValue(text, out value));

    public IReadOnlyList<LawNode> Items(string key, bool required = true)
    {
        switch (Node(key, required))
        {
            case null:
                return [];
            case LawSequence sequence:
                return sequence.Items;
            default:
                errors.Add(PlaceOf(key), $"“{key}” phải là một danh sách.");
                return [];
        }
    }

    /// <summary>Reports every key that was not asked for. Call once, last.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var (key, entry) in mapping.Entries)
        {
            if (!asked.Contains(key))
            {
                errors.Add(entry.Place, $"Khóa “{key}” không có trong quy cách.");
            }
        }
    }

    public T? Parsed<T>(string key, bool required, string expected, TryParse<T> parse)
        where T : struct
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }
        if (parse(text, out var value))
        {
            return value;
        }
        errors.Add(PlaceOf(key), $"“{key}: {text}” không hợp lệ; cần {expected}.");
        return null;
    }

    public delegate bool TryParse<T>(string text, out T value);
}
