using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Effects;

/// <summary>Finds, before effects are applied, whose duty in a unit they end.</summary>
internal sealed class DutyEnds(PersonLookup people)
{
    public async Task<IReadOnlyList<DutyEnded>> AmongAsync(Guid decisionId, IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        var moves = effects.Where(e => e.Effect is EndEmployment or SetEmployment).ToList();
        var ends = new List<DutyEnded>();
        foreach (var day in moves.GroupBy(m => m.From))
        {
            var before = (await people.RowsAsync([.. day.Select(m => m.SubjectId).Distinct()], day.Key.AddDays(-1), ct)).ToDictionary(p => p.PersonId, p => p.UnitId);
            foreach (var move in day)
            {
                var from = before.GetValueOrDefault(move.SubjectId);
                if (move.Effect is EndEmployment end) ends.Add(new DutyEnded(move.SubjectId, from, null, day.Key, end.Reason, decisionId));
                else if (move.Effect is SetEmployment { UnitId: var to } && from is { } left && left != to) ends.Add(new DutyEnded(move.SubjectId, left, to, day.Key, "transferred", decisionId));
            }
        }
        return ends;
    }
}
