using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.Domain.Rules;
using CongVu.Platform.Acts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Personnel.UseCases;

/// <summary>The work behind <see cref="PersonActRules"/>: rules of the record itself, and those that need units and other people.</summary>
internal sealed class ActCheck(StandingEffects effects, RecordRules rules, UnitDirectory units)
{
    public async Task<IReadOnlyList<RecordViolation>> PlannedAsync(IReadOnlyList<PlannedEffect> planned, CancellationToken ct)
    {
        var own = planned.Where(p => EffectTarget.Types.Contains(p.Effect.GetType())).ToList();
        if (own.Count == 0) return [];
        var standing = await effects.OfPersonsAsync(own.Select(p => p.SubjectId), ct);
        var violations = new List<RecordViolation>(TwiceInOneAct(own));
        foreach (var person in own.GroupBy(p => p.SubjectId))
        {
            var before = standing.GetValueOrDefault(person.Key) ?? [];
            violations.AddRange(rules.Added(FoldedRecord.Of(before), FoldedRecord.Of(With(before, person))));
        }
        violations.AddRange(await UnknownUnitsAsync(own, ct));
        violations.AddRange(await TakenIdsAsync(own, ct));
        return violations;
    }

    public async Task<IReadOnlyList<RecordViolation>> VoidedAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var gone = effectIds.ToHashSet();
        return [.. (await effects.OfEffectsAsync(gone, ct)).Values.SelectMany(standing =>
            rules.Added(FoldedRecord.Of(standing), FoldedRecord.Of(standing.Where(e => !gone.Contains(e.Id)))))];
    }

    /// <summary>The record as it would be: planned effects come last in the order of recording, corrections stay in their place.</summary>
    private static IEnumerable<LoggedEffect> With(IReadOnlyList<LoggedEffect> standing, IEnumerable<PlannedEffect> planned)
    {
        var wanted = planned.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        foreach (var effect in standing)
            yield return wanted.Remove(effect.Id, out var corrected) ? effect with { From = corrected.From, Effect = corrected.Effect } : effect;
        var seq = standing.Count == 0 ? 0 : standing.Max(e => e.Seq);
        foreach (var p in wanted.Values) yield return new LoggedEffect(p.Id, 1, p.SubjectId, ++seq, p.From, p.Effect, null, null, "", default);
    }

    private static IEnumerable<RecordViolation> TwiceInOneAct(List<PlannedEffect> planned) =>
        from p in planned
        let target = EffectTarget.Of(p.Effect)
        group p by (p.SubjectId, p.From, target.Key, target.Sets) into same
        where same.Count() > 1
        select new RecordViolation("once-per-act", same.Key.SubjectId, same.Last().Id,
            $"Một người có hai nội dung cùng loại, cùng ngày {VnFormat.Date(same.Key.From)} trong một quyết định. Giữ lại một nội dung.");

    private async Task<IReadOnlyList<RecordViolation>> UnknownUnitsAsync(List<PlannedEffect> planned, CancellationToken ct)
    {
        var violations = new List<RecordViolation>();
        foreach (var p in planned)
        {
            var (unit, what) = p.Effect switch
            {
                SetEmployment e => (e.UnitId, "nơi công tác"),
                HoldPost e => (e.UnitId, "nơi giữ chức vụ"),
                _ => (Guid.Empty, ""),
            };
            if (unit == Guid.Empty && what.Length == 0 || (await units.TreeAsync(new AsOf(p.From), ct)).Find(unit) is not null) continue;
            var nearest = await units.NearestAsync(unit, new AsOf(p.From), ct);
            violations.Add(new RecordViolation("unit-exists", p.SubjectId, p.Id, nearest is null
                ? $"Không có đơn vị được chọn làm {what}."
                : $"{nearest.Name} không tồn tại vào ngày {VnFormat.Date(p.From)} nên không thể là {what} từ ngày đó. Chọn đơn vị khác hoặc sửa ngày hiệu lực."));
        }
        return violations;
    }

    private async Task<IReadOnlyList<RecordViolation>> TakenIdsAsync(List<PlannedEffect> planned, CancellationToken ct)
    {
        var wanted = planned.Where(p => p.Effect is SetIdentity).Select(p => (Planned: p, Id: ((SetIdentity)p.Effect).PersonalId)).ToList();
        if (wanted.Count == 0) return [];
        var taken = await effects.HoldersOfPersonalIdsAsync(wanted.Select(w => w.Id), ct);
        return [.. from w in wanted
                   where taken.Any(t => t.PersonalId == w.Id && t.PersonId != w.Planned.SubjectId) || wanted.Any(o => o.Id == w.Id && o.Planned.SubjectId != w.Planned.SubjectId)
                   select new RecordViolation("personal-id-of-one", w.Planned.SubjectId, w.Planned.Id,
                       $"Số định danh cá nhân {w.Id} đã thuộc về hồ sơ khác. Tìm hồ sơ đó trước khi lập hồ sơ mới.")];
    }
}
