using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Platform.Data;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Sittings;

/// <summary>A candidate's paper as the candidate may see it.</summary>
internal sealed record CandidatePaper(string Number, IReadOnlyList<PaperItem> Questions);

/// <param name="Item">Without key and without explanation; options in the candidate's order.</param>
internal sealed record PaperItem(int Place, ExamItem Item, int PointsHundredths);

/// <summary>A question of a candidate's paper with everything that marks it.</summary>
internal sealed record MarkedItem(int Place, SealedQuestion Question, int PointsHundredths);

/// <summary>Draws papers from the sealed bank of a released sitting.</summary>
internal sealed class SittingPapers(CongVuDb db, ItemSafe safe, OpenedBanks opened)
{
    /// <summary>The candidate's questions in their order, without keys.</summary>
    public async Task<CandidatePaper> ForSeatAsync(Guid sitting, string number, CancellationToken ct)
    {
        // Whoever works at a machine sits in an examination that is not over: nothing of it can have been destroyed, and two hundred ask at once.
        var bank = await opened.OfAsync(sitting, OpenAsync, ct);
        return new CandidatePaper(number, [.. bank.For(number).Questions.Select((q, at) => new PaperItem(at + 1, ForCandidate(bank.Items[q.Item].Item, q.Options), q.PointsHundredths))]);
    }

    /// <summary>The same questions with keys, for marking.</summary>
    public async Task<IReadOnlyList<MarkedItem>> KeysForAsync(Seat seat, CancellationToken ct)
    {
        var (number, bank) = (await NumberAsync(seat, ct), await OpenedAsync(seat.SittingId, ct));
        return bank.Keys(number);
    }

    /// <summary>The opened bank of a released sitting. Asked at every use: another node may have destroyed it a moment ago (<see cref="DestroyedWatch"/> clears the memory of those nobody uses).</summary>
    public async Task<OpenedBank> OpenedAsync(Guid sitting, CancellationToken ct)
    {
        var asked = await db.Set<Sitting>().Where(s => s.Id == sitting).Select(s => new { s.Name, s.DestroyedAt }).SingleAsync(ct);
        if (asked.DestroyedAt is null) return await opened.OfAsync(sitting, OpenAsync, ct);
        opened.Forget(sitting);
        throw Destroyed(asked.Name, asked.DestroyedAt.Value);
    }

    private static NotFoundException Destroyed(string name, DateTime gone) => new($"Đề và bài làm của {name} đã hủy ngày {VnFormat.Date(VietnamTime.DayOf(gone))} theo biên bản. Điểm, biên nhận và các mã băm còn lưu.");

    private async Task<string> NumberAsync(Seat seat, CancellationToken ct) =>
        await db.Set<Candidate>().Where(c => c.Id == seat.CandidateId).Select(c => c.Number).SingleAsync(ct) ?? throw new InvalidOperationException("The candidate has no number.");

    private async Task<OpenedBank> OpenAsync(Guid sittingId, CancellationToken ct)
    {
        var found = await (from t in db.Set<Sitting>() join b in db.Set<BlueprintRow>() on t.BlueprintId equals b.Id where t.Id == sittingId select new { Sitting = t, Row = b }).AsNoTracking().SingleAsync(ct);
        var sitting = found.Sitting;
        if (sitting.DestroyedAt is { } gone) throw Destroyed(sitting.Name, gone);
        // The value of the first of two persons does not open it.
        if (sitting.State is SittingState.Draft or SittingState.Sealed) throw new InvalidOperationException("The sitting is not released.");
        var bank = SealedBank.Open(safe, sitting.Bank!);
        return new OpenedBank(new PaperDraw(found.Row.Plan(), [.. bank.Items.Select(i => i.Entry.Entry)]), Sealing.Seed(safe.OpenFile(sitting.Secret!), sitting.Commitment!, sitting.PublicValue!),
            bank.Items.ToDictionary(i => i.Entry.Id));
    }

    /// <summary>Nothing that marks leaves the server, not even as an empty list of the right length.</summary>
    private static ExamItem ForCandidate(ExamItem item, IReadOnlyList<string> order) => item with
    {
        Explanation = Content.Empty,
        Parts = [.. item.Parts.Select(p => p with { Key = [], Numbers = [], Scores = [], Choices = Ordered(p.FreePoint ? [] : p.Choices, order) })],
    };

    // Options that may move take the places of such options in the order drawn; fixed ones stay where they are.
    public static IReadOnlyList<Choice> Ordered(IReadOnlyList<Choice> choices, IReadOnlyList<string> order)
    {
        var moving = new Queue<Choice>(order.Select(id => choices.FirstOrDefault(c => c.Id == id)).OfType<Choice>());
        return moving.Count == 0 ? choices : [.. choices.Select(c => order.Contains(c.Id) ? moving.Dequeue() : c)];
    }
}

/// <summary>A blueprint as it is kept.</summary>
internal static class BlueprintForm
{
    public static Blueprint Plan(this BlueprintRow row) => new(JsonSerializer.Deserialize<BlueprintCell[]>(row.Cells, Json.Options)!, row.ShuffleQuestions, row.ShuffleOptions);

    public static string Write(IEnumerable<BlueprintCell> cells) => JsonSerializer.Serialize(cells.ToArray(), Json.Options);
}
