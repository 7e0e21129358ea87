using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Actions;

/// <summary>Whoever was paid for leaving and is recruited again within the time pays the whole benefit back: said to the recruiting body, with the amount.</summary>
internal sealed class RepaymentCondition(CongVuDb db, LawBook law, People people, ActsOnPeople acts) : ActionCondition
{
    private const string Code = "recruit.repayment", Title = "Hoàn trả trợ cấp tinh giản khi được tuyển dụng trở lại";
    private Dictionary<string, (ActOnPerson Act, long? Amount)> _paid = [];

    public override IReadOnlyCollection<string> Actions { get; } = [ActionCodes.Recruit];

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        _paid = [];
        var typed = cases.Select(PersonalId).Where(id => id.Length > 0).Distinct().ToArray();
        if (typed.Length == 0) return;
        var known = await people.On(new AsOf(cases[0].Today)).Where(p => typed.Contains(p.PersonalId)).ToDictionaryAsync(p => p.PersonId, p => p.PersonalId, ct);
        var persons = known.Keys.ToArray();
        var amounts = (await db.Set<SeveranceCase>().AsNoTracking().Where(c => persons.Contains(c.PersonId) && c.DecisionId != null).ToListAsync(ct)).ToLookup(c => (c.PersonId, c.DecisionId));
        foreach (var act in (await acts.OfAsync(persons, [SeveranceActions.Downsize], false, ct)).Where(a => a.Stands && a.EffectiveOn is not null))
            _paid.TryAdd(known[act.PersonId], (act, amounts[(act.PersonId, act.DecisionId)].FirstOrDefault()?.AppraisedAmount));
    }

    public override void Check(ActionCase one, Findings findings)
    {
        if (!_paid.TryGetValue(PersonalId(one), out var paid)) return;
        var (act, left) = (paid.Act, paid.Act.EffectiveOn!.Value);
        var what = $"Nghỉ từ {VnFormat.Date(left)} theo {act.NumberText ?? "quyết định tinh giản"}, đã hưởng {(paid.Amount is { } amount ? VnFormat.Money(amount) : "trợ cấp một lần")}.";
        try
        {
            var repayment = law.Severance.RepaymentOf(left, one.Day);
            var article = repayment.Explanation.Parameters[0].Source;
            if (repayment.Due) findings.Unknown(Code, Title, $"{what} Được tuyển dụng trở lại từ {VnFormat.Date(one.Day)}, không sau {VnFormat.Date(repayment.LastDay)}: phải hoàn trả toàn bộ.", article, "Thông báo cho người này hoàn trả; theo dõi ở mục Tinh giản biên chế, Được tuyển dụng trở lại.");
            else findings.Met(Code, Title, $"{what} Tuyển dụng sau {VnFormat.Date(repayment.LastDay)} nên không phải hoàn trả.", article);
        }
        catch (OutsideCoverageException e)
        {
            findings.Unknown(Code, Title, $"{what} {e.Message}", null, "Đối chiếu quy định hoàn trả của chế độ đã hưởng.");
        }
    }

    private static string PersonalId(ActionCase one) => one.Inputs.GetValueOrDefault("personalId")?.Trim() ?? "";
}
