using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Checks;

/// <summary>Asks the modules whose records would change whether the planned effects make sense there.</summary>
internal sealed class RecordRules(PersonActRules persons, UnitActRules units)
{
    /// <summary>What is wrong, by subject.</summary>
    public async Task<ILookup<Guid, Check>> CheckAsync(IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        if (effects.Count == 0) return Array.Empty<Check>().ToLookup(_ => Guid.Empty);
        var subjects = effects.ToDictionary(e => e.Id, e => e.SubjectId);
        var ofPersons = (await persons.CheckAsync(effects, ct))
            .Select(v => (v.PersonId, Check: new Check("record." + v.Rule, "Hồ sơ cho phép thay đổi này", Standing.Blocks, v.Message)));
        var ofUnits = (await units.CheckAsync(effects, ct))
            .Select(v => (v.EffectId is { } id && subjects.TryGetValue(id, out var subject) ? subject : v.UnitId, Check: new Check("unit." + v.Rule, "Tổ chức bộ máy cho phép thay đổi này", Standing.Blocks, v.Message, v.Article)));
        return ofPersons.Concat(ofUnits).DistinctBy(v => (v.Item1, v.Check.Message)).ToLookup(v => v.Item1, v => v.Check);
    }
}
