using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Accounts;

/// <summary>
/// Finds people for the administration of accounts. An administrator sees no records: name, year of birth, unit and the last
/// digits of the personal id are enough to tell people apart, and are all that is told.
/// </summary>
public sealed class PersonLabels(People people, UnitDirectory units, AsOfContext asOf)
{
    private const int Most = 10;

    /// <summary>People whose name or personal id fits.</summary>
    public async Task<IReadOnlyList<Choice>> FindAsync(string? text, CancellationToken ct)
    {
        if (text is null || text.Trim().Length < 2) return [];
        var tree = await TreeAsync(ct);
        return [.. (await MatchesAsync(text, ct)).Select(r => new Choice(r.PersonId.ToString(), r.FullName, Note: Note(r, tree)))];
    }

    /// <summary>A person in words; null when the record does not know the person today.</summary>
    public async Task<string?> OfAsync(Guid personId, CancellationToken ct) =>
        await people.FindAsync(personId, new AsOf(asOf.Today), ct) is { } row ? $"{row.FullName} · {Note(row, await TreeAsync(ct))}" : null;

    /// <summary>The person chosen; without script only words come, which must fit exactly one.</summary>
    public async Task<(Guid? Person, string? Problem)> ChosenAsync(Guid? id, string? text, CancellationToken ct)
    {
        if (id is { } chosen) return await people.FindAsync(chosen, new AsOf(asOf.Today), ct) is null ? (null, "Không có hồ sơ này.") : (chosen, null);
        if (string.IsNullOrWhiteSpace(text)) return (null, "Chọn người: gõ họ tên hoặc số định danh.");
        return await MatchesAsync(text, ct) switch
        {
            [var one] => (one.PersonId, null),
            [] => (null, $"Không có hồ sơ nào khớp “{text}”."),
            var several => (null, $"Có {(several.Count >= Most ? "nhiều" : VnFormat.Count(several.Count))} hồ sơ khớp “{text}”. Ghi đủ 12 chữ số định danh."),
        };
    }

    private Task<List<PersonRow>> MatchesAsync(string text, CancellationToken ct)
    {
        var day = new AsOf(asOf.Today);
        var rows = people.Where(people.On(day), new PersonFilter { Text = text.Length > 200 ? text[..200] : text.Trim(), Standing = PersonStanding.All }, day.ValidOn);
        return People.InOrder(rows, PersonOrder.Name, false).Take(Most).ToListAsync(ct);
    }

    private ValueTask<UnitTree> TreeAsync(CancellationToken ct) => units.TreeAsync(new AsOf(asOf.Today), ct);

    private static string Note(PersonRow row, UnitTree tree) =>
        $"sinh năm {row.BirthDate.Year} · số định danh …{row.PersonalId[^4..]} · {(row.UnitId is { } unit ? tree.FullName(unit) : "đã thôi công tác")}";
}
