using System.Text.Json;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.UseCases;
using CongVu.Law;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Data.Queries;

/// <summary>Checks of the decision as a whole at one stage.</summary>
internal sealed record StageChecks(CheckStage Stage, DateTime At, IReadOnlyList<Check> Checks);

/// <summary>One item with what was found at the last stage and what it does.</summary>
internal sealed record ItemDetail(DecisionItem Item, IReadOnlyList<Check> Checks, IReadOnlyList<DecisionEffect> Effects);

/// <summary>What the actor may do with a decision now.</summary>
internal sealed record AllowedMoves(bool Edit, bool Submit, bool Withdraw, bool Return, bool Verify, bool Override, bool Sign, bool Discard, bool Annul, bool Correct);

/// <summary>Everything a page about a decision shows.</summary>
/// <param name="Assessed">Live checks of a draft or of one on its way; null once signed.</param>
/// <param name="ApplyError">Why a job could not make it take hold, when that happened.</param>
/// <param name="Undone">Decisions it annulled or corrected.</param>
internal sealed record DecisionDetailView(Decision Decision, PersonnelAction Action, IReadOnlyList<ItemDetail> Items, IReadOnlyList<StageChecks> Stages, IReadOnlyList<DecisionStep> Steps, IReadOnlyList<DecisionOverride> Overrides,
    IReadOnlyList<DecisionAttachment> Attachments, AllowedMoves May, AssessedDecision? Assessed, string? ApplyError, IReadOnlyList<Decision> Undone);

/// <summary>Loads a decision for its page and records that it was read.</summary>
internal sealed class DecisionDetail(CongVuDb db, DecisionStore store, ActionCatalogue catalogue, DecisionAccess access, MayDo may, DecisionAssessor assessor, AuditLog audit)
{
    public async Task<DecisionDetailView> OfAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(id, ct);
        access.DemandRead(loaded);
        var decision = loaded.Decision;
        var assessments = await db.Set<DecisionAssessment>().AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.At).Select(a => new { a.ItemId, a.Stage, a.At, a.Checks }).ToListAsync(ct);
        var effects = (await db.Set<DecisionEffect>().AsNoTracking().Where(e => e.DecisionId == id).OrderBy(e => e.Ordinal).ToListAsync(ct)).ToLookup(e => e.ItemId);
        var latest = assessments.Where(a => a.ItemId is not null).GroupBy(a => a.ItemId!.Value).ToDictionary(g => g.Key, g => g.Last().Checks);
        var steps = await db.Set<DecisionStep>().AsNoTracking().Where(s => s.DecisionId == id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(ct);
        var attachments = await db.Set<DecisionAttachment>().AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.At).ToListAsync(ct);
        var undone = await db.Set<Decision>().AsNoTracking().Where(d => d.AnnulledBy == id || d.CorrectedBy == id).ToListAsync(ct);
        var live = decision.State is DecisionState.Draft or DecisionState.Submitted or DecisionState.Verified ? await assessor.AssessAsync(loaded, CheckStage.Draft, ct) : null;
        await audit.ReadAsync(new AuditLine("decisions.decision.read", "decision", id, decision.UnitId), ct);
        return new DecisionDetailView(decision, catalogue.Find(decision.ActionCode),
            [.. loaded.Items.Select(i => new ItemDetail(i, latest.GetValueOrDefault(i.Id) is { } json ? Read(json) : [], [.. effects[i.Id]]))],
            [.. assessments.Where(a => a.ItemId is null).Select(a => new StageChecks(a.Stage, a.At, Read(a.Checks)))],
            steps, loaded.Overrides, attachments, await may.OfAsync(loaded, ct), live, await ApplyErrorAsync(decision, ct), undone);
    }

    /// <summary>The explanation kept with an item at the last stage it went through; null when nothing was computed.</summary>
    public async Task<Explanation?> ExplanationAsync(Guid id, Guid itemId, CancellationToken ct)
    {
        access.DemandRead(await store.ReadAsync(id, ct));
        var json = await db.Set<DecisionAssessment>().AsNoTracking().Where(a => a.DecisionId == id && a.ItemId == itemId && a.Explanation != null).OrderByDescending(a => a.At).Select(a => a.Explanation).FirstOrDefaultAsync(ct);
        return json is null ? null : Explanation.FromJson(json);
    }

    private async Task<string?> ApplyErrorAsync(Decision decision, CancellationToken ct)
    {
        if (decision.State != DecisionState.Signed) return null;
        var prefix = $"{EffectRunner.JobKind}:{decision.Id}:";
        return await db.Set<Job>().AsNoTracking().Where(j => j.DedupeKey != null && j.DedupeKey.StartsWith(prefix) && j.LastError != null && j.State != JobState.Done).OrderByDescending(j => j.RunAt).Select(j => j.LastError).FirstOrDefaultAsync(ct);
    }

    private static IReadOnlyList<Check> Read(string json) => JsonSerializer.Deserialize<List<Check>>(json, Json.Options)!;
}
