using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Blueprints;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Practice;

/// <summary>A kind of paper that can be drawn, with the one the actor has begun.</summary>
internal sealed record PracticeOffer(BlueprintRow Row, int Questions, bool IsEnough, Guid? Open);

/// <summary>A question as it is asked: its choices in the order of the paper.</summary>
internal sealed record PracticeAsked(PracticeQuestion Question, BankItem Source, ExamItem Item);

/// <summary>
/// Practice papers: an official draws one from the practice bank by an approved blueprint, works on it as long as it takes, and sees at the end what was right, why, and by which law.
/// Everybody sees their own papers alone. Nothing here reaches the bank of examinations or its statistics; the database keeps the two apart.
/// </summary>
internal sealed class PracticeDesk(CongVuDb db, ProcessLog processes, Gate gate, ItemSafe safe, LawStanding law, BlueprintDesk blueprints, AuditLog audit, TimeProvider clock)
{
    private Guid Me => gate.Actor.AccountId;

    public async Task<IReadOnlyList<PracticeOffer>> OffersAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Practice);
        var me = Me;
        var rows = await db.Set<BlueprintRow>().AsNoTracking().Where(b => b.IsPractice && b.State == BlueprintState.Approved).OrderBy(b => b.Name).ToListAsync(ct);
        var open = await db.Set<PracticePaper>().AsNoTracking().Where(p => p.AccountId == me && p.FinishedAt == null).ToDictionaryAsync(p => p.BlueprintId, p => p.Id, ct);
        List<PracticeOffer> offers = [];
        foreach (var row in rows)
        {
            var plan = row.Plan();
            offers.Add(new PracticeOffer(row, plan.Questions, plan.Stock(Entries(await StandingAsync(row, ct))).All(c => c.Has >= c.Cell.Count), open.TryGetValue(row.Id, out var id) ? id : null));
        }
        return offers;
    }

    /// <summary>The actor's papers with the names of their blueprints, latest first.</summary>
    public async Task<IReadOnlyList<(PracticePaper Paper, string Name)>> MineAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Practice);
        var me = Me;
        var rows = await (from p in db.Set<PracticePaper>().AsNoTracking() join b in db.Set<BlueprintRow>() on p.BlueprintId equals b.Id where p.AccountId == me orderby p.StartedAt descending select new { p, b.Name }).Take(100).ToListAsync(ct);
        return [.. rows.Select(r => (r.p, r.Name))];
    }

    /// <summary>Draws a paper, or gives the one of this kind that was begun.</summary>
    public async Task<(Guid? Id, string? Refused)> DrawAsync(Guid blueprint, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Practice);
        var me = Me;
        await using var process = await processes.BeginAsync(PracticeProcesses.Draw, "exam-blueprint", blueprint, ct);
        // Pressed twice, it is one paper: the second waits for the first.
        await db.Database.ExecuteSqlAsync($"select 1 from platform.account where id = {me} for no key update", ct);
        if (await db.Set<PracticePaper>().AsNoTracking().Where(p => p.AccountId == me && p.BlueprintId == blueprint && p.FinishedAt == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } begun) return (begun, null);
        var row = await blueprints.FindAsync(blueprint, ct);
        if (!row.IsPractice || row.State != BlueprintState.Approved) return (null, "Đề ôn tập này không còn dùng. Chọn đề khác.");
        var (plan, items) = (row.Plan(), await StandingAsync(row, ct));
        PaperDraw draw;
        try { draw = new PaperDraw(plan, Entries(items)); }
        catch (ArgumentException) { return (null, "Ngân hàng ôn tập chưa đủ câu cho đề này, hoặc nhiều câu đang chờ rà lại theo luật mới. Chọn đề khác, hoặc báo Sở Nội vụ."); }
        var drawn = draw.For(RandomNumberGenerator.GetBytes(32), "practice").Questions;
        var paper = new PracticePaper { AccountId = me, BlueprintId = blueprint, StartedAt = clock.UtcNow(), MaxHundredths = drawn.Sum(q => q.PointsHundredths) };
        db.Add(paper);
        var byCode = items.ToDictionary(i => i.Code);
        for (var at = 0; at < drawn.Count; at++)
        {
            var source = byCode[drawn[at].Item];
            db.Add(new PracticeQuestion { PaperId = paper.Id, Place = at + 1, ItemId = source.Id, ItemVersion = source.CurrentVersion, PointsHundredths = drawn[at].PointsHundredths, Options = Shuffled(await BodyAsync(source.Id, source.CurrentVersion, ct), plan.ShuffleOptions) });
        }
        await process.CommitAsync(ct, count: drawn.Count);
        return (paper.Id, null);
    }

    /// <summary>The actor's own paper.</summary>
    /// <exception cref="NotFoundException">There is none such, or it is another's.</exception>
    public async Task<(PracticePaper Paper, BlueprintRow Blueprint)> FindAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Practice);
        var me = Me;
        var paper = await db.Set<PracticePaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AccountId == me, ct) ?? throw new NotFoundException("Không có bài ôn tập này trong các bài của bạn.");
        return (paper, await blueprints.FindAsync(paper.BlueprintId, ct));
    }

    /// <summary>The questions of the actor's paper in their order; written down before they are shown.</summary>
    public async Task<IReadOnlyList<PracticeAsked>> QuestionsAsync(PracticePaper paper, CancellationToken ct)
    {
        await audit.ReadAsync(new AuditLine("examinations.practice.read", "exam-practice", paper.Id), ct);
        var rows = await (from q in db.Set<PracticeQuestion>().AsNoTracking()
                          join i in db.Set<BankItem>().AsNoTracking() on q.ItemId equals i.Id
                          join v in db.Set<BankItemVersion>().AsNoTracking() on new { q.ItemId, Number = q.ItemVersion } equals new { v.ItemId, v.Number }
                          where q.PaperId == paper.Id
                          orderby q.Place
                          select new { q, i, v.Sealed }).ToListAsync(ct);
        return rows.ConvertAll(r => new PracticeAsked(r.q, r.i, InOrder(safe.Open(r.Sealed), r.q.Options)));
    }

    /// <summary>Keeps what was typed; with <paramref name="finish"/> marks it, after which nothing changes.</summary>
    public async Task<StepOutcome> SaveAsync(Guid id, IFormCollection form, bool finish, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Practice);
        var me = Me;
        await using var process = await processes.BeginAsync(finish ? PracticeProcesses.Finish : PracticeProcesses.Save, "exam-practice", id, ct);
        var paper = await db.Set<PracticePaper>().FromSql($"select * from examinations.practice_paper where id = {id} for no key update").SingleOrDefaultAsync(p => p.AccountId == me, ct) ?? throw new NotFoundException("Không có bài ôn tập này trong các bài của bạn.");
        if (paper.FinishedAt is not null) return new StepOutcome.Refused("Bài này đã nộp nên không sửa được nữa.");
        var asked = await QuestionsAsync(paper, ct);
        var kept = await db.Set<PracticeQuestion>().Where(q => q.PaperId == id).ToDictionaryAsync(q => q.Place, ct);
        foreach (var question in asked) kept[question.Question.Place].Answer = PracticeForm.Read(question.Question.Place, question.Item, form);
        paper.SavedAt = clock.UtcNow();
        if (finish)
        {
            var score = new PaperScoring().Score([.. asked.Select(Marked)], kept.Values.Where(q => q.Answer is not null).ToDictionary(q => q.Place, q => q.Answer!), new HashSet<string>());
            foreach (var earned in score.Questions) kept[earned.Place].EarnedHundredths = earned.Hundredths ?? 0;
            (paper.FinishedAt, paper.ScoreHundredths) = (paper.SavedAt, score.Hundredths);
        }
        paper.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    private static MarkedItem Marked(PracticeAsked asked) =>
        new(asked.Question.Place, new SealedQuestion(new SealedEntry(asked.Source.Code, asked.Item.Topic, asked.Source.Level, 0, [], ""), asked.Item), asked.Question.PointsHundredths);

    // Approved questions of the practice bank that agree with the law of today.
    private async Task<List<BankItem>> StandingAsync(BlueprintRow row, CancellationToken ct)
    {
        var items = await db.Set<BankItem>().AsNoTracking().Where(i => i.IsPractice && i.Subject == row.Subject && i.State == BankState.Approved).OrderBy(i => i.Code).ToListAsync(ct);
        var today = clock.Today();
        return items.FindAll(i => law.ChangesSince(i, today).Count == 0);
    }

    private static List<BankEntry> Entries(List<BankItem> items) => items.ConvertAll(i => new BankEntry(i.Code, i.Topic, i.Level, RecordMaking.Facility(i.Level), [], ""));

    private async Task<ExamItem> BodyAsync(Guid item, int version, CancellationToken ct) => safe.Open(await db.Set<BankItemVersion>().Where(v => v.ItemId == item && v.Number == version).Select(v => v.Sealed).SingleAsync(ct));

    // Files often list orders and pairs as they are right: those change places always.
    private static string[] Shuffled(ExamItem item, bool shuffle)
    {
        if (item.Parts is not [var part]) return [];
        string[] ids = part.Kind == PartKind.Matching ? [.. part.Choices.Where(c => c.Set == 2).Select(c => c.Id)] : [.. RecordMaking.Options(item)];
        if (shuffle || part.Kind is PartKind.Matching or PartKind.Ordering) RandomNumberGenerator.Shuffle(ids.AsSpan());
        return ids;
    }

    private static ExamItem InOrder(ExamItem item, string[] options) => options.Length == 0 ? item : item with { Parts = [.. item.Parts.Select(p => p with { Choices = SittingPapers.Ordered(p.Choices, options) })] };
}
