using CongVu.Organisation.Data;
using CongVu.Platform.Acts;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Organisation.Contracts;

/// <summary>Fills the authority rules of a province that has none yet from a file; see <see cref="AuthorityFile"/>.</summary>
public sealed class AuthorityImport
{
    /// <summary>
    /// Writes all rules by COPY on the caller's connection, inside its transaction. Named units are found by
    /// <paramref name="unitByCode"/> (code <c>@root</c>: the unit at the top). Returns the number of rules.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are rules already, or two rules of the file contradict each other.</exception>
    public async Task<int> ImportAsync(NpgsqlConnection connection, AuthorityFile file, Func<string, Guid> unitByCode, ActSource source, CancellationToken ct)
    {
        await Revisions.BumpAsync(connection, "authority", ct);
        await using (var any = new NpgsqlCommand("select exists (select from organisation.authority_rule)", connection))
            if ((bool)(await any.ExecuteScalarAsync(ct))!) throw new InvalidOperationException("Authority rules exist already.");
        var rows = file.Rules.Select(r => (Rule: r, Row: AuthorityRuleRow.Of(
            new AuthorityRuleText(r.Key, r.Signer, r.SignerUnitCode is { } code ? unitByCode(code) : null, r.Posts, r.Consult, r.Report, r.Instrument, r.Article),
            Guid.CreateVersion7(), r.From, r.Until, null, source.ProcessId, source.Label, source.At))).ToList();
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy organisation.authority_rule(id, rule_id, valid, recorded, action, category, level, rank_group, unit_kind, unit_level, signer, signer_unit_id, posts,
              consult, report, instrument, article, process_id, reason) from stdin (format binary)
            """, ct);
        foreach (var (_, row) in rows) await WriteAsync(copy, row, ct);
        await copy.CompleteAsync(ct);
        return rows.Count;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, AuthorityRuleRow row, CancellationToken ct)
    {
        async Task Text(params string?[] values)
        {
            foreach (var value in values)
                if (value is null) await copy.WriteNullAsync(ct); else await copy.WriteAsync(value, NpgsqlDbType.Text, ct);
        }
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(row.RuleId, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(row.Valid, NpgsqlDbType.DateRange, ct);
        await copy.WriteAsync(row.Recorded, NpgsqlDbType.TimestampTzRange, ct);
        await Text(row.Action, row.Category, row.Level, row.RankGroup, row.UnitKind, row.UnitLevel, row.Signer.ToString());
        if (row.SignerUnitId is { } unit) await copy.WriteAsync(unit, NpgsqlDbType.Uuid, ct); else await copy.WriteNullAsync(ct);
        await copy.WriteAsync(row.Posts, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        await Text(row.Consult, row.Report, row.Instrument, row.Article);
        await copy.WriteAsync(row.ProcessId, NpgsqlDbType.Uuid, ct);
        await Text(row.Reason);
    }
}
