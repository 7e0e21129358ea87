using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Personnel.Contracts;

/// <summary>An allowance somebody has on a day; exactly one measure is set.</summary>
/// <param name="Coefficient">Hundredths.</param>
public sealed record AllowanceRow(Guid PersonId, string Kind, int? Coefficient, int? Percent, long? Amount);

/// <summary>Allowances of many people at once. No gate: for computations; ask it for the people first.</summary>
public sealed class AllowanceRows(CongVuDb db)
{
    /// <summary>Key of the leadership allowance.</summary>
    public const string Leadership = "post";

    /// <summary>All allowances that hold on a day, as known at an instant; of some people, or (null) of everybody.</summary>
    public async Task<ILookup<Guid, AllowanceRow>> OnAsync(AsOf asOf, IReadOnlyCollection<Guid>? personIds, CancellationToken ct)
    {
        var rows = await db.Database.SqlQueryRaw<AllowanceRow>("""
            select a.person_id as "PersonId", a.kind as "Kind", a.coefficient as "Coefficient", a.percent as "Percent", a.amount as "Amount"
            from personnel.allowance a
            where a.valid @> @day and personnel.known(a.recorded, @known) and (@all or a.person_id = any(@ids))
            """,
            new NpgsqlParameter("day", asOf.ValidOn), new NpgsqlParameter("known", NpgsqlTypes.NpgsqlDbType.TimestampTz) { Value = (object?)asOf.KnownAt ?? DBNull.Value },
            new NpgsqlParameter("all", personIds is null), new NpgsqlParameter("ids", personIds?.ToArray() ?? [])).ToListAsync(ct);
        return rows.ToLookup(r => r.PersonId);
    }

    /// <summary>What a kind of allowance is called: "Phụ cấp khu vực".</summary>
    public static string NameOf(string kind) => "Phụ cấp " + Domain.EffectWords.AllowanceKind(kind);
}
