using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Authority;

/// <summary>What narrows the list; everything left out does not.</summary>
/// <param name="Units">Units concerned, subtrees resolved by the caller.</param>
/// <param name="Text">Folded number, title or name.</param>
internal sealed record FindingFilter(FindingState? State = null, string? ActionCode = null, int? Year = null, IReadOnlyCollection<Guid>? Units = null, string Text = "");

/// <summary>One line of the list.</summary>
internal sealed record FindingLine
{
    public Guid Id { get; init; }
    public Guid DecisionId { get; init; }
    public string NumberText { get; init; } = "";
    public DateOnly SignedOn { get; init; }
    public string ActionCode { get; init; } = "";
    public string Subjects { get; init; } = "";
    public Guid UnitId { get; init; }
    public string Signer { get; init; } = "";
    public string Competent { get; init; } = "";
    public string RuleSource { get; init; } = "";
    public FindingState State { get; init; }
    public DateTime FoundAt { get; init; }
}

/// <summary>One finding with its decision and what was done about it, and earlier findings about the same decision.</summary>
internal sealed record FindingView(WrongAuthority Finding, Decision Decision, IReadOnlyList<AuthorityHandling> Handlings, IReadOnlyList<WrongAuthority> Earlier);

/// <summary>Decisions signed by the wrong authority, as far as the actor may see them.</summary>
internal sealed class WrongAuthorityList(CongVuDb db, DecisionStore store, DecisionAccess access, Gate gate)
{
    /// <summary>The lines under a filter, withdrawn ones only when asked for.</summary>
    public IQueryable<FindingLine> Lines(FindingFilter filter)
    {
        var decisions = Visible();
        if (filter.ActionCode is { } action) decisions = decisions.Where(d => d.ActionCode == action);
        if (filter.Year is { } year) decisions = decisions.Where(d => d.SignedOn >= new DateOnly(year, 1, 1) && d.SignedOn <= new DateOnly(year, 12, 31));
        if (filter.Units is { } chosen) { var units = chosen.ToArray(); decisions = decisions.Where(d => d.UnitIds.Any(u => units.Contains(u))); }
        if (filter.Text.Length > 0) decisions = decisions.Where(d => d.SearchKey.Contains(filter.Text));
        var findings = db.Set<WrongAuthority>().AsNoTracking();
        findings = filter.State is { } state ? findings.Where(f => f.State == state) : findings.Where(f => f.State != FindingState.Withdrawn);
        return findings.Join(decisions, f => f.DecisionId, d => d.Id, (f, d) => new FindingLine
        {
            Id = f.Id, DecisionId = d.Id, NumberText = d.NumberText!, SignedOn = d.SignedOn!.Value, ActionCode = d.ActionCode, Subjects = f.Subjects, UnitId = d.UnitId, Signer = f.Signer,
            Competent = f.Competent, RuleSource = f.RuleSource, State = f.State, FoundAt = f.FoundAt,
        });
    }

    /// <summary>How many wait to be dealt with, and since when.</summary>
    public async Task<(int Count, DateTime Oldest)> OpenAsync(CancellationToken ct) =>
        await Lines(new FindingFilter(FindingState.Open)).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(f => f.FoundAt) }).FirstOrDefaultAsync(ct) is { } found ? (found.Count, found.Oldest) : (0, default);

    /// <summary>Years of signing that have findings, latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct) => await Lines(new FindingFilter()).Select(f => f.SignedOn.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);

    /// <summary>One finding.</summary>
    /// <exception cref="NotFoundException">There is none, or the actor may not see it.</exception>
    public async Task<FindingView> FindAsync(Guid id, CancellationToken ct)
    {
        var finding = await db.Set<WrongAuthority>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw Missing();
        var loaded = await store.ReadAsync(finding.DecisionId, ct);
        if (!await Visible().AnyAsync(d => d.Id == finding.DecisionId, ct)) throw Missing();
        access.DemandRead(loaded);
        var handlings = await db.Set<AuthorityHandling>().AsNoTracking().Where(h => h.FindingId == id).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).ToListAsync(ct);
        var others = await db.Set<WrongAuthority>().AsNoTracking().Where(f => f.DecisionId == finding.DecisionId && f.Id != id).OrderByDescending(f => f.FoundAt).ToListAsync(ct);
        return new FindingView(finding, loaded.Decision, handlings, others);
    }

    private IQueryable<Decision> Visible()
    {
        var rows = db.Set<Decision>().AsNoTracking().Where(d => d.Number != null);
        var scope = gate.Scope(DecisionPermissions.ReadAuthority);
        if (scope.IsAll) return rows;
        var units = scope.Ids;
        return rows.Where(d => d.UnitIds.Any(u => units.Contains(u)) || units.Contains(d.UnitId));
    }

    private static NotFoundException Missing() => new("Không có phát hiện này, hoặc bạn không được xem.");
}
