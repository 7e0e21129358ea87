using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
    private const string Lock = "select 1 from decisions.decision where id = $1 for update";

    private const string Surroundings = """
        select array(select distinct account_id from decisions.decision_step where decision_id = $1 and account_id is not null and process = any($2)),
               (select count(*)::int from decisions.decision_attachment where decision_id = $1),
               exists(select from decisions.decision_override where decision_id = $1 and withdrawn_at is null)
        """;

    private static readonly string[] Drafting = [DecisionProcesses.Draft.Code, DecisionProcesses.Submit.Code];

    // Compiled once: every page about a decision and every save of a draft begins with it.
    private static readonly Func<CongVuDb, Guid, CancellationToken, Task<WithItems?>> Whole = EF.CompileAsyncQuery((CongVuDb db, Guid id, CancellationToken _) =>
        db.Set<Decision>().Where(d => d.Id == id)
            .Select(d => new WithItems { Decision = d, Items = db.Set<DecisionItem>().Where(i => i.DecisionId == d.Id).OrderBy(i => i.No).ToList() })
            .SingleOrDefault());

    /// <summary>A decision for reading.</summary>
    public Task<LoadedDecision> ReadAsync(Guid id, CancellationToken ct) => LoadAsync(id, locked: false, ct);

    /// <summary>A decision locked until the transaction ends, in the version the actor has seen.</summary>
    /// <exception cref="StaleEditException">Somebody else moved or edited it meanwhile.</exception>
    public async Task<LoadedDecision> LockAsync(Guid id, int? version, CancellationToken ct)
    {
        var loaded = await LoadAsync(id, locked: true, ct);
        if (version is { } seen && loaded.Decision.Version != seen)
            throw new StaleEditException($"Quyết định “{loaded.Decision.Title}”", await ChangesSinceAsync(loaded.Decision, seen, ct));
        return loaded;
    }

    /// <summary>The bare decision, locked.</summary>
    public async Task<Decision> LockOnlyAsync(Guid id, CancellationToken ct)
    {
        var known = Knows(id);
        var found = await db.Set<Decision>().FromSql($"select * from decisions.decision where id = {id} for update").ToListAsync(ct);
        var decision = found.SingleOrDefault() ?? throw Missing();
        if (known) await db.Entry(decision).ReloadAsync(ct); // read before the lock was granted: the context keeps what it had
        return decision;
    }

    private async Task<LoadedDecision> LoadAsync(Guid id, bool locked, CancellationToken ct)
    {
        var around = await AroundAsync(id, locked, ct);
        var known = locked && Knows(id);
        if (await Whole(db, id, ct) is not { Decision: var decision, Items: var items }) throw Missing();
        if (known) await db.Entry(decision).ReloadAsync(ct); // read before the lock was granted: the context keeps what it had
        List<DecisionOverride> overrides = around.Overridden ? await db.Set<DecisionOverride>().Where(o => o.DecisionId == id && o.WithdrawnAt == null).ToListAsync(ct) : [];
        var drafters = around.Drafters.ToHashSet();
        if (decision.DrafterId is { } first) drafters.Add(first);
        return new LoadedDecision(decision, items, overrides, drafters, around.Attachments);
    }

    // The lock and what is asked with it travel in one message; each statement looks anew, so the second sees what the lock waited for.
    private async Task<(Guid[] Drafters, int Attachments, bool Overridden)> AroundAsync(Guid id, bool locked, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            if (locked) batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Surroundings) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<string[]> { TypedValue = Drafting } } });
            await using var reader = await batch.ExecuteReaderAsync(ct);
            if (locked) await reader.NextResultAsync(ct);
            await reader.ReadAsync(ct);
            return (reader.GetFieldValue<Guid[]>(0), reader.GetInt32(1), reader.GetBoolean(2));
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private bool Knows(Guid id) => db.Set<Decision>().Local.FindEntry(id) is not null;

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

    private sealed class WithItems
    {
        public required Decision Decision { get; init; }
        public required List<DecisionItem> Items { get; init; }
    }
}
