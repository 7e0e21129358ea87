using System.Globalization;
using System.Text.Json;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;

namespace CongVu.Personnel.Declarations;

/// <summary>The values of one item by field name; an empty value is left out, so that two equal ones are equal.</summary>
internal sealed class DeclaredValues : IEquatable<DeclaredValues>
{
    private readonly SortedDictionary<string, string> _values;

    public DeclaredValues(IEnumerable<(string Name, string? Value)> values) =>
        _values = new(values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToDictionary(v => v.Name, v => v.Value!.Trim(), StringComparer.Ordinal), StringComparer.Ordinal);

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool IsEmpty => _values.Count == 0;

    public string ToJson() => JsonSerializer.Serialize(_values, Json.Options);

    public static DeclaredValues FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options)!.Select(v => (v.Key, (string?)v.Value)));

    /// <summary>What the record says of an item.</summary>
    public static DeclaredValues Of(PersonState state, DeclarableItem item)
    {
        if (Declarables.StudiesKind(item.Group) is { } kind)
            return state.Qualifications.FirstOrDefault(q => q.Value.Kind == kind)?.Value is { } q
                ? new([("level", q.Level), ("major", q.Major), ("school", q.School), ("year", q.Year?.ToString(CultureInfo.InvariantCulture)), ("mode", q.Mode)]) : new([]);
        var (contact, identity, name) = (state.Contact?.Value, state.Identity?.Value, item.Fields[0].Name);
        return new([(name, item.Code switch
        {
            "contact.residence" => contact?.Residence,
            "contact.address" => contact?.Address,
            "contact.phone" => contact?.Phone,
            "contact.email" => contact?.Email,
            "identity.other-name" => identity?.OtherName,
            "identity.birth-place" => identity?.BirthPlace,
            "identity.home-town" => identity?.HomeTown,
            "identity.ethnicity" => identity?.Ethnicity,
            "identity.religion" => identity?.Religion,
            "identity.old-id" => identity?.OldId,
            _ => throw new InvalidOperationException($"{item.Code} cannot be declared."),
        })]);
    }

    public bool Equals(DeclaredValues? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as DeclaredValues);

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}

/// <summary>Says declared values in words.</summary>
internal sealed class DeclaredWords(StaffCodes codes)
{
    public string Of(DeclarableItem item, DeclaredValues values)
    {
        var parts = item.Fields.Select(f => values[f.Name] is { } v ? f.CodeList is { } list ? codes.Name(list, v) : v : null).Where(v => v is not null);
        return string.Join(", ", parts) is { Length: > 0 } words ? words : "(trống)";
    }
}
