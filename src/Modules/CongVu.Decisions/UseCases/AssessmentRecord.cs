using System.Text.Json;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;

namespace CongVu.Decisions.UseCases;

/// <summary>Keeps what was found at a stage with the decision, item by item, explanations included.</summary>
internal sealed class AssessmentRecord(CongVuDb db)
{
    public void Keep(AssessedDecision assessed, ProcessRun run)
    {
        var decision = assessed.Loaded.Decision;
        db.Add(Of(decision.Id, null, assessed.Stage, run, assessed.Checks, null));
        foreach (var item in assessed.Items)
        {
            item.Item.Standing = item.Standing;
            item.Item.Summary = item.Assessment.Summary;
            db.Add(Of(decision.Id, item.Item.Id, assessed.Stage, run, item.Checks, item.Assessment.Explanation?.ToJson()));
        }
        decision.EffectiveOn = assessed.EffectiveOn;
    }

    private static DecisionAssessment Of(Guid decisionId, Guid? itemId, CheckStage stage, ProcessRun run, IReadOnlyList<Contracts.Check> checks, string? explanation) => new()
    {
        DecisionId = decisionId,
        ItemId = itemId,
        Stage = stage,
        At = run.At,
        AccountId = run.AccountId,
        Checks = JsonSerializer.Serialize(checks, Json.Options),
        Explanation = explanation,
    };
}
