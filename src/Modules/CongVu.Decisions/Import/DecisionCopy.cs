using CongVu.Decisions.Authority;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Jobs;
using CongVu.Platform.Text;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Decisions.Import;

/// <summary>Writes imported decisions, items and effects by COPY, batch by batch, with indexes and keys built afterwards.</summary>
internal sealed class DecisionCopy(EffectRegistry registry, IEnumerable<PersonnelAction> actions, JobQueue jobs)
{
    private const int Batch = 10_000;
    private readonly Dictionary<string, string> _names = actions.ToDictionary(a => a.Code, a => a.Name);

    public async Task<DecisionImportResult> RunAsync(NpgsqlConnection connection, IEnumerable<ImportedDecision> decisions, DateTime at, CancellationToken ct)
    {
        await using (var any = new NpgsqlCommand("select exists (select from decisions.decision)", connection))
            if ((bool)(await any.ExecuteScalarAsync(ct))!) throw new InvalidOperationException("The bulk import needs a system without decisions.");
        var structure = await BareTables.OfAsync(connection, "decisions", ["decision", "decision_item", "decision_effect"], ct);
        var last = new Dictionary<(Guid, string, int), int>();
        var (count, items, effects) = (0, 0L, 0L);
        foreach (var batch in decisions.Chunk(Batch))
        {
            foreach (var d in batch)
            {
                var register = (d.SignerUnitId, d.DocType, d.SignedOn.Year);
                last[register] = Math.Max(last.GetValueOrDefault(register), d.Number);
            }
            await DecisionsAsync(connection, batch, at, ct);
            items += await ItemsAsync(connection, batch, ct);
            effects += await EffectsAsync(connection, batch, at, ct);
            count += batch.Length;
        }
        await structure.RestoreAsync(ct);
        await RegistersAsync(connection, last, ct);
        jobs.Enqueue(CheckImportedJob.JobKind, new CheckImported());
        return new DecisionImportResult(count, items, effects);
    }

    /// <summary>Id of the n-th item of an imported decision.</summary>
    internal static Guid ItemId(Guid decisionId, int no) => EffectIds.Of(decisionId, -no);

    private async Task DecisionsAsync(NpgsqlConnection connection, ImportedDecision[] batch, DateTime at, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy decisions.decision(id, action_code, origin, state, version, unit_id, unit_ids, title, search_key, inputs, item_count, effective_on, listed_on, drafter_name, drafted_at,
              doc_type, signer_unit_id, signer_posts, signer_name, signer_post, signed_on, register_year, number, number_text, authority_state) from stdin (format binary)
            """, ct);
        foreach (var d in batch)
        {
            var title = DraftTitle.Title(_names.GetValueOrDefault(d.ActionCode, d.ActionCode), [.. d.Items.Select(i => i.SubjectName)]);
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(d.Id, NpgsqlDbType.Uuid, ct);
            foreach (var text in (string[])[d.ActionCode, "Imported", "Effective"]) await copy.WriteAsync(text, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(d.UnitId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(d.Items.Select(i => i.UnitId).OfType<Guid>().Append(d.UnitId).Append(d.SignerUnitId).Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(title, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(VietnameseText.Fold($"{d.NumberText} {title}"), NpgsqlDbType.Text, ct);
            await copy.WriteAsync("{}", NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync(d.Items.Count, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(d.EffectiveOn, NpgsqlDbType.Date, ct);
            await copy.WriteAsync(d.SignedOn, NpgsqlDbType.Date, ct);
            await copy.WriteAsync("Nhập từ hồ sơ cũ", NpgsqlDbType.Text, ct);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(d.DocType, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(d.SignerUnitId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(new[] { d.SignerPost }, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            await copy.WriteAsync(d.SignerName, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(d.SignerPost, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(d.SignedOn, NpgsqlDbType.Date, ct);
            await copy.WriteAsync(d.SignedOn.Year, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(d.Number, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(d.NumberText, NpgsqlDbType.Text, ct);
            await copy.WriteAsync("Unchecked", NpgsqlDbType.Text, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task<long> ItemsAsync(NpgsqlConnection connection, ImportedDecision[] batch, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy decisions.decision_item(id, decision_id, no, subject_id, subject_name, unit_id, inputs, state, summary, standing) from stdin (format binary)", ct);
        foreach (var d in batch)
            for (var n = 1; n <= d.Items.Count; n++)
            {
                var item = d.Items[n - 1];
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(ItemId(d.Id, n), NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(d.Id, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(n, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(item.SubjectId, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(item.SubjectName, NpgsqlDbType.Text, ct);
                if (item.UnitId is { } unit) await copy.WriteAsync(unit, NpgsqlDbType.Uuid, ct); else await copy.WriteNullAsync(ct);
                await copy.WriteAsync("{}", NpgsqlDbType.Jsonb, ct);
                foreach (var text in (string[])["Kept", item.Summary, "Unknown"]) await copy.WriteAsync(text, NpgsqlDbType.Text, ct);
            }
        await copy.CompleteAsync(ct);
        return batch.Sum(d => (long)d.Items.Count);
    }

    private async Task<long> EffectsAsync(NpgsqlConnection connection, ImportedDecision[] batch, DateTime at, CancellationToken ct)
    {
        var count = 0L;
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy decisions.decision_effect(id, decision_id, item_id, ordinal, subject_id, from_day, code, payload, state, applied_at) from stdin (format binary)", ct);
        foreach (var d in batch)
            for (var n = 1; n <= d.Items.Count; n++)
                for (var k = 0; k < d.Items[n - 1].Effects.Count; k++)
                {
                    var effect = d.Items[n - 1].Effects[k];
                    await copy.StartRowAsync(ct);
                    await copy.WriteAsync(effect.Id, NpgsqlDbType.Uuid, ct);
                    await copy.WriteAsync(d.Id, NpgsqlDbType.Uuid, ct);
                    await copy.WriteAsync(ItemId(d.Id, n), NpgsqlDbType.Uuid, ct);
                    await copy.WriteAsync(k, NpgsqlDbType.Integer, ct);
                    await copy.WriteAsync(effect.SubjectId, NpgsqlDbType.Uuid, ct);
                    await copy.WriteAsync(effect.From, NpgsqlDbType.Date, ct);
                    await copy.WriteAsync(registry.CodeOf(effect.Effect), NpgsqlDbType.Text, ct);
                    await copy.WriteAsync(EffectRegistry.Write(effect.Effect), NpgsqlDbType.Jsonb, ct);
                    await copy.WriteAsync("Applied", NpgsqlDbType.Text, ct);
                    await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
                    count++;
                }
        await copy.CompleteAsync(ct);
        return count;
    }

    private static async Task RegistersAsync(NpgsqlConnection connection, Dictionary<(Guid Unit, string Type, int Year), int> last, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy decisions.register(unit_id, doc_type, year, last_number) from stdin (format binary)", ct);
        foreach (var ((unit, type, year), number) in last) await copy.WriteRowAsync(ct, unit, type, year, number);
        await copy.CompleteAsync(ct);
    }
}
