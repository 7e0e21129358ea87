using System.Text.Json;
using CongVu.Legislation.Data;
using CongVu.Platform.Data;
using Npgsql;

namespace CongVu.Legislation.Domain;

/// <summary>An approved change as the running law is composed of it.</summary>
internal sealed record ApprovedChange(Guid Id, string Title, DateTime ApprovedAt, DateTime? WithdrawnAt, IReadOnlyList<LaidDocument> Documents)
{
    public bool KnownAt(DateTime? instant) => instant is { } at ? ApprovedAt <= at && (WithdrawnAt is null || at < WithdrawnAt) : WithdrawnAt is null;
}

/// <summary>Everything read from the database at one revision.</summary>
internal sealed record Approved(long Number, IReadOnlyList<ApprovedChange> Changes, Comparisons Comparisons);

/// <summary>Reads it.</summary>
internal static class ApprovedReader
{
    public static async Task<Approved> ReadAsync(NpgsqlConnection connection, long number, CancellationToken ct)
    {
        var changes = new List<(Guid Id, string Title, DateTime At, DateTime? Until)>();
        await using (var ask = new NpgsqlCommand("select id, title, approved_at, withdrawn_at from legislation.law_change where approved_at is not null order by approved_at, id", connection))
        await using (var row = await ask.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct)) changes.Add((row.GetGuid(0), row.GetString(1), row.GetDateTime(2), row.IsDBNull(3) ? null : row.GetDateTime(3)));
        var items = new List<LawChangeItem>();
        await using (var ask = new NpgsqlCommand("select i.id, i.change_id, i.ord, i.kind, i.target, i.from_day, i.content from legislation.law_change_item i join legislation.law_change c on c.id = i.change_id where c.approved_at is not null order by i.ord", connection))
        await using (var row = await ask.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                items.Add(new LawChangeItem { Id = row.GetGuid(0), ChangeId = row.GetGuid(1), Ord = row.GetInt32(2), Kind = Enum.Parse<ChangeItemKind>(row.GetString(3)), Target = row.GetString(4), FromDay = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), Content = row.GetString(6) });
        var checks = new List<SourceCheck>();
        await using (var ask = new NpgsqlCommand("select id, kind, target, from_day, outcome, source, note, checked_on, recorded_at, account_id, account_name, evidence_file_id from legislation.source_check order by recorded_at", connection))
        await using (var row = await ask.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct)) checks.Add(Check(row));
        var byChange = items.ToLookup(i => i.ChangeId);
        return new Approved(number, [.. changes.Select(c => new ApprovedChange(c.Id, c.Title, c.At, c.Until, [.. byChange[c.Id].Select(i => LaidDocument.Of(i))]))], new Comparisons(checks));
    }

    /// <summary>The content of an item.</summary>
    public static T Content<T>(LawChangeItem item) => JsonSerializer.Deserialize<T>(item.Content, Json.Options)!;

    private static SourceCheck Check(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0), Kind = Enum.Parse<CheckKind>(row.GetString(1)), Target = row.GetString(2), FromDay = row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
        Outcome = Enum.Parse<CheckOutcome>(row.GetString(4)), Source = row.GetString(5), Note = row.IsDBNull(6) ? null : row.GetString(6), CheckedOn = row.GetFieldValue<DateOnly>(7),
        RecordedAt = row.GetDateTime(8), AccountId = row.GetGuid(9), AccountName = row.GetString(10), EvidenceFileId = row.IsDBNull(11) ? null : row.GetGuid(11),
    };
}
