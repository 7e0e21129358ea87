using CongVu.Personnel.Domain;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>Reads what stands in the log, without locking; inside a transaction it sees that transaction's changes.</summary>
internal sealed class StandingEffects(CongVuDb db, EffectLog log)
{
    /// <summary>Standing effects of these persons, by person and in order.</summary>
    public Task<Dictionary<Guid, List<LoggedEffect>>> OfPersonsAsync(IEnumerable<Guid> persons, CancellationToken ct) =>
        QueryAsync(EffectLog.SelectStanding, persons.Distinct().ToArray(), log.ReadAsync, ct);

    /// <summary>All standing effects of the persons whom these effects concern.</summary>
    public Task<Dictionary<Guid, List<LoggedEffect>>> OfEffectsAsync(IEnumerable<Guid> effectIds, CancellationToken ct) =>
        QueryAsync(EffectLog.SelectStandingOfEffects, effectIds.ToArray(), log.ReadAsync, ct);

    /// <summary>Who bears some personal ids, on whatever day.</summary>
    public Task<List<(Guid PersonId, string PersonalId)>> HoldersOfPersonalIdsAsync(IEnumerable<string> ids, CancellationToken ct) =>
        QueryAsync("select person_id, personal_id from personnel.identity where personal_id = any($1) and upper_inf(recorded)", ids.Distinct().ToArray(), async (rows, token) =>
        {
            var found = new List<(Guid, string)>();
            while (await rows.ReadAsync(token)) found.Add((rows.GetGuid(0), rows.GetString(1)));
            return found;
        }, ct);

    private async Task<T> QueryAsync<T>(string sql, object values, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction)
            { Parameters = { new() { Value = values } } };
            await using var rows = await command.ExecuteReaderAsync(ct);
            return await read(rows, ct);
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}
