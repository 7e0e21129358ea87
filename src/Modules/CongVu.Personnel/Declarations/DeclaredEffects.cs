using System.Globalization;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.Declarations;

/// <summary>
/// Turns accepted items into effects. Each changes only what was declared: all else of the fact is taken from the record as it is
/// now, so that what changed meanwhile stays.
/// </summary>
internal static class DeclaredEffects
{
    /// <summary>Effects with the items they carry out. Items that the record already says need none.</summary>
    public static IReadOnlyList<(PlannedEffect Planned, IReadOnlyList<DeclarationItem> Items)> Of(PersonState now, IEnumerable<DeclarationItem> accepted) =>
    [
        .. from item in accepted
           group item by Declarables.Find(item.Code).Group into same
           let items = same.OrderBy(i => i.Code, StringComparer.Ordinal).ToList()
           let made = Make(now, same.Key, items)
           where made is not null
           select (new PlannedEffect(Guid.CreateVersion7(), now.PersonId, made.Value.From, made.Value.Effect), (IReadOnlyList<DeclarationItem>)items),
    ];

    private static (Effect Effect, DateOnly From)? Make(PersonState now, string group, List<DeclarationItem> items)
    {
        string? Wanted(string name, string? held) => items.Find(i => i.Code == $"{group}.{name}") is { } item ? DeclaredValues.FromJson(item.Wanted)[name] : held;
        var day = items.Max(i => i.FromDay);
        if (group == Declarables.Contact)
        {
            var held = now.Contact?.Value ?? new SetContact(null, null, null, null);
            return Changed(held, new SetContact(Wanted("residence", held.Residence), Wanted("address", held.Address), Wanted("phone", held.Phone), Wanted("email", held.Email)), now.Contact?.From, day);
        }
        if (group == Declarables.Identity)
        {
            var held = now.Identity?.Value ?? throw new InvalidOperationException("A record without identity has nobody to declare for it.");
            return Changed(held, held with
            {
                OtherName = Wanted("other-name", held.OtherName),
                BirthPlace = Wanted("birth-place", held.BirthPlace),
                HomeTown = Wanted("home-town", held.HomeTown),
                Ethnicity = Wanted("ethnicity", held.Ethnicity)!,
                Religion = Wanted("religion", held.Religion)!,
                OldId = Wanted("old-id", held.OldId),
            }, now.Identity.From, day);
        }
        var kind = Declarables.StudiesKind(group)!;
        var values = DeclaredValues.FromJson(items[0].Wanted);
        int? year = int.TryParse(values["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;
        var before = now.Qualifications.FirstOrDefault(q => q.Value.Kind == kind);
        return Changed(before?.Value, new SetQualification(kind, values["level"]!, values["major"], values["school"], year, values["mode"]), before?.From, day);
    }

    // A day before the fact that holds now would be taken over by that fact at once: then it holds from that fact's day.
    private static (Effect, DateOnly)? Changed<T>(T? held, T wanted, DateOnly? since, DateOnly day) where T : Effect =>
        wanted.Equals(held) ? null : (wanted, since is { } first && first > day ? first : day);
}
