using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Platform.Notices;

/// <summary>A notice inside the application.</summary>
public sealed record Notice(Guid Id, DateTime At, string Title, string? Body, string? Href, string Severity, bool IsRead);

/// <summary>Tells accounts what happened. Sent inside the caller's transaction; one per account and dedupe key.</summary>
public sealed class NoticeBoard(CongVuDb db, TimeProvider clock)
{
    /// <summary>Sends a notice to accounts; a second one with the same key to the same account is dropped.</summary>
    public async Task SendAsync(IEnumerable<Guid> accountIds, string title, string? body, string? href, CancellationToken ct, string? dedupeKey = null, string severity = "Info")
    {
        var ids = accountIds.Distinct().ToArray();
        if (ids.Length == 0) return;
        await db.Database.ExecuteSqlRawAsync("""
            insert into platform.notice(id, account_id, at, title, body, href, severity, dedupe_key)
            select gen_random_uuid(), a, @at, @title, @body, @href, @severity, @key from unnest(@ids) a
            on conflict (account_id, dedupe_key) do nothing
            """,
            [new NpgsqlParameter("at", clock.UtcNow()), new NpgsqlParameter("title", title), Text("body", body), Text("href", href),
             new NpgsqlParameter("severity", severity), Text("key", dedupeKey), new NpgsqlParameter("ids", ids)], ct);
    }

    /// <summary>The newest notices of an account.</summary>
    public async Task<IReadOnlyList<Notice>> NewestAsync(Guid accountId, int limit, CancellationToken ct) =>
        await db.Database.SqlQuery<Notice>($"""
            select id as "Id", at as "At", title as "Title", body as "Body", href as "Href", severity as "Severity", read_at is not null as "IsRead"
            from platform.notice where account_id = {accountId} order by at desc limit {limit}
            """).ToListAsync(ct);

    /// <summary>Marks notices of the account as read (null: all).</summary>
    public Task MarkReadAsync(Guid accountId, Guid? id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update platform.notice set read_at = {clock.UtcNow()} where account_id = {accountId} and read_at is null and ({id == null} or id = {id ?? Guid.Empty})", ct);

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };
}
