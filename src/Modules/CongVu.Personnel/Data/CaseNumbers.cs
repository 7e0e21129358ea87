using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Data;

/// <summary>Numbers declarations and disputes within a year; a number that is rolled back is given again, so there are no gaps.</summary>
internal sealed class CaseNumbers(CongVuDb db, TimeProvider clock)
{
    public async Task<(int Year, int Number)> NextAsync(string kind, CancellationToken ct)
    {
        var year = clock.Today().Year;
        var numbers = await db.Database.SqlQuery<int>($"""
            insert into personnel.case_register(kind, year, last_number) values ({kind}, {year}, 1)
            on conflict (kind, year) do update set last_number = personnel.case_register.last_number + 1
            returning last_number as "Value"
            """).ToListAsync(ct);
        return (year, numbers.Single());
    }
}

/// <summary>Holding a person's record still.</summary>
internal static class PersonLock
{
    /// <summary>Nothing else changes the person's record until the transaction ends.</summary>
    public static Task LockPersonAsync(this CongVuDb db, Guid person, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select id from personnel.person where id = {person} for update", ct);
}
