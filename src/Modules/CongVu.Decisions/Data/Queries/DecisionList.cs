using System.Globalization;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Data.Queries;

/// <summary>What narrows the list of decisions. Everything left out does not.</summary>
internal sealed record DecisionFilter
{
    public DecisionState? State { get; init; }
    public string? ActionCode { get; init; }
    /// <summary>Units concerned, subtrees resolved by the caller.</summary>
    public IReadOnlyCollection<Guid>? Units { get; init; }
    /// <summary>Name of the signer, or part of it.</summary>
    public string? Signer { get; init; }
    public Guid? SignerUnitId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>Number, words of the title, or a person's name.</summary>
    public string? Text { get; init; }
    /// <summary>Only those drafted by the actor.</summary>
    public bool Mine { get; init; }
    public AuthorityState? Authority { get; init; }
    public Guid? PersonId { get; init; }
}

/// <summary>One line of the list.</summary>
internal sealed record DecisionLine(Guid Id, string ActionCode, DecisionState State, string Title, string? NumberText, DateOnly? SignedOn, DateOnly? EffectiveOn, string? SignerName, Guid? SignerUnitId, int ItemCount,
    string DrafterName, DateOnly ListedOn, DecisionOrigin Origin, AuthorityState AuthorityState, string? AuthorityNote)
{
    /// <summary>Vietnamese name of the action.</summary>
    public string ActionName { get; init; } = "";
}

/// <summary>A page; marks for the next and the previous one.</summary>
internal sealed record DecisionLines(IReadOnlyList<DecisionLine> Rows, string? Next, string? Previous);

/// <summary>The list of decisions that the actor may read, newest first; drafts that were given up only when asked for.</summary>
internal sealed class DecisionList(CongVuDb db, ActionCatalogue catalogue, People people, Gate gate, TimeProvider clock)
{
    private const int MostNames = 200;

    /// <summary>A page after or before a mark (null: the first).</summary>
    public async Task<DecisionLines> PageAsync(DecisionFilter filter, string? after, string? before, int size, CancellationToken ct)
    {
        var rows = await FilteredAsync(filter, ct);
        var back = after is null && Mark(before) is not null;
        if (Mark(after) is var (day, id)) rows = rows.Where(d => d.ListedOn < day || (d.ListedOn == day && d.Id.CompareTo(id) < 0));
        else if (Mark(before) is var (first, firstId)) rows = rows.Where(d => d.ListedOn > first || (d.ListedOn == first && d.Id.CompareTo(firstId) > 0));
        var ordered = back ? rows.OrderBy(d => d.ListedOn).ThenBy(d => d.Id) : rows.OrderByDescending(d => d.ListedOn).ThenByDescending(d => d.Id);
        var page = await Lines(ordered.Take(size + 1)).ToListAsync(ct);
        var more = page.Count > size;
        if (more) page.RemoveAt(size);
        if (back) page.Reverse();
        string? MarkOf(DecisionLine? line) => line is null ? null : $"{line.ListedOn:yyyyMMdd}{line.Id:n}";
        return new DecisionLines([.. page.Select(Named)], (back || more) && page.Count > 0 ? MarkOf(page[^1]) : null, (back ? more : after is not null) && page.Count > 0 ? MarkOf(page[0]) : null);
    }

    /// <summary>How many there are, counted no further than one more than 10,000.</summary>
    public async Task<int> CountAsync(DecisionFilter filter, CancellationToken ct) => await (await FilteredAsync(filter, ct)).Take(Platform.Web.TablePage.CountLimit + 1).CountAsync(ct);

    /// <summary>All of them, for an export; streamed.</summary>
    public async IAsyncEnumerable<DecisionLine> AllAsync(DecisionFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in Lines((await FilteredAsync(filter, ct)).OrderByDescending(d => d.ListedOn).ThenByDescending(d => d.Id)).AsAsyncEnumerable().WithCancellation(ct)) yield return Named(line);
    }

    private DecisionLine Named(DecisionLine line) => line with { ActionName = catalogue.NameOf(line.ActionCode) };

    private static IQueryable<DecisionLine> Lines(IQueryable<Decision> rows) => rows.Select(d => new DecisionLine(d.Id, d.ActionCode, d.State, d.Title, d.NumberText, d.SignedOn, d.EffectiveOn, d.SignerName, d.SignerUnitId, d.ItemCount,
        d.DrafterName, d.ListedOn, d.Origin, d.AuthorityState, d.AuthorityNote));

    private async Task<IQueryable<Decision>> FilteredAsync(DecisionFilter filter, CancellationToken ct)
    {
        var rows = Visible();
        if (filter.State is { } state) rows = rows.Where(d => d.State == state);
        else rows = rows.Where(d => d.State != DecisionState.Discarded);
        if (filter.ActionCode is { } action) rows = rows.Where(d => d.ActionCode == action);
        if (filter.Units is { } chosen) { var units = chosen.ToArray(); rows = rows.Where(d => d.UnitIds.Any(u => units.Contains(u))); }
        if (filter.SignerUnitId is { } agency) rows = rows.Where(d => d.SignerUnitId == agency);
        if (filter.Signer is { Length: > 0 } signer) rows = rows.Where(d => d.SignerName != null && EF.Functions.ILike(d.SignerName, "%" + signer + "%"));
        if (filter.From is { } from) rows = rows.Where(d => d.ListedOn >= from);
        if (filter.To is { } to) rows = rows.Where(d => d.ListedOn <= to);
        if (filter.Mine) { var me = gate.Actor.AccountId; rows = rows.Where(d => d.DrafterId == me); }
        if (filter.Authority is { } authority) rows = rows.Where(d => d.AuthorityState == authority);
        if (filter.PersonId is { } person) rows = rows.Where(d => db.Set<DecisionItem>().Any(i => i.DecisionId == d.Id && i.SubjectId == person));
        return filter.Text is { Length: > 0 } text ? await MatchingAsync(rows, text, ct) : rows;
    }

    private IQueryable<Decision> Visible()
    {
        var rows = db.Set<Decision>().AsNoTracking();
        var scope = gate.Scope(DecisionPermissions.Read);
        if (scope.IsAll) return rows;
        var (units, me, self) = (scope.Ids, gate.ActorOrNull?.AccountId, gate.ActorOrNull?.PersonId);
        return rows.Where(d => d.UnitIds.Any(u => units.Contains(u)) || (me != null && d.DrafterId == me)
            || (self != null && d.Number != null && db.Set<DecisionItem>().Any(i => i.DecisionId == d.Id && i.SubjectId == self)));
    }

    private async Task<IQueryable<Decision>> MatchingAsync(IQueryable<Decision> rows, string text, CancellationToken ct)
    {
        var folded = VietnameseText.Fold(text);
        var today = new AsOf(clock.Today());
        var persons = await people.Where(people.On(today), new PersonFilter { Text = text, Standing = PersonStanding.All }, today.ValidOn).Select(p => p.PersonId).Take(MostNames).ToArrayAsync(ct);
        var ids = persons.Length == 0 ? [] : await db.Set<DecisionItem>().Where(i => persons.Contains(i.SubjectId)).Select(i => i.DecisionId).Distinct().Take(5_000).ToArrayAsync(ct);
        return rows.Where(d => d.SearchKey.Contains(folded) || ids.Contains(d.Id));
    }

    private static (DateOnly, Guid)? Mark(string? mark) =>
        mark is { Length: 40 } && DateOnly.TryParseExact(mark.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Guid.TryParseExact(mark.AsSpan(8), "n", out var id) ? (day, id) : null;
}
