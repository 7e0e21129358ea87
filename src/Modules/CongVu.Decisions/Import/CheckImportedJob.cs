using CongVu.Decisions.Checks;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Decisions.Import;

/// <summary>Job payload: look at everything not looked at yet.</summary>
internal sealed record CheckImported;

/// <summary>
/// Afterwards-check of imported decisions: was whoever signed competent by the rules of that day? The answer fills the list of decisions signed
/// by the wrong authority; nothing else changes. Goes on where it stopped.
/// </summary>
internal sealed class CheckImportedJob(CongVuDb db, EffectRegistry registry, PersonLookup people, AuthorityRules rules, UnitDirectory units) : JobHandler
{
    public const string JobKind = "decisions.check-imported";
    private const int Batch = 1_000;

    private sealed record Row(Guid Id, string ActionCode, DateOnly SignedOn, DateOnly EffectiveOn, Guid SignerUnitId, string SignerPost);

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var total = await Open().CountAsync(ct);
        for (var done = 0; ; done += Batch)
        {
            var batch = await Open().OrderBy(d => d.EffectiveOn).ThenBy(d => d.Id).Take(Batch)
                .Select(d => new Row(d.Id, d.ActionCode, d.SignedOn!.Value, d.EffectiveOn!.Value, d.SignerUnitId!.Value, d.SignerPost!)).ToListAsync(ct);
            if (batch.Count == 0) return;
            await CheckAsync(batch, ct);
            await job.ReportAsync((int)Math.Min(99L, 100L * (done + batch.Count) / Math.Max(1, total)), $"Đã hậu kiểm thẩm quyền {done + batch.Count} quyết định", ct);
        }
    }

    private IQueryable<Decision> Open() => db.Set<Decision>().AsNoTracking().Where(d => d.Origin == DecisionOrigin.Imported && d.AuthorityState == AuthorityState.Unchecked);

    private async Task CheckAsync(List<Row> batch, CancellationToken ct)
    {
        var ids = batch.Select(d => d.Id).ToArray();
        var effects = (await db.Set<DecisionEffect>().AsNoTracking().Where(e => ids.Contains(e.DecisionId)).ToListAsync(ct)).ToLookup(e => e.DecisionId);
        var verdicts = new List<(Guid Id, AuthorityState State, string? Note)>();
        foreach (var day in batch.GroupBy(d => d.EffectiveOn))
        {
            var subjects = day.SelectMany(d => effects[d.Id]).Select(e => e.SubjectId).Distinct().ToArray();
            var persons = (await people.RowsAsync(subjects, day.Key, ct)).ToDictionary(p => p.PersonId);
            foreach (var decision in day) verdicts.Add(await JudgeAsync(decision, effects[decision.Id], persons, ct));
        }
        await db.Database.ExecuteSqlRawAsync("""
            update decisions.decision d set authority_state = v.state, authority_note = v.note from unnest(@ids, @states, @notes) as v(id, state, note) where d.id = v.id
            """, [new NpgsqlParameter("ids", verdicts.Select(v => v.Id).ToArray()), new NpgsqlParameter("states", verdicts.Select(v => v.State.ToString()).ToArray()),
                  new NpgsqlParameter("notes", verdicts.Select(v => v.Note ?? "").ToArray())], ct);
    }

    private async Task<(Guid, AuthorityState, string?)> JudgeAsync(Row decision, IEnumerable<DecisionEffect> effects, Dictionary<Guid, PersonRow> persons, CancellationToken ct)
    {
        var known = false;
        foreach (var question in effects.GroupBy(e => e.SubjectId).Select(g => ImportedQuestion.Of(decision.ActionCode, g.Key, [.. g.Select(e => registry.Read(e.Code, e.Payload))], persons.GetValueOrDefault(g.Key))).OfType<AuthorityQuestion>().Distinct())
            if (await rules.WhoSignsAsync(question, decision.SignedOn, ct) is AuthorityOutcome.Found { Answer: var answer })
            {
                known = true;
                if (answer.SignerUnitId != decision.SignerUnitId || !answer.PostCodes.Contains(decision.SignerPost))
                    return (decision.Id, AuthorityState.Wrong, await NoteAsync(answer, decision, ct));
            }
        return (decision.Id, known ? AuthorityState.Right : AuthorityState.Unknown, null);
    }

    private async Task<string> NoteAsync(AuthorityAnswer answer, Row decision, CancellationToken ct)
    {
        var day = new AsOf(decision.SignedOn);
        var (should, did) = (await units.NearestAsync(answer.SignerUnitId, day, ct), await units.NearestAsync(decision.SignerUnitId, day, ct));
        string Title(string post, UnitView? unit) => unit is null ? post : PostTitles.Full(post, unit);
        return $"Theo {answer.Source}: {Title(answer.PostCodes[0], should)} quyết định; người ký là {Title(decision.SignerPost, did)}.";
    }
}
