using CongVu.Personnel.Contracts;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Data;

/// <summary>
/// Keyset paging: a page begins after (or ends before) the last row of another, found by index instead of by counting rows. A
/// mark is the sort value, the name's key and the person; rows compare as a whole, so PostgreSQL can go straight there.
/// </summary>
internal static class PersonPaging
{
    public static async Task<PersonPage> PageAsync(IQueryable<PersonRow> rows, PersonOrder order, bool descending, string? after, string? before, int size, CancellationToken ct)
    {
        var (from, to) = (PageMark.Read(after), PageMark.Read(before));
        var backwards = from is null && to is not null;
        var wanted = from is not null ? Beyond(rows, order, descending, from) : to is not null ? Beyond(rows, order, !descending, to) : rows;
        var page = await Ordered(wanted, order, backwards != descending).Take(size + 1).ToListAsync(ct);
        return Cut(page, order, size, from is not null, backwards);
    }

    /// <summary>A page from its rows and, where the list goes on, one more.</summary>
    public static PersonPage Cut(List<PersonRow> page, PersonOrder order, int size, bool hasBefore, bool backwards)
    {
        var more = page.Count > size;
        if (more) page.RemoveAt(size);
        if (backwards) page.Reverse();
        return new PersonPage(page,
            page.Count > 0 && (backwards || more) ? MarkOf(page[^1], order).Write() : null,
            page.Count > 0 && (backwards ? more : hasBefore) ? MarkOf(page[0], order).Write() : null);
    }

    public static IQueryable<PersonRow> Ordered(IQueryable<PersonRow> rows, PersonOrder order, bool descending) => (order, descending) switch
    {
        (PersonOrder.Birth, false) => rows.OrderBy(r => r.BirthDate).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId),
        (PersonOrder.Birth, true) => rows.OrderByDescending(r => r.BirthDate).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.PersonId),
        (PersonOrder.Joined, false) => rows.OrderBy(r => r.JoinedOn ?? DateOnly.MinValue).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId),
        (PersonOrder.Joined, true) => rows.OrderByDescending(r => r.JoinedOn ?? DateOnly.MinValue).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.PersonId),
        (PersonOrder.Coefficient, false) => rows.OrderBy(r => r.Coefficient ?? 0).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId),
        (PersonOrder.Coefficient, true) => rows.OrderByDescending(r => r.Coefficient ?? 0).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.PersonId),
        (PersonOrder.StepSince, false) => rows.OrderBy(r => r.StepSince ?? DateOnly.MinValue).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId),
        (PersonOrder.StepSince, true) => rows.OrderByDescending(r => r.StepSince ?? DateOnly.MinValue).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.PersonId),
        (_, false) => rows.OrderBy(r => r.SortKey).ThenBy(r => r.PersonId),
        (_, true) => rows.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.PersonId),
    };

    private static IQueryable<PersonRow> Beyond(IQueryable<PersonRow> rows, PersonOrder order, bool descending, PageMark m) => (order, descending) switch
    {
        (PersonOrder.Birth, false) => rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.BirthDate, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (PersonOrder.Birth, true) => rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.BirthDate, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (PersonOrder.Joined, false) => rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.JoinedOn ?? DateOnly.MinValue, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (PersonOrder.Joined, true) => rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.JoinedOn ?? DateOnly.MinValue, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (PersonOrder.Coefficient, false) => rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.Coefficient ?? 0, r.SortKey, r.PersonId), ValueTuple.Create(m.Number, m.Key, m.Id))),
        (PersonOrder.Coefficient, true) => rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.Coefficient ?? 0, r.SortKey, r.PersonId), ValueTuple.Create(m.Number, m.Key, m.Id))),
        (PersonOrder.StepSince, false) => rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.StepSince ?? DateOnly.MinValue, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (PersonOrder.StepSince, true) => rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.StepSince ?? DateOnly.MinValue, r.SortKey, r.PersonId), ValueTuple.Create(m.Day, m.Key, m.Id))),
        (_, false) => rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.SortKey, r.PersonId), ValueTuple.Create(m.Key, m.Id))),
        (_, true) => rows.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.SortKey, r.PersonId), ValueTuple.Create(m.Key, m.Id))),
    };

    public static PageMark MarkOf(PersonRow row, PersonOrder order) => new(order switch
    {
        PersonOrder.Birth => row.BirthDate.DayNumber,
        PersonOrder.Joined => row.JoinedOn?.DayNumber ?? 0,
        PersonOrder.Coefficient => row.Coefficient ?? 0,
        PersonOrder.StepSince => row.StepSince?.DayNumber ?? 0,
        _ => 0,
    }, row.SortKey, row.PersonId);
}
