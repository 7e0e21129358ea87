using CongVu.Personnel.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Personnel.Contracts;

/// <summary>People and their records, on any day and as known whenever. Reading only: records change by effects.</summary>
public sealed class People
{
    private readonly CongVuDb _db;
    private readonly Gate _gate;
    private readonly TimeProvider _clock;
    private readonly PersonFiltering _filtering;
    private readonly RecordReader _records;
    private readonly UnitRankCounts _counts;
    private readonly StaffCounts _staff;

    internal People(CongVuDb db, Gate gate, TimeProvider clock, PersonFiltering filtering, RecordReader records, UnitRankCounts counts, StaffCounts staff) =>
        (_db, _gate, _clock, _filtering, _records, _counts, _staff) = (db, gate, clock, filtering, records, counts, staff);

    /// <summary>
    /// One row per person whom the record knows on the day. Today as known now comes from the kept projection (fast, indexed); any
    /// other day is computed. No gate: for computations whose result shows no single person, and for jobs.
    /// </summary>
    public IQueryable<PersonRow> On(AsOf asOf)
    {
        var rows = _db.Set<PersonRow>();
        return (asOf.KnownAt is null && asOf.ValidOn == _clock.Today() ? rows : PersonStateSql.Of(rows, asOf)).AsNoTracking();
    }

    /// <summary>The rows of people whose file (on the day) is in a unit on which the actor holds the permission.</summary>
    public IQueryable<PersonRow> ScopedOn(AsOf asOf, Permission permission)
    {
        var scope = _gate.Scope(permission);
        if (scope.IsAll) return On(asOf);
        var units = scope.Ids;
        return On(asOf).Where(r => units.Contains(r.FileUnitId!.Value));
    }

    /// <summary>Narrows rows; <paramref name="validOn"/> is the day ages are counted on.</summary>
    public IQueryable<PersonRow> Where(IQueryable<PersonRow> rows, PersonFilter filter, DateOnly validOn) => _filtering.Apply(rows, filter, validOn);

    /// <summary>How many there are, counted no further than one more than 10,000 ("hơn 10.000").</summary>
    public static Task<int> CountAsync(IQueryable<PersonRow> rows, CancellationToken ct) => rows.Take(TablePage.CountLimit + 1).CountAsync(ct);

    /// <summary>A page in an order, after or before a mark of an earlier page (null: the first).</summary>
    public static Task<PersonPage> PageAsync(IQueryable<PersonRow> rows, PersonOrder order, bool descending, string? after, string? before, int size, CancellationToken ct) =>
        PersonPaging.PageAsync(rows, order, descending, after, before, size, ct);

    /// <summary>
    /// A page together with how many rows there are in all, from one look at the rows; null when there are more than
    /// <see cref="TablePage.CountLimit"/>: then <see cref="PageAsync"/> goes along an index. <paramref name="within"/> are all rows
    /// that the actor may see, <paramref name="rows"/> those of them that are asked for.
    /// </summary>
    public Task<(PersonPage Page, int Total)?> CountedPageAsync(IQueryable<PersonRow> within, IQueryable<PersonRow> rows, PersonOrder order, bool descending, string? after, string? before, int size, CancellationToken ct) =>
        CountedPaging.PageAsync(_db, within, rows, order, descending, after, before, size, ct);

    /// <summary>Puts rows into an order that has no ties.</summary>
    public static IQueryable<PersonRow> InOrder(IQueryable<PersonRow> rows, PersonOrder order, bool descending) => PersonPaging.Ordered(rows, order, descending);

    /// <summary>
    /// The row of a person, or null when the record does not know the person on that day. The gate is not asked: do so with
    /// <see cref="PersonRow.FileUnitId"/>.
    /// </summary>
    public Task<PersonRow?> FindAsync(Guid personId, AsOf asOf, CancellationToken ct) => On(asOf).FirstOrDefaultAsync(r => r.PersonId == personId, ct);

    /// <summary>Everything about one person in one query; null when nothing was known then. The gate is not asked.</summary>
    public Task<PersonRecord?> RecordAsync(Guid personId, AsOf asOf, CancellationToken ct) => _records.OfAsync(personId, asOf, ct);

    /// <summary>All kinds' facts that hold on the day; null when nothing was known then.</summary>
    public async Task<PersonState?> StateAsync(Guid personId, AsOf asOf, CancellationToken ct) => (await RecordAsync(personId, asOf, ct))?.State;

    /// <summary>What happened, latest first, as known at the instant.</summary>
    public async Task<IReadOnlyList<TimelineLine>> TimelineAsync(Guid personId, AsOf asOf, CancellationToken ct) => (await RecordAsync(personId, asOf, ct))?.Timeline ?? [];

    /// <summary>Who holds any of some posts in a unit on the day, highest post first.</summary>
    public Task<IReadOnlyList<PostHolder>> HoldersAsync(Guid unitId, IReadOnlyCollection<string> postCodes, AsOf asOf, CancellationToken ct) => HoldersAsync([unitId], postCodes, asOf, ct);

    /// <summary>The same for several units at once; all posts when <paramref name="postCodes"/> is empty.</summary>
    public async Task<IReadOnlyList<PostHolder>> HoldersAsync(IReadOnlyCollection<Guid> unitIds, IReadOnlyCollection<string> postCodes, AsOf asOf, CancellationToken ct)
    {
        var codes = postCodes.ToArray();
        return await _db.Database.SqlQueryRaw<PostHolder>("""
            select p.person_id as "PersonId", i.full_name as "FullName", p.unit_id as "UnitId", p.post_code as "PostCode", p.acting as "Acting",
                   p.held_since as "Since", p.term_until as "Until"
            from personnel.leadership_post p
            join personnel.identity i on i.person_id = p.person_id and i.valid @> @day and personnel.known(i.recorded, @known)
            where p.unit_id = any(@units) and (cardinality(@codes) = 0 or p.post_code = any(@codes)) and p.valid @> @day and personnel.known(p.recorded, @known)
            order by p.height desc, p.acting, i.sort_key, p.person_id
            """,
            new NpgsqlParameter("day", asOf.ValidOn), new NpgsqlParameter("known", NpgsqlTypes.NpgsqlDbType.TimestampTz) { Value = (object?)asOf.KnownAt ?? DBNull.Value },
            new NpgsqlParameter("units", unitIds.ToArray()), new NpgsqlParameter("codes", codes)).ToListAsync(ct);
    }

    /// <summary>Streams what step raises are computed from: everybody employed with a rank, of some units or (null) of all. No gate.</summary>
    public IAsyncEnumerable<RankRow> RanksAsync(AsOf asOf, IReadOnlyCollection<Guid>? units)
    {
        var rows = On(asOf).Where(r => r.UnitId != null && r.RankCode != null);
        if (units is not null) rows = rows.Where(r => units.Contains(r.UnitId!.Value));
        return rows.OrderBy(r => r.UnitId).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId)
            .Select(r => new RankRow(r.PersonId, r.FullName, r.SortKey, r.PersonalId, r.BirthDate, r.Sex, r.UnitId!.Value, r.Category!,
                r.RankCode!, r.TableCode!, r.Step!.Value, r.Coefficient!.Value, r.OverScalePercent!.Value, r.StepSince!.Value, r.PostCode)).AsAsyncEnumerable();
    }

    /// <summary>How many employed people there are by unit and rank, in units on which the actor holds the permission.</summary>
    public Task<IReadOnlyList<UnitRankCount>> CountByUnitAndRankAsync(AsOf asOf, Permission permission, CancellationToken ct) => _counts.OnAsync(asOf, _gate.Scope(permission), ct);

    /// <summary>How many employed people of each category have which professional level, in the whole province. No gate: no single person shows.</summary>
    public Task<IReadOnlyList<CategoryLevelCount>> CountByCategoryAndLevelAsync(AsOf asOf, CancellationToken ct) => _staff.OnAsync(asOf, ct);
}
