using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Commune;

/// <summary>One commune on a day: what it is, whom it may have and has, its funds, villages and people, and how it came to be.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class ShowModel(CommuneReckoning reckoning, CommuneFacts facts, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Asked { get; set; }

    public DateOnly Day { get; private set; }
    public UnitView Unit { get; private set; } = null!;
    public CommuneSheet? Sheet { get; private set; }
    public UnitHistory? History { get; private set; }
    public IReadOnlyList<Profile> Profiles { get; private set; } = [];

    /// <summary>Communes this one was made of; districts among the predecessors are no communes.</summary>
    public IReadOnlyList<UnitView> Before { get; private set; } = [];
    public bool MayKeep => asOf.IsNow && gate.May(CommunePermissions.Keep, Unit.Id);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Day = Asked ?? asOf.Current.ValidOn;
        var at = new AsOf(Day, asOf.Current.KnownAt);
        Unit = await reckoning.NamedAsync(id, at, CommunePermissions.Read, ct);
        Sheet = await reckoning.OfAsync(id, at, CommunePermissions.Read, ct);
        History = await units.HistoryAsync(id, ct, asOf.Current.KnownAt);
        var before = new List<UnitView>();
        foreach (var link in History?.Predecessors ?? [])
            if (await units.NearestAsync(link.UnitId, at, ct) is { } unit && CommuneReckoning.IsCommune(unit)) before.Add(unit);
        Before = before;
        Profiles = await facts.ProfilesAsync([id], asOf.Current.KnownAt, ct);
        await audit.ReadAsync(new AuditLine("communes.commune.read", "unit", id, id, Sheet?.People.Count ?? 0), ct);
    }

    /// <summary>What was entered about the commune, withdrawn facts struck out.</summary>
    public IEnumerable<TimelineEntry> Timeline => Profiles.Select(p => new TimelineEntry(p.FromDay, ProfileWords.Line(p), p.WithdrawnAt is null ? $"{p.EnteredByName} nhập" : $"{p.WithdrawnByName} đính chính: {p.WithdrawnReason}",
        Source: p.Document, SourceUrl: p.FileId is { } file ? $"/tep/{file}" : null, Kind: "Thông tin", Icon: "file-description", Void: p.WithdrawnAt is not null))
        .Concat(History?.Events.Select(e => new TimelineEntry(e.Day, e.What, Source: e.Label, Kind: "Tổ chức", Icon: "sitemap")) ?? [])
        .OrderByDescending(e => e.On);
}
