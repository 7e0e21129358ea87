using Npgsql;

namespace CongVu.Platform.Audit;

/// <summary>Result of checking the audit chain.</summary>
/// <param name="Entries">Entries sealed and checked.</param>
/// <param name="Unsealed">Entries not sealed yet; only the newest may be.</param>
/// <param name="OldestUnsealed">Instant of the oldest of these.</param>
/// <param name="Head">Hash of the last seal, to be noted outside the system.</param>
/// <param name="Faults">What does not fit, in Vietnamese; empty when the log is whole.</param>
public sealed record AuditVerification(long Entries, long Unsealed, DateTime? OldestUnsealed, string Head, IReadOnlyList<string> Faults);

/// <summary>Recomputes every seal of the audit log: a changed, removed, inserted or reordered entry does not fit.</summary>
public sealed class AuditVerifier(NpgsqlDataSource source)
{
    /// <summary>Checks the whole chain. <paramref name="expectedHead"/>: a head noted earlier must still be in the chain.</summary>
    public async Task<AuditVerification> VerifyAsync(string? expectedHead, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var faults = new List<string>();
        var hash = new byte[32];
        long expected = 1, checkedEntries = 0;
        var headSeen = expectedHead is null;
        await using (var command = new NpgsqlCommand($"""
            select s.no, s.hash, e.id is not null, {AuditSealer.EntryText} from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id order by s.no
            """, connection) { CommandTimeout = 600 })
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct) && faults.Count < 20)
            {
                var no = row.GetInt64(0);
                if (no != expected) faults.Add($"Thiếu dấu niêm từ số {expected} đến số {no - 1}.");
                expected = no + 1;
                var stored = row.GetFieldValue<byte[]>(1);
                if (!row.GetBoolean(2)) faults.Add($"Dòng nhật ký của dấu niêm số {no} đã bị xóa.");
                else if (!AuditSealer.Chain(hash, row.GetString(3)).AsSpan().SequenceEqual(stored)) faults.Add($"Dòng nhật ký của dấu niêm số {no} không khớp: nội dung hoặc thứ tự đã bị sửa.");
                hash = stored; // go on from what is stored, so that one fault is reported once
                headSeen |= Convert.ToHexStringLower(stored) == expectedHead;
                checkedEntries++;
            }
        if (!headSeen) faults.Add("Dấu niêm đã ghi lại trước đây không còn trong chuỗi: phần cuối nhật ký đã bị thay.");
        var (unsealed, oldest) = await UnsealedAsync(connection, ct);
        return new AuditVerification(checkedEntries, unsealed, oldest, Convert.ToHexStringLower(hash), faults);
    }

    private static async Task<(long, DateTime?)> UnsealedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select count(*), min(at) from platform.audit_entry e where not exists (select 1 from platform.audit_seal s where s.entry_id = e.id)", connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetDateTime(1));
    }
}
