using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>Reads and writes the log of effects.</summary>
internal sealed class EffectLog(EffectRegistry registry)
{
    private const string Columns = "id, version, person_id, seq, from_day, type, payload::text, decision_id, declaration_id, label, recorded_at";

    /// <summary>Statement that reads the standing effects on the people in $1.</summary>
    public const string SelectStanding = $"select {Columns} from personnel.effect_log where person_id = any($1) and voided_at is null";

    /// <summary>Statement that reads all standing effects on the people whom the effects in $1 concern.</summary>
    public const string SelectStandingOfEffects =
        $"select {Columns} from personnel.effect_log where person_id in (select person_id from personnel.effect_log where id = any($1)) and voided_at is null";

    public const string Copy =
        "copy personnel.effect_log (id, person_id, seq, type, from_day, payload, decision_id, declaration_id, process_id, label, recorded_at) from stdin (format binary)";

    /// <summary>Reads all rows of a result, by person, in the order of the record.</summary>
    public async Task<Dictionary<Guid, List<LoggedEffect>>> ReadAsync(NpgsqlDataReader rows, CancellationToken ct)
    {
        var byPerson = new Dictionary<Guid, List<LoggedEffect>>();
        while (await rows.ReadAsync(ct))
        {
            var effect = ReadOne(rows);
            if (!byPerson.TryGetValue(effect.PersonId, out var list)) byPerson[effect.PersonId] = list = [];
            list.Add(effect);
        }
        foreach (var list in byPerson.Values) list.Sort(LoggedEffect.Order);
        return byPerson;
    }

    private LoggedEffect ReadOne(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetGuid(2), row.GetInt64(3), row.GetFieldValue<DateOnly>(4), registry.Read(row.GetString(5), row.GetString(6)),
        row.IsDBNull(7) ? null : row.GetGuid(7), row.IsDBNull(8) ? null : row.GetGuid(8), row.GetString(9), row.GetDateTime(10));

    /// <summary>Adds versions of effects.</summary>
    public NpgsqlBatchCommand Insert(IReadOnlyList<LoggedEffect> effects, Guid processId) => new("""
        insert into personnel.effect_log (id, version, person_id, seq, type, from_day, payload, decision_id, declaration_id, process_id, label, recorded_at)
        select u.id, u.version, u.person_id, u.seq, u.type, u.from_day, u.payload::jsonb, u.decision_id, u.declaration_id, $11, u.label, u.recorded_at
        from unnest($1::uuid[], $2::int[], $3::uuid[], $4::bigint[], $5::text[], $6::date[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $12::timestamptz[])
          as u(id, version, person_id, seq, type, from_day, payload, decision_id, declaration_id, label, recorded_at)
        """)
    {
        Parameters =
        {
            Array(effects.Select(e => e.Id), NpgsqlDbType.Uuid),
            Array(effects.Select(e => e.Version), NpgsqlDbType.Integer),
            Array(effects.Select(e => e.PersonId), NpgsqlDbType.Uuid),
            Array(effects.Select(e => e.Seq), NpgsqlDbType.Bigint),
            Array(effects.Select(e => registry.CodeOf(e.Effect)), NpgsqlDbType.Text),
            Array(effects.Select(e => e.From), NpgsqlDbType.Date),
            Array(effects.Select(e => EffectRegistry.Write(e.Effect)), NpgsqlDbType.Text),
            Array(effects.Select(e => e.DecisionId), NpgsqlDbType.Uuid),
            Array(effects.Select(e => e.DeclarationId), NpgsqlDbType.Uuid),
            Array(effects.Select(e => e.Label), NpgsqlDbType.Text),
            new() { Value = processId },
            Array(effects.Select(e => e.RecordedAt), NpgsqlDbType.TimestampTz),
        },
    };

    /// <summary>Ends standing versions.</summary>
    public static NpgsqlBatchCommand End(IEnumerable<Guid> ids, string how, ActSource source, DateTime at) => new("""
        update personnel.effect_log set voided_at = $2, voided_as = $3, voided_by_decision = $4, voided_by_process = $5, voided_label = $6
        where id = any($1) and voided_at is null
        """)
    {
        Parameters =
        {
            Array(ids, NpgsqlDbType.Uuid),
            new() { Value = at },
            new() { Value = how },
            new() { Value = (object?)source.DecisionId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = source.ProcessId },
            new() { Value = source.Label },
        },
    };

    /// <summary>Writes one first version into a COPY begun with <see cref="Copy"/>.</summary>
    public static void Write(NpgsqlBinaryImporter copy, LoggedEffect effect, string code, byte[] payload, Guid processId)
    {
        copy.StartRow();
        copy.Write(effect.Id, NpgsqlDbType.Uuid);
        copy.Write(effect.PersonId, NpgsqlDbType.Uuid);
        copy.Write(effect.Seq, NpgsqlDbType.Bigint);
        copy.Write(code, NpgsqlDbType.Text);
        copy.Write(effect.From, NpgsqlDbType.Date);
        copy.Write(payload, NpgsqlDbType.Jsonb);
        WriteId(copy, effect.DecisionId);
        WriteId(copy, effect.DeclarationId);
        copy.Write(processId, NpgsqlDbType.Uuid);
        copy.Write(effect.Label, NpgsqlDbType.Text);
        copy.Write(effect.RecordedAt, NpgsqlDbType.TimestampTz);
    }

    private static void WriteId(NpgsqlBinaryImporter copy, Guid? id)
    {
        if (id is { } value) copy.Write(value, NpgsqlDbType.Uuid);
        else copy.WriteNull();
    }

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
