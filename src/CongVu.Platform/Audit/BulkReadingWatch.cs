using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Notices;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Platform.Audit;

/// <summary>
/// Alarm on unusually large reading (Article 8(2) of TT 19/2026/TT-BNV): whoever opens or exports far more than
/// daily work needs is reported to the inspectors and administrators, and beyond a second threshold signed out at once.
/// </summary>
public sealed class BulkReadingWatch(NpgsqlDataSource source, CongVuDb db, NoticeBoard notices, Sessions sessions, ProcessLog processes, TimeProvider clock) : JobHandler
{
    /// <summary>Job kind; recurs every minute.</summary>
    public const string JobKind = "platform.bulk-reading-watch";
    /// <summary>Records opened one by one within an hour that raise the alarm.</summary>
    public const int RecordsPerHour = 300;
    /// <summary>Rows exported within an hour that raise the alarm.</summary>
    public const int RowsPerHour = 20_000;
    /// <summary>Times the alarm threshold at which the account is signed out.</summary>
    public const int LockFactor = 10;

    internal static readonly ProcessKind Alarm = new("platform.bulk-reading-alarm", "Cảnh báo đọc dữ liệu bất thường", "notices to inspectors and administrators; sessions of the account when far beyond the threshold");

    /// <inheritdoc />
    public override string Kind => JobKind;

    /// <inheritdoc />
    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var (account, name, records, rows) in await HeavyReadersAsync(now, ct))
        {
            await using var process = await processes.BeginAsync(Alarm, "account", account, ct);
            var text = $"Trong một giờ qua tài khoản {name} đã mở {records} hồ sơ và kết xuất {rows} dòng.";
            await notices.SendAsync(await WatchersAsync(ct), "Cảnh báo: đọc dữ liệu nhiều bất thường", text, $"/quan-tri/nhat-ky?tai-khoan={account}", ct, $"bulk:{account}:{now:yyyyMMddHH}", "Bad");
            await process.CommitAsync(ct, count: records + rows, detail: new { name, records, rows });
            if (records > RecordsPerHour * LockFactor || rows > RowsPerHour * LockFactor) await sessions.EndAllAsync(account, "bulk-reading", ct);
        }
    }

    private async Task<List<(Guid Account, string Name, int Records, int Rows)>> HeavyReadersAsync(DateTime now, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select a.id, a.user_name, count(*) filter (where e.action like '%.record.read')::int as records, coalesce(sum(e.count) filter (where e.action like '%.exported'), 0)::int as rows
            from platform.audit_entry e join platform.account a on a.id = e.account_id
            where e.at > $1 and (e.action like '%.record.read' or e.action like '%.exported') group by a.id, a.user_name
            having count(*) filter (where e.action like '%.record.read') > $2 or coalesce(sum(e.count) filter (where e.action like '%.exported'), 0) > $3
            """);
        command.Parameters.AddWithValue(now - TimeSpan.FromHours(1));
        command.Parameters.AddWithValue(RecordsPerHour);
        command.Parameters.AddWithValue(RowsPerHour);
        var found = new List<(Guid, string, int, int)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) found.Add((row.GetGuid(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3)));
        return found;
    }

    private Task<List<Guid>> WatchersAsync(CancellationToken ct)
    {
        var today = clock.Today();
        return Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<RoleGrant>()
            .Where(g => (g.Role == Roles.Auditor || g.Role == Roles.ProvinceAdmin) && g.RevokedAt == null && Microsoft.EntityFrameworkCore.NpgsqlRangeDbFunctionsExtensions.Contains(g.Valid, today))
            .Select(g => g.AccountId), ct);
    }
}
