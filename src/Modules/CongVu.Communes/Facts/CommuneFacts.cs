using CongVu.Communes.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Facts;

/// <summary>A resolution with its titles.</summary>
internal sealed record ResolutionView(Resolution Resolution, IReadOnlyList<Title> Titles)
{
    public Title? Find(TitleLevel level, string code) => Titles.FirstOrDefault(t => t.Level == level && t.Code == code);
}

/// <summary>What holds of all communes on a day.</summary>
internal sealed record CommuneFactsOn(
    IReadOnlyDictionary<Guid, Profile> Profiles, IReadOnlyDictionary<Guid, VillageState> Villages, IReadOnlyList<Holding> Holdings, IReadOnlyDictionary<Guid, Holder> Holders, ResolutionView? Resolution);

/// <summary>Reads dated facts at the two dates of a question. The gate is not asked.</summary>
internal sealed class CommuneFacts(CongVuDb db)
{
    /// <summary>The rows that were known at an instant (null: now).</summary>
    public static IQueryable<T> Known<T>(IQueryable<T> rows, DateTime? at) where T : DatedFact =>
        at is { } known ? rows.Where(r => r.EnteredAt <= known && (r.WithdrawnAt == null || r.WithdrawnAt > known)) : rows.Where(r => r.WithdrawnAt == null);

    /// <summary>Everything that holds on a day.</summary>
    public async Task<CommuneFactsOn> OnAsync(AsOf asOf, CancellationToken ct)
    {
        var day = asOf.ValidOn;
        var profiles = await Known(db.Set<Profile>().AsNoTracking(), asOf.KnownAt).Where(p => p.FromDay <= day).ToListAsync(ct);
        var villages = await Known(db.Set<VillageState>().AsNoTracking(), asOf.KnownAt).Where(v => v.FromDay <= day).ToListAsync(ct);
        var holdings = await Known(db.Set<Holding>().AsNoTracking(), asOf.KnownAt).Where(h => h.FromDay <= day && (h.UntilDay == null || h.UntilDay > day)).OrderBy(h => h.FromDay).ThenBy(h => h.Id).ToListAsync(ct);
        var ids = holdings.Select(h => h.HolderId).Distinct().ToArray();
        var holders = await db.Set<Holder>().AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        return new CommuneFactsOn(Latest(profiles, p => p.UnitId), Latest(villages, v => v.VillageId).Where(v => !v.Value.Ended).ToDictionary(), holdings, holders, await ResolutionAsync(asOf, ct));
    }

    /// <summary>The resolution whose allowances count on a day.</summary>
    public async Task<ResolutionView?> ResolutionAsync(AsOf asOf, CancellationToken ct)
    {
        var approved = db.Set<Resolution>().AsNoTracking().Where(r => r.ApprovedAt != null && r.FromDay <= asOf.ValidOn);
        approved = asOf.KnownAt is { } at ? approved.Where(r => r.ApprovedAt <= at && (r.WithdrawnAt == null || r.WithdrawnAt > at)) : approved.Where(r => r.WithdrawnAt == null);
        return await approved.OrderByDescending(r => r.FromDay).FirstOrDefaultAsync(ct) is { } resolution ? new ResolutionView(resolution, await TitlesAsync(resolution.Id, ct)) : null;
    }

    /// <summary>Titles of a resolution in their order.</summary>
    public async Task<IReadOnlyList<Title>> TitlesAsync(Guid resolutionId, CancellationToken ct) => await db.Set<Title>().AsNoTracking().Where(t => t.ResolutionId == resolutionId).OrderBy(t => t.Place).ToListAsync(ct);

    /// <summary>All facts ever entered about a unit, latest day first; withdrawn ones too.</summary>
    public async Task<IReadOnlyList<Profile>> ProfilesAsync(IReadOnlyCollection<Guid> units, DateTime? knownAt, CancellationToken ct) =>
        await db.Set<Profile>().AsNoTracking().Where(p => units.Contains(p.UnitId) && (knownAt == null || p.EnteredAt <= knownAt)).OrderByDescending(p => p.FromDay).ThenByDescending(p => p.EnteredAt).ToListAsync(ct);

    /// <summary>All states of a village ever entered, latest day first; withdrawn ones too.</summary>
    public async Task<IReadOnlyList<VillageState>> VillageAsync(Guid villageId, CancellationToken ct) =>
        await db.Set<VillageState>().AsNoTracking().Where(v => v.VillageId == villageId).OrderByDescending(v => v.FromDay).ThenByDescending(v => v.EnteredAt).ToListAsync(ct);

    private static Dictionary<Guid, T> Latest<T>(IEnumerable<T> facts, Func<T, Guid> subject) where T : DatedFact =>
        facts.GroupBy(subject).ToDictionary(g => g.Key, g => g.MaxBy(f => f.FromDay)!);
}
