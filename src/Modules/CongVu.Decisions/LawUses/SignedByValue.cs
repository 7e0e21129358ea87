using CongVu.Decisions.Contracts;
using CongVu.Legislation.Contracts;
using Npgsql;

namespace CongVu.Decisions.LawUses;

/// <summary>Finds signed decisions by the explanations kept with them.</summary>
internal sealed class SignedByValue(NpgsqlDataSource source) : DecisionsByValue
{
    public override async Task<IReadOnlyList<DecisionByValue>> FindAsync(string key, DateOnly from, DateOnly? until, int limit, CancellationToken ct)
    {
        await using var ask = source.CreateCommand("""
            select d.id, d.number_text, d.title, d.signed_on, count(distinct a.item_id)
            from decisions.decision d join decisions.decision_assessment a on a.decision_id = d.id
            where d.number is not null and d.state <> 'Annulled' and coalesce(d.effective_on, d.signed_on) >= $2 and ($3::date is null or coalesce(d.effective_on, d.signed_on) < $3)
              and a.explanation is not null and jsonb_path_exists(a.explanation, '$.**.parameters[*] ? (@.key == $key)', jsonb_build_object('key', $1::text))
            group by d.id, d.number_text, d.title, d.signed_on order by d.signed_on desc, d.id limit $4
            """);
        ask.Parameters.AddWithValue(key);
        ask.Parameters.AddWithValue(from);
        ask.Parameters.Add(new NpgsqlParameter { Value = until is { } day ? day : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        ask.Parameters.AddWithValue(limit);
        var found = new List<DecisionByValue>();
        await using var row = await ask.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(new DecisionByValue(row.GetGuid(0), $"Quyết định {row.GetString(1)}: {row.GetString(2)}", row.GetFieldValue<DateOnly>(3), (int)row.GetInt64(4), DecisionLinks.Decision(row.GetGuid(0))));
        return found;
    }
}
