using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Resigning;

/// <summary>A request with the person and the benefit.</summary>
internal sealed record ResignationView(Resignation Request, PersonRow Person, ExitBenefit? Benefit, Explanation? Why, string? Problem)
{
    /// <summary>What is paid: nothing while debts are open.</summary>
    public long Payable => Request.Debts is null ? Benefit?.Amount ?? 0 : 0;
}

/// <summary>Reads requests with what they come to. The action asks it too, so it must not lead to the catalogue of actions.</summary>
internal sealed class ResignationReading(CongVuDb db, LawBook law, People people, Gate gate, TimeProvider clock)
{
    public async Task<IReadOnlyList<(Resignation Request, PersonRow Person)>> ListAsync(CancellationToken ct)
    {
        var scope = gate.Scope(SeverancePermissions.Read);
        var seen = scope.IsAll ? [] : scope.Ids;
        var requests = await db.Set<Resignation>().AsNoTracking().Where(r => scope.IsAll || seen.Contains(r.UnitId)).OrderBy(r => r.State == ResignationState.Received ? 0 : 1).ThenBy(r => r.AnswerDue).Take(500).ToListAsync(ct);
        var ids = requests.Select(r => r.PersonId).ToArray();
        var rows = (await people.On(new AsOf(clock.Today())).Where(p => ids.Contains(p.PersonId)).ToListAsync(ct)).ToDictionary(p => p.PersonId);
        return [.. requests.Where(r => rows.ContainsKey(r.PersonId)).Select(r => (r, rows[r.PersonId]))];
    }

    /// <summary>A request the actor may see.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<ResignationView> OfAsync(Guid id, CancellationToken ct)
    {
        var request = await db.Set<Resignation>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null || !gate.May(SeverancePermissions.Read, request.UnitId)) throw new NotFoundException("Không có đơn này, hoặc bạn không được xem.");
        return await ViewAsync(request, ct);
    }

    /// <summary>The same without asking the gate, for the decision.</summary>
    public async Task<ResignationView> ViewAsync(Resignation request, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        var person = await people.FindAsync(request.PersonId, today, ct) ?? throw new NotFoundException("Hồ sơ của người này không còn.");
        if (person is { UnitId: null, EndedOn: { } ended }) person = await people.FindAsync(request.PersonId, new AsOf(ended.AddDays(-1)), ct) ?? person;
        try
        {
            var record = await people.RecordAsync(request.PersonId, today, ct);
            var month = MonthPay.MonthBefore(request.LeaveOn);
            var parts = MonthPay.Parts(law, record!, month);
            if (parts.Count == 0) return new(request, person, null, null, $"Hồ sơ không có tiền lương theo bảng lương ở tháng {month:MM/yyyy}.");
            var pay = new CurrentPayParts(law, ExitReason.OwnWish, request.LeaveOn).Explain(month, parts);
            var service = request.ServiceMonths ?? (person.JoinedOn is { } joined ? LawDay.WholeMonthsBetween(joined, request.LeaveOn) : 0);
            var benefit = law.Severance.Reckon(new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, request.LeaveOn)
            {
                Category = PersonTerms.Category(person.Category), CurrentPay = pay.Value.AsMoney, ServiceMonths = Math.Max(0, service - (request.UnemploymentMonths ?? 0)), FileCompleteOn = request.ReceivedOn,
            });
            var why = new Explanation(benefit.Explanation.Label, benefit.Explanation.Value) { Formula = "Tính từ tiền lương tháng hiện hưởng nêu bên dưới", Regime = benefit.Explanation.Regime, Children = [benefit.Explanation with { Regime = null, Label = "Các khoản trợ cấp" }, pay] };
            return new(request, person, benefit, why, null);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return new(request, person, null, null, e.Message);
        }
    }
}
