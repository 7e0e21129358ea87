using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Platform.Audit;

/// <summary>One reading of a person's record, as far as that person may know of it: who, from where, when. Nothing else of the log.</summary>
/// <param name="Times">How often the same reader opened it on that Vietnamese day.</param>
/// <param name="Last">The last time of the day.</param>
public sealed record RecordReading(string Reader, string Unit, DateTime Last, int Times);

/// <summary>Answers a person's question who read the own record. Readings by the person are left out.</summary>
public sealed class RecordReadings(CongVuDb db)
{
    private const string RecordRead = "personnel.record.read";

    /// <summary>Readings of a person's record by others, one row per reader and day; to be ordered and paged by the caller.</summary>
    public IQueryable<RecordReading> Of(Guid personId) => db.Database.SqlQuery<RecordReading>($"""
        select coalesce(a.display_name, 'Hệ thống') as "Reader", coalesce(a.unit_label, '') as "Unit", max(e.at) as "Last", count(*)::int as "Times"
        from platform.audit_entry e left join platform.account a on a.id = e.account_id
        where e.subject_id = {personId} and e.subject_type = 'person' and e.action = {RecordRead} and a.person_id is distinct from {personId}
        group by a.id, a.display_name, a.unit_label, (e.at at time zone 'Asia/Ho_Chi_Minh')::date
        """);
}
