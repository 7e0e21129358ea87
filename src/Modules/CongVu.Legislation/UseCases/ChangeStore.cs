using System.Text.Json;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Legislation.UseCases;

/// <summary>A change with its items, and what both look like to the law's own check.</summary>
internal sealed class ChangeStore(CongVuDb db, LawInUse law, IEnumerable<DecisionsByValue> decisions)
{
    public const int AffectedLimit = 500;

    public Task<LawChange?> FindAsync(Guid id, CancellationToken ct) => db.Set<LawChange>().FirstOrDefaultAsync(c => c.Id == id, ct);

    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<LawChange> GetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ?? throw new NotFoundException("Không có hồ sơ cập nhật này.");

    public async Task<IReadOnlyList<LawChangeItem>> ItemsAsync(Guid change, CancellationToken ct) =>
        await db.Set<LawChangeItem>().AsNoTracking().Where(i => i.ChangeId == change).OrderBy(i => i.Ord).ToListAsync(ct);

    /// <summary>What the law's check says about these items laid over what holds now; nothing when all is well.</summary>
    public IReadOnlyList<ItemProblem> Check(IReadOnlyList<LawChangeItem> items)
    {
        var composition = Composition.Of(items);
        try
        {
            law.With(composition.Documents);
            return [];
        }
        catch (Law.LawDataException refused) { return composition.Problems(refused); }
    }

    /// <summary>Signed decisions that rest on what this value changes from its day until the next value.</summary>
    public async Task<IReadOnlyList<DecisionByValue>> AffectedAsync(LawChangeItem item, CancellationToken ct)
    {
        if (item is not { Kind: ChangeItemKind.Value, FromDay: { } from }) return [];
        var until = law.Current.Parameters.GetValueOrDefault(item.Target)?.Values.Values.Select(v => v.From).Where(d => d > from).Cast<DateOnly?>().FirstOrDefault();
        var found = new List<DecisionByValue>();
        foreach (var one in decisions) found.AddRange(await one.FindAsync(item.Target, from, until, AffectedLimit, ct));
        return found;
    }

    public static IReadOnlyList<DecisionByValue> Kept(LawChangeItem item) => JsonSerializer.Deserialize<IReadOnlyList<DecisionByValue>>(item.Affected, Json.Options) ?? [];

    /// <summary>Raises the revision within the open transaction; also the lock under which changes are approved one after the other.</summary>
    public static async Task RaiseRevisionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update legislation.revision set number = number + 1", connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
