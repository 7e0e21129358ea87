using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Checks;

/// <summary>Rows of several people in one query.</summary>
internal sealed class PersonLookup(People people)
{
    public async Task<IReadOnlyList<PersonRow>> RowsAsync(IReadOnlyCollection<Guid> personIds, DateOnly day, CancellationToken ct)
    {
        if (personIds.Count == 0) return [];
        var ids = personIds.ToArray();
        return await people.On(new AsOf(day)).Where(p => ids.Contains(p.PersonId)).ToListAsync(ct);
    }
}
