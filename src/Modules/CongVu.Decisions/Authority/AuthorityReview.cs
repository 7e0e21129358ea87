using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Decisions.Authority;

/// <summary>
/// Asks of signed decisions, after the fact, whether whoever signed was competent by the rules of the day of signing as they are known now. What is
/// not right goes on the list of decisions signed by the wrong authority; what a corrected rule makes right again leaves it. Nothing else changes.
/// </summary>
internal sealed class AuthorityReview(CongVuDb db, EffectRegistry registry, PersonLookup people, AuthorityRules rules, UnitDirectory units, ProcessLog processes, TimeProvider clock)
{
    /// <summary>What the review needs to know of a decision.</summary>
    internal sealed record Row(Guid Id, string ActionCode, DateOnly SignedOn, DateOnly EffectiveOn, Guid SignerUnitId, string? SignerPost, string? SignerName, Guid? SignerAccountId, AuthorityState Was);

    private sealed record Verdict(Row Row, AuthorityState State, WrongAuthority? Finding);

    /// <summary>Decisions it can judge: annulments and corrections follow the act they are about, and what was signed on a stated basis is not measured by the rules.</summary>
    public IQueryable<Decision> Judgeable() => db.Set<Decision>().AsNoTracking().Where(d => d.Number != null && d.SignerUnitId != null && d.EffectiveOn != null
        && d.ActionCode != ActionCodes.Annul && d.ActionCode != ActionCodes.Correct
        && !db.Set<DecisionOverride>().Any(o => o.DecisionId == d.Id && o.CheckCode == AuthorityCheck.RuleCode && o.WithdrawnAt == null));

    public static IQueryable<Row> Rows(IQueryable<Decision> decisions) =>
        decisions.Select(d => new Row(d.Id, d.ActionCode, d.SignedOn!.Value, d.EffectiveOn!.Value, d.SignerUnitId!.Value, d.SignerPost, d.SignerName, d.SignerAccountId, d.AuthorityState));

    /// <summary>Judges a batch and writes what is new, in one process; returns how many verdicts changed.</summary>
    public async Task<int> ReviewAsync(IReadOnlyList<Row> batch, CancellationToken ct)
    {
        var ids = batch.Select(d => d.Id).ToArray();
        var verdicts = await JudgeAsync(batch, ids, ct);
        var current = await db.Set<WrongAuthority>().Where(f => ids.Contains(f.DecisionId) && f.State != FindingState.Withdrawn).ToDictionaryAsync(f => f.DecisionId, ct);
        var changed = verdicts.Where(v => v.State != v.Row.Was || !Stands(current.GetValueOrDefault(v.Row.Id), v.Finding)).ToList();
        if (changed.Count == 0) return 0;

        await using var process = await processes.BeginAsync(DecisionProcesses.Review, null, null, ct);
        foreach (var verdict in changed.Where(v => current.ContainsKey(v.Row.Id) && !Stands(current[v.Row.Id], v.Finding))) Withdraw(current[verdict.Row.Id], verdict, process.Run.At);
        await db.SaveChangesAsync(ct); // a decision has one finding that counts: the old one goes before the new one comes
        db.AddRange(changed.Where(v => v.Finding is not null && !(current.GetValueOrDefault(v.Row.Id) is { State: not FindingState.Withdrawn })).Select(v => v.Finding!));
        await MarkAsync(changed, ct);
        await process.CommitAsync(ct, count: changed.Count);
        db.ChangeTracker.Clear();
        return changed.Count;
    }

    private static bool Stands(WrongAuthority? current, WrongAuthority? now) => current is null ? now is null : now is not null && current.Says(now);

    private static void Withdraw(WrongAuthority finding, Verdict verdict, DateTime at)
    {
        (finding.State, finding.WithdrawnAt) = (FindingState.Withdrawn, at);
        finding.Version++;
        finding.WithdrawnWhy = verdict.State switch
        {
            AuthorityState.Right => "Theo quy định phân cấp đã được sửa, người ký đúng thẩm quyền.",
            AuthorityState.Wrong => "Quy định phân cấp đã được sửa: cấp có thẩm quyền hoặc căn cứ nay khác, xem phát hiện mới.",
            _ => "Không còn quy định phân cấp nào cho trường hợp này vào ngày ký.",
        };
    }

    private async Task MarkAsync(List<Verdict> verdicts, CancellationToken ct) => await db.Database.ExecuteSqlRawAsync("""
        update decisions.decision d set authority_state = v.state, authority_note = nullif(v.note, '') from unnest(@ids, @states, @notes) as v(id, state, note) where d.id = v.id
        """, [new NpgsqlParameter("ids", verdicts.Select(v => v.Row.Id).ToArray()), new NpgsqlParameter("states", verdicts.Select(v => v.State.ToString()).ToArray()),
              new NpgsqlParameter("notes", verdicts.Select(v => v.Finding is { } f ? $"Theo {f.RuleSource}: {f.Competent} quyết định; người ký là {f.Signer}." : "").ToArray())], ct);

    private async Task<List<Verdict>> JudgeAsync(IReadOnlyList<Row> batch, Guid[] ids, CancellationToken ct)
    {
        var effects = (await db.Set<DecisionEffect>().AsNoTracking().Where(e => ids.Contains(e.DecisionId)).ToListAsync(ct)).ToLookup(e => e.DecisionId);
        var names = (await db.Set<DecisionItem>().AsNoTracking().Where(i => ids.Contains(i.DecisionId)).Select(i => new { i.DecisionId, i.SubjectId, i.SubjectName }).ToListAsync(ct))
            .DistinctBy(i => (i.DecisionId, i.SubjectId)).ToDictionary(i => (i.DecisionId, i.SubjectId), i => i.SubjectName);
        var verdicts = new List<Verdict>(batch.Count);
        foreach (var day in batch.GroupBy(d => d.EffectiveOn))
        {
            var persons = await BeforeAsync([.. day.SelectMany(d => effects[d.Id]).Select(e => e.SubjectId).Distinct()], day.Key, ct);
            foreach (var row in day) verdicts.Add(await JudgeAsync(row, [.. effects[row.Id]], persons, names, ct));
        }
        return verdicts;
    }

    // Whoever decides is told by what somebody was when the decision was made, not by what it made of them; who enters has no before.
    private async Task<Dictionary<Guid, PersonRow>> BeforeAsync(Guid[] subjects, DateOnly day, CancellationToken ct)
    {
        var rows = (await people.RowsAsync(subjects, day.AddDays(-1), ct)).Where(p => p.FileUnitId is not null).ToDictionary(p => p.PersonId);
        foreach (var late in await people.RowsAsync([.. subjects.Where(s => !rows.ContainsKey(s))], day, ct)) rows[late.PersonId] = late;
        return rows;
    }

    private async Task<Verdict> JudgeAsync(Row row, IReadOnlyList<DecisionEffect> effects, Dictionary<Guid, PersonRow> persons, Dictionary<(Guid, Guid), string> names, CancellationToken ct)
    {
        var known = false;
        var wrong = new List<Guid>();
        AuthorityAnswer? competent = null;
        foreach (var subject in effects.GroupBy(e => e.SubjectId))
        {
            if (ImportedQuestion.Of(row.ActionCode, subject.Key, [.. subject.Select(e => registry.Read(e.Code, e.Payload))], persons.GetValueOrDefault(subject.Key)) is not { } question) continue;
            if (await rules.WhoSignsAsync(question, row.SignedOn, ct) is not AuthorityOutcome.Found { Answer: var answer }) continue;
            known = true;
            if (IsCompetent(answer, row)) continue;
            competent ??= answer;
            wrong.Add(subject.Key);
        }
        if (competent is null) return new Verdict(row, known ? AuthorityState.Right : AuthorityState.Unknown, null);
        var day = new AsOf(row.SignedOn);
        return new Verdict(row, AuthorityState.Wrong, new WrongAuthority
        {
            DecisionId = row.Id,
            FoundAt = clock.UtcNow(),
            Signer = $"{row.SignerName}, {await TitleAsync(row.SignerPost, row.SignerUnitId, day, ct)}",
            CompetentUnitId = competent.SignerUnitId,
            Competent = await TitleAsync(competent.PostCodes[0], competent.SignerUnitId, day, ct),
            RuleId = competent.RuleId,
            RuleSource = competent.Source,
            Subjects = Named([.. wrong.Select(s => names.GetValueOrDefault((row.Id, s), "")).Where(n => n.Length > 0)]),
        });
    }

    private static bool IsCompetent(AuthorityAnswer answer, Row row) => answer.SignerUnitId == row.SignerUnitId
        && ((row.SignerPost is { } post && answer.PostCodes.Contains(post)) || (row.SignerAccountId is { } account && answer.Delegations.Any(d => d.ToAccountId == account)));

    private static string Named(IReadOnlyList<string> names) => names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(2))} và {names.Count - 2} đối tượng khác";

    private async Task<string> TitleAsync(string? post, Guid unitId, AsOf day, CancellationToken ct)
    {
        var unit = await units.NearestAsync(unitId, day, ct);
        return post is null ? unit?.Name ?? "" : unit is null ? LeadershipPosts.Name(post) : PostTitles.Full(post, unit);
    }
}
