using System.Data;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>
/// A page of a list that is not long, and its exact length, from one look at the rows. The keys of all rows are found first, by whatever index
/// the conditions have, then sorted: looking for fifty rows along the index of names would read most of the table where few people match,
/// and counting would do the finding a second time.
/// </summary>
internal static class CountedPaging
{
    public static async Task<(PersonPage Page, int Total)?> PageAsync(CongVuDb db, IQueryable<PersonRow> within, IQueryable<PersonRow> rows, PersonOrder order, bool descending, string? after, string? before, int size, CancellationToken ct)
    {
        var (from, to) = (PageMark.Read(after), PageMark.Read(before));
        var backwards = from is null && to is not null;
        var (total, ids) = await KeysAsync(db, rows, order, backwards != descending, from ?? to, size + 1, ct);
        if (total > TablePage.CountLimit) return null;
        // Not the conditions again, only the actor's units: with them the database would look everybody up once more.
        var found = await within.Where(r => ids.Contains(r.PersonId)).ToDictionaryAsync(r => r.PersonId, ct);
        return (PersonPaging.Cut([.. ids.Where(found.ContainsKey).Select(id => found[id])], order, size, from is not null, backwards), total);
    }

    private static async Task<(int Total, Guid[] Ids)> KeysAsync(CongVuDb db, IQueryable<PersonRow> rows, PersonOrder order, bool descending, PageMark? beyond, int most, CancellationToken ct)
    {
        await using var command = (NpgsqlCommand)Keys(rows, order).CreateDbCommand();
        var columns = order == PersonOrder.Name ? "sort_key, person_id" : "k, sort_key, person_id";
        var direction = descending ? " desc" : "";
        command.CommandText = $"""
            with found({(order == PersonOrder.Name ? "person_id, sort_key" : "person_id, sort_key, k")}) as materialized (
            {command.CommandText}
            )
            select (select count(*)::int from found), array(select person_id from found {(beyond is null ? "" : $"where ({columns}) {(descending ? "<" : ">")} ({columns.Replace("k,", "@beyond_k,", StringComparison.Ordinal).Replace("sort_key", "@beyond_name", StringComparison.Ordinal).Replace("person_id", "@beyond_id", StringComparison.Ordinal)})")}
            order by {string.Join(", ", columns.Split(", ").Select(c => c + direction))} limit {most})
            """;
        if (beyond is not null)
        {
            if (order != PersonOrder.Name) command.Parameters.AddWithValue("beyond_k", order == PersonOrder.Coefficient ? beyond.Number : beyond.Day);
            command.Parameters.AddWithValue("beyond_name", beyond.Key);
            command.Parameters.AddWithValue("beyond_id", beyond.Id);
        }
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var row = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
            await row.ReadAsync(ct);
            return (row.GetInt32(0), row.GetFieldValue<Guid[]>(1));
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    // The columns come in this order; what sorts first, where it is not the name, last.
    private static IQueryable Keys(IQueryable<PersonRow> rows, PersonOrder order)
    {
        var some = rows.Take(TablePage.CountLimit + 1);
        return order switch
        {
            PersonOrder.Birth => some.Select(r => new { r.PersonId, r.SortKey, Key = r.BirthDate }),
            PersonOrder.Joined => some.Select(r => new { r.PersonId, r.SortKey, Key = r.JoinedOn ?? DateOnly.MinValue }),
            PersonOrder.Coefficient => some.Select(r => new { r.PersonId, r.SortKey, Key = r.Coefficient ?? 0 }),
            PersonOrder.StepSince => some.Select(r => new { r.PersonId, r.SortKey, Key = r.StepSince ?? DateOnly.MinValue }),
            _ => some.Select(r => new { r.PersonId, r.SortKey }),
        };
    }
}
