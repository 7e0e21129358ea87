using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Numbers;

/// <summary>A register: an agency, a type of document, a year.</summary>
internal sealed record RegisterKey(Guid UnitId, string DocType, int Year);

/// <summary>What a later act did to an entry.</summary>
internal sealed record Undone(Guid ById, string Number, DateOnly On);

/// <summary>One number of the book.</summary>
internal sealed record BookEntry(Guid Id, int Number, string NumberText, DateOnly SignedOn, string? SignerName, string? SignerPost, string[] SignerLines, string Title, string ActionCode, int ItemCount, DateOnly? EffectiveOn,
    Guid? AnnulledBy, Guid? CorrectedBy)
{
    /// <summary>Whom it is about: a few names and how many more.</summary>
    public string People { get; init; } = "";
    /// <summary>The act that took it away as a whole.</summary>
    public Undone? Annulled { get; init; }
    /// <summary>Acts that took parts of it away.</summary>
    public IReadOnlyList<Undone> AnnulledInPart { get; init; } = [];
    /// <summary>The act that corrected it.</summary>
    public Undone? Corrected { get; init; }

    /// <summary>Its state on a day, in words.</summary>
    public string State(DateOnly on) => Annulled is { } gone ? $"Bị thu hồi theo {gone.Number} ngày {VnFormat.Date(gone.On)}"
        : string.Join("; ", AnnulledInPart.Select(p => $"Thu hồi một phần theo {p.Number} ngày {VnFormat.Date(p.On)}")
            .Concat(Corrected is { } put ? [$"Đính chính theo {put.Number} ngày {VnFormat.Date(put.On)}"] : [])
            .Append(EffectiveOn > on ? $"Có hiệu lực từ {VnFormat.Date(EffectiveOn)}" : "Có hiệu lực"));
}

/// <summary>A page of the book with the proof for the whole year.</summary>
internal sealed record BookPage(RegisterKey Key, IReadOnlyList<BookEntry> Entries, int Total, NumberRuns Runs);

/// <summary>The book of numbered decisions, as of any day and as known at any instant.</summary>
internal sealed class RegisterBook(CongVuDb db, Gate gate)
{
    private const int NamesShown = 3;

    private sealed record Names(Guid Id, int Count, string[] First);

    /// <summary>Registers of agencies whose decisions the actor may read.</summary>
    public async Task<IReadOnlyList<RegisterKey>> RegistersAsync(AsOf asOf, CancellationToken ct)
    {
        var scope = gate.Scope(DecisionPermissions.Read);
        if (scope.IsEmpty) return [];
        var units = scope.IsAll ? [] : scope.Ids;
        return await Numbered(asOf).Where(d => scope.IsAll || units.Contains(d.SignerUnitId!.Value)).Select(d => new { Unit = d.SignerUnitId!.Value, d.DocType, Year = d.RegisterYear!.Value }).Distinct()
            .Select(k => new RegisterKey(k.Unit, k.DocType, k.Year)).ToListAsync(ct);
    }

    /// <summary>A page of a register in order of number; everything when <paramref name="size"/> is null.</summary>
    /// <exception cref="ForbiddenException">The agency is outside the actor's scope.</exception>
    public async Task<BookPage> OfAsync(RegisterKey key, AsOf asOf, bool now, int skip, int? size, CancellationToken ct)
    {
        gate.Demand(DecisionPermissions.Read, key.UnitId);
        var rows = Numbered(asOf).Where(d => d.SignerUnitId == key.UnitId && d.DocType == key.DocType && d.RegisterYear == key.Year);
        var numbers = await rows.OrderBy(d => d.Number).Select(d => d.Number!.Value).ToListAsync(ct);
        var page = rows.OrderBy(d => d.Number).Skip(skip);
        var entries = await (size is { } most ? page.Take(most) : page).Select(d => new BookEntry(d.Id, d.Number!.Value, d.NumberText!, d.SignedOn!.Value, d.SignerName, d.SignerPost, d.SignerLines, d.Title, d.ActionCode, d.ItemCount,
            d.EffectiveOn, d.AnnulledBy, d.CorrectedBy)).ToListAsync(ct);
        return new BookPage(key, await FilledAsync(entries, asOf, ct), numbers.Count, NumberRuns.Of(numbers, now ? await LastGivenAsync(key, ct) : null));
    }

    private IQueryable<Decision> Numbered(AsOf asOf)
    {
        var rows = db.Set<Decision>().AsNoTracking().Where(d => d.Number != null && d.SignedOn <= asOf.ValidOn);
        return asOf.KnownAt is { } known ? rows.Where(d => (d.SignedAt ?? d.DraftedAt) <= known) : rows;
    }

    private async Task<int?> LastGivenAsync(RegisterKey key, CancellationToken ct) =>
        (await db.Database.SqlQuery<int>($"""select last_number as "Value" from decisions.register where unit_id = {key.UnitId} and doc_type = {key.DocType} and year = {key.Year}""").ToListAsync(ct)).Cast<int?>().FirstOrDefault();

    private async Task<IReadOnlyList<BookEntry>> FilledAsync(List<BookEntry> entries, AsOf asOf, CancellationToken ct)
    {
        var ids = entries.Select(e => e.Id).ToArray();
        var names = (await db.Database.SqlQuery<Names>($"""
            select decision_id as "Id", count(*)::int as "Count", (array_agg(subject_name order by no))[1:{NamesShown}] as "First" from decisions.decision_item
            where decision_id = any({ids}) and state <> 'Dropped' group by decision_id
            """).ToListAsync(ct)).ToDictionary(g => g.Id);
        var parts = (await db.Set<DecisionEffect>().AsNoTracking().Where(e => ids.Contains(e.DecisionId) && e.VoidedBy != null).Select(e => new { e.DecisionId, By = e.VoidedBy!.Value }).Distinct().ToListAsync(ct)).ToLookup(p => p.DecisionId, p => p.By);
        var acts = entries.SelectMany(e => (Guid?[])[e.AnnulledBy, e.CorrectedBy]).OfType<Guid>().Concat(parts.SelectMany(p => p)).Distinct().ToArray();
        var undone = acts.Length == 0 ? [] : await Numbered(asOf).Where(d => acts.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => new Undone(d.Id, d.NumberText!, d.SignedOn!.Value), ct);
        Undone? By(Guid? id) => id is { } act ? undone.GetValueOrDefault(act) : null;
        return [.. entries.Select(e => e with
        {
            People = names.TryGetValue(e.Id, out var some) ? some.Count <= NamesShown ? string.Join(", ", some.First) : $"{string.Join(", ", some.First.Take(2))} và {some.Count - 2} đối tượng khác" : "",
            Annulled = By(e.AnnulledBy),
            AnnulledInPart = [.. parts[e.Id].Where(p => p != e.AnnulledBy || By(e.AnnulledBy) is null).Select(p => By(p)).OfType<Undone>()],
            Corrected = By(e.CorrectedBy),
        })];
    }
}
