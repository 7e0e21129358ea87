using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Personnel.Contracts;

/// <summary>A first appointment to a leadership post.</summary>
public sealed record Appointment(Guid PersonId, Guid UnitId, string PostCode, DateOnly On, bool ByCompetition);

/// <summary>Appointments to leadership posts over a time. No gate: for computations whose result shows no single person.</summary>
public sealed class Appointments(CongVuDb db)
{
    /// <summary>
    /// Who was appointed to one of some posts for the first time between two days (both included), as known at an instant (null: now).
    /// A further term and acting in a post are no new appointment.
    /// </summary>
    public async Task<IReadOnlyList<Appointment>> NewAsync(DateOnly from, DateOnly to, IReadOnlyCollection<string> postCodes, DateTime? knownAt, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<Appointment>("""
            select p.person_id as "PersonId", p.unit_id as "UnitId", p.post_code as "PostCode", lower(p.valid) as "On", p.by_competition as "ByCompetition"
            from personnel.leadership_post p
            where p.post_code = any(@codes) and lower(p.valid) between @from and @to and p.held_since = lower(p.valid)
              and not p.reappointed and not p.acting and personnel.known(p.recorded, @known)
            order by lower(p.valid), p.person_id
            """,
            new NpgsqlParameter("codes", postCodes.ToArray()), new NpgsqlParameter("from", from), new NpgsqlParameter("to", to),
            new NpgsqlParameter("known", NpgsqlTypes.NpgsqlDbType.TimestampTz) { Value = (object?)knownAt ?? DBNull.Value }).ToListAsync(ct);
}
