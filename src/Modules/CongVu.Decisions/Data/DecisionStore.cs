using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Data;

/// <summary>A decision with everything a move needs to know of it.</summary>
/// <param name="Items">All items in order, dropped ones included.</param>
/// <param name="Drafters">Accounts that had a hand in the draft.</param>
internal sealed record LoadedDecision(Decision Decision, IReadOnlyList<DecisionItem> Items, IReadOnlyList<DecisionOverride> Overrides, IReadOnlySet<Guid> Drafters, int Attachments)
{
    /// <summary>Items that still count.</summary>
    public IEnumerable<DecisionItem> Kept => Items.Where(i => i.State == ItemState.Kept);
}

/// <summary>Loads decisions, for reading or locked for a move.</summary>
internal sealed class DecisionStore(CongVuDb db)
{
    /// <summary>A decision for reading.</summary>
    public async Task<LoadedDecision> ReadAsync(Guid id, CancellationToken ct) =>
        await FillAsync(await db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == id, ct), ct);

    /// <summary>A decision locked until the transaction ends, in the version the actor has seen.</summary>
    /// <exception cref="StaleEditException">Somebody else moved or edited it meanwhile.</exception>
    public async Task<LoadedDecision> LockAsync(Guid id, int? version, CancellationToken ct)
    {
        var decision = await LockOnlyAsync(id, ct);
        if (version is { } seen && decision.Version != seen)
            throw new StaleEditException($"Quyết định “{decision.Title}”", await ChangesSinceAsync(decision, seen, ct));
        return await FillAsync(decision, ct);
    }

    /// <summary>The bare decision, locked.</summary>
    public async Task<Decision> LockOnlyAsync(Guid id, CancellationToken ct)
    {
        var known = db.Set<Decision>().Local.FindEntry(id) is not null;
        var found = await db.Set<Decision>().FromSql($"select * from decisions.decision where id = {id} for update").ToListAsync(ct);
        var decision = found.SingleOrDefault() ?? throw Missing();
        if (known) await db.Entry(decision).ReloadAsync(ct); // read before the lock was granted: the context keeps what it had
        return decision;
    }

    private async Task<LoadedDecision> FillAsync(Decision? decision, CancellationToken ct)
    {
        if (decision is null) throw Missing();
        var id = decision.Id;
        var items = await db.Set<DecisionItem>().Where(i => i.DecisionId == id).OrderBy(i => i.No).ToListAsync(ct);
        var around = await db.Set<Decision>().Where(d => d.Id == id).Select(d => new
        {
            Drafters = db.Set<DecisionStep>().Where(s => s.DecisionId == id && s.AccountId != null && (s.Process == DecisionProcesses.Draft.Code || s.Process == DecisionProcesses.Submit.Code)).Select(s => s.AccountId!.Value).Distinct().ToArray(),
            Attachments = db.Set<DecisionAttachment>().Count(a => a.DecisionId == id),
            Overridden = db.Set<DecisionOverride>().Any(o => o.DecisionId == id && o.WithdrawnAt == null),
        }).SingleAsync(ct);
        List<DecisionOverride> overrides = around.Overridden ? await db.Set<DecisionOverride>().Where(o => o.DecisionId == id && o.WithdrawnAt == null).ToListAsync(ct) : [];
        var drafters = around.Drafters.ToHashSet();
        if (decision.DrafterId is { } first) drafters.Add(first);
        return new LoadedDecision(decision, items, overrides, drafters, around.Attachments);
    }

    private async Task<IReadOnlyList<FieldDifference>> ChangesSinceAsync(Decision decision, int seen, CancellationToken ct)
    {
        var last = await db.Set<DecisionStep>().Where(s => s.DecisionId == decision.Id).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
        return
        [
            new FieldDifference("Bản đang xem", $"lần sửa thứ {seen}", $"lần sửa thứ {decision.Version}"),
            new FieldDifference("Trạng thái", null, decision.State.Name()),
            new FieldDifference("Người làm gần nhất", null, last is null ? null : $"{last.AccountName}, {Platform.Text.VnFormat.Instant(last.At)}"),
        ];
    }

    private static NotFoundException Missing() => new("Không có quyết định này, hoặc bạn không được xem.");
}
