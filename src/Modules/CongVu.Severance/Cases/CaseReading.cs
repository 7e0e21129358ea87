using System.Text.Json;
using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Cases;

/// <summary>Reads cases with what they come to now.</summary>
internal sealed class CaseReading(CongVuDb db, People people, UnitDirectory units, CaseReckoner reckoner, ActsOnPeople acts, Gate gate, TimeProvider clock)
{
    private static readonly Func<CongVuDb, Guid, CancellationToken, Task<CaseAndBatch?>> Whole = EF.CompileAsyncQuery((CongVuDb db, Guid id, CancellationToken _) =>
        (from one in db.Set<SeveranceCase>().AsNoTracking()
         join batch in db.Set<Batch>().AsNoTracking() on one.BatchId equals batch.Id
         where one.Id == id
         select new CaseAndBatch(one, batch)).SingleOrDefault());

    private static readonly Func<CongVuDb, Guid[], IAsyncEnumerable<CaseAnswer>> Answers = EF.CompileAsyncQuery((CongVuDb db, Guid[] cases) =>
        db.Set<CaseAnswer>().AsNoTracking().Where(a => cases.Contains(a.CaseId)));

    /// <summary>A case the actor may see, with its list.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<(CaseView View, Batch Batch)> OfAsync(Guid id, CancellationToken ct)
    {
        if (await Whole(db, id, ct) is not (var one, var batch) || !gate.May(SeverancePermissions.Read, batch.UnitId)) throw new NotFoundException("Không có trường hợp này, hoặc bạn không được xem.");
        return ((await ViewsAsync([one], ct)).SingleOrDefault() ?? throw new NotFoundException("Hồ sơ của người này không còn."), batch);
    }

    /// <summary>Cases with people, answers and the law's answer. The gate is the caller's.</summary>
    public async Task<IReadOnlyList<CaseView>> ViewsAsync(IReadOnlyList<SeveranceCase> cases, CancellationToken ct)
    {
        if (cases.Count == 0) return [];
        var today = new AsOf(clock.Today());
        var (ids, persons) = (cases.Select(c => c.Id).ToArray(), cases.Select(c => c.PersonId).Distinct().ToArray());
        var answers = (await Answers(db, ids).ToListAsync(ct)).OrderBy(a => a.EnteredAt).ToLookup(a => a.CaseId);
        var rows = await RowsAsync(cases, persons, today, ct);
        var done = (await acts.OfAsync(persons, [SeveranceActions.Downsize], false, ct)).ToLookup(a => a.PersonId);
        var tree = await units.TreeAsync(today, ct);
        var views = new List<CaseView>();
        foreach (var one in cases)
        {
            if (rows.GetValueOrDefault(one.Id) is not { } person || await people.RecordAsync(one.PersonId, today, ct) is not { } record) continue;
            // A draft that was given up, or a decision annulled, leaves the case open again.
            if (one.DecisionId is { } decision && done[one.PersonId].All(a => a.DecisionId != decision)) one.DecisionId = null;
            var reckoning = reckoner.Reckon(one, person, record, [.. answers[one.Id]], done[one.PersonId].Any(a => a.Stands && a.DecisionId != one.DecisionId));
            views.Add(new CaseView(one, person, person.UnitId is { } unit ? tree.FullName(unit) : "", [.. answers[one.Id]], reckoning) { Appraised = one.Snapshot is { } kept ? JsonSerializer.Deserialize<CaseSnapshot>(kept, Json.Options) : null });
        }
        return views;
    }

    // Once the person has left, the case is read by the record of the last day at work.
    private async Task<Dictionary<Guid, PersonRow>> RowsAsync(IReadOnlyList<SeveranceCase> cases, Guid[] persons, AsOf today, CancellationToken ct)
    {
        var now = (await people.On(today).Where(p => persons.Contains(p.PersonId)).ToListAsync(ct)).ToDictionary(p => p.PersonId);
        var found = new Dictionary<Guid, PersonRow>();
        foreach (var one in cases)
        {
            var row = now.GetValueOrDefault(one.PersonId);
            if (row is { UnitId: null, EndedOn: { } ended }) row = await people.FindAsync(one.PersonId, new AsOf(ended.AddDays(-1)), ct) ?? row;
            if (row is not null) found[one.Id] = row;
        }
        return found;
    }

    private sealed record CaseAndBatch(SeveranceCase Case, Batch Batch);
}
