using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>
/// One act at a time on one person or unit: two decisions about the same person that are verified, signed or applied at the same
/// moment wait for each other, so that the second sees what the first has done. Taken in one order, hence never crosswise.
/// </summary>
internal sealed class SubjectLocks(CongVuDb db)
{
    public async Task TakeAsync(IEnumerable<Guid> subjects, CancellationToken ct)
    {
        var keys = subjects.Distinct().Select(id => BitConverter.ToInt64(id.ToByteArray(), 8)).Order().ToArray();
        if (keys.Length == 0) return;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(k) from unnest({keys}) with ordinality as u(k, n) order by n", ct);
    }
}
