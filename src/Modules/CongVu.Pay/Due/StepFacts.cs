using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Pay.Data;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Due;

/// <summary>What is noted about people that puts their raises off.</summary>
internal sealed class StepFacts(CongVuDb db)
{
    /// <summary>Notes that stand; of some people, or (null) of everybody.</summary>
    public async Task<ILookup<Guid, RaiseFact>> OfAsync(IReadOnlyCollection<Guid>? personIds, CancellationToken ct)
    {
        var facts = db.Set<RaiseFact>().AsNoTracking().Where(f => f.WithdrawnAt == null);
        if (personIds is not null)
        {
            var ids = personIds.ToArray();
            facts = facts.Where(f => ids.Contains(f.PersonId));
        }
        return (await facts.OrderBy(f => f.Day).ToListAsync(ct)).ToLookup(f => f.PersonId);
    }

    /// <summary>A holding with the notes that bear on it.</summary>
    public static StepHolding Onto(StepHolding holding, IEnumerable<RaiseFact> facts)
    {
        var all = facts as IReadOnlyCollection<RaiseFact> ?? [.. facts];
        if (all.Count == 0) return holding;
        return holding with
        {
            Disciplines = [.. all.Where(f => f.Kind == RaiseFactKind.Discipline).Select(f => new DisciplineOnRecord(DisciplineForms.Find(f.Form!) ?? throw new CaseInputException($"Không có hình thức kỷ luật “{f.Form}”."), f.Day, f.Document))],
            NotCompletedYears = [.. all.Where(f => f.Kind == RaiseFactKind.NotCompleted).Select(f => f.Day.Year)],
            NotCountedMonths = all.Where(f => f.Kind == RaiseFactKind.NotCounted && f.Day >= holding.Since).Sum(f => f.Months),
        };
    }
}
