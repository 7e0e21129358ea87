using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Organisation.Data;

/// <summary>Tells a unit's history in words, from the effect log and the lineage.</summary>
internal sealed class UnitChronicle(NpgsqlDataSource source, EffectRegistry effects)
{
    private const string LogSql = """
        select type, payload::text, from_day, decision_id, label, recorded_at from organisation.unit_effect
        where unit_id = $1 and recorded_at <= $2 and (voided_at is null or voided_at > $2) order by from_day, seq
        """;

    public async Task<UnitHistory?> OfAsync(UnitArchive archive, Guid unitId, DateTime? knownAt, CancellationToken ct)
    {
        var versions = archive.Versions(unitId, knownAt).Select(v => v.Unit).ToList();
        var events = await EventsAsync(archive, unitId, knownAt, ct);
        if (versions.Count == 0 && events.Count == 0) return null;
        if (EndedByLawAlone(versions, events) is { } ended) events.Add(ended);
        var links = archive.Links.Where(l => l.KnownAt(knownAt)).ToList();
        // What others' acts brought to this unit is part of its story too.
        foreach (var link in links.Where(l => l.SuccessorId == unitId && events.All(e => e.Day != l.Day)).DistinctBy(l => (l.PredecessorId, l.Day)).ToList())
            events.Add(new UnitEvent(link.Day, $"Tiếp nhận nhiệm vụ của {archive.Nearest(link.PredecessorId, new AsOf(link.Day.AddDays(-1), knownAt))?.Name ?? "đơn vị chưa rõ"}", link.Label, link.DecisionId, link.KnownFrom));
        events = [.. events.OrderBy(e => e.Day)];
        return new UnitHistory(unitId, versions, events,
            Named(archive, links.Where(l => l.SuccessorId == unitId), l => l.PredecessorId, -1, knownAt),
            Named(archive, links.Where(l => l.PredecessorId == unitId), l => l.SuccessorId, 0, knownAt));
    }

    private async Task<List<UnitEvent>> EventsAsync(UnitArchive archive, Guid unitId, DateTime? knownAt, CancellationToken ct)
    {
        await using var command = source.CreateCommand(LogSql);
        command.Parameters.AddWithValue(unitId);
        command.Parameters.AddWithValue(knownAt ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        var events = new List<UnitEvent>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var day = row.GetFieldValue<DateOnly>(2);
            var effect = effects.Read(row.GetString(0), row.GetString(1));
            events.Add(new UnitEvent(day, Words(archive, effect, new AsOf(day, knownAt)), row.GetString(4), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetDateTime(5)));
        }
        return events;
    }

    private static string Words(UnitArchive archive, Effect effect, AsOf asOf)
    {
        string Name(Guid id) => archive.Nearest(id, asOf)?.Name ?? "đơn vị chưa rõ";
        string List(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(Name));
        return effect switch
        {
            EstablishUnit { PredecessorIds.Length: > 0 } e => $"Thành lập {e.Name} trên cơ sở {string.Join(", ", e.PredecessorIds.Select(p => archive.Nearest(p, asOf with { ValidOn = asOf.ValidOn.AddDays(-1) })?.Name ?? "đơn vị chưa rõ"))}",
            EstablishUnit { ParentId: { } parent } e => $"Thành lập {e.Name}, trực thuộc {Name(parent)}",
            EstablishUnit e => $"Thành lập {e.Name}",
            RenameUnit e => $"Đổi tên thành {e.Name}",
            MoveUnit e => $"Chuyển về trực thuộc {Name(e.ParentId)}",
            DissolveUnit { SuccessorIds.Length: > 0 } e => $"Kết thúc hoạt động; {List(e.SuccessorIds)} kế thừa nhiệm vụ",
            DissolveUnit => "Giải thể",
            _ => throw new InvalidOperationException($"{effect.GetType().Name} is no effect on units."),
        };
    }

    private static UnitEvent? EndedByLawAlone(List<UnitView> versions, List<UnitEvent> events) =>
        versions.Count > 0 && versions[^1] is { Level: UnitLevel.District, Until: { } until } && until == TwoTierGovernment.From && events.All(e => e.Day != until)
            ? new UnitEvent(until, "Kết thúc hoạt động của cấp huyện", TwoTierGovernment.Source, null, null) : null;

    private static List<UnitLink> Named(UnitArchive archive, IEnumerable<ArchivedLink> links, Func<ArchivedLink, Guid> other, int dayShift, DateTime? knownAt) =>
        [.. links.GroupBy(l => (Other: other(l), l.Day)).OrderBy(g => g.Key.Day)
            .Select(g => new UnitLink(g.Key.Other, archive.Nearest(g.Key.Other, new AsOf(g.Key.Day.AddDays(dayShift), knownAt))?.Name ?? "đơn vị chưa rõ", g.Key.Day, g.First().Label, g.First().DecisionId))];
}
