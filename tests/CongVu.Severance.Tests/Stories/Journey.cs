using CongVu.Law.Severance;
using CongVu.Platform.Processes;
using CongVu.Severance.Cases;
using CongVu.Severance.Schemes;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

/// <summary>The steps of the downsizing journey, each as the person who takes it.</summary>
internal sealed class Journey(Province province)
{
    public static readonly CaseText EarlyRetirement = new(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, "TG01", D("2027-01-01"));

    public async Task<Guid> SchemeAsync()
    {
        await using var desk = await province.AsAsync(province.Hr);
        var id = (await desk.Get<SchemeEditing>().OpenAsync(new SchemeText(Finance, "Đề án 2027–2028", 2027, 2028, D("2026-01-01"), 10), default)).ShouldBeOfType<Outcome.Done>().Id;
        await using var chair = await province.AsAsync(province.Chair);
        (await chair.Get<SchemeEditing>().ApproveAsync(id, 1, D("2026-11-27"), "Quyết định 900/QĐ-UBND", default)).ShouldBeOfType<Outcome.Done>();
        return id;
    }

    public async Task<Guid> BatchAsync(Guid scheme, string name = "Đợt 1 năm 2027")
    {
        await using var desk = await province.AsAsync(province.Hr);
        return (await desk.Get<SchemeEditing>().OpenBatchAsync(scheme, name, default)).ShouldBeOfType<Outcome.Done>().Id;
    }

    public async Task<Guid> CaseAsync(Guid batch, Guid person, CaseText? text = null) => (await TryAddAsync(batch, person, text)).ShouldBeOfType<Outcome.Done>().Id;

    public async Task<Outcome> TryAddAsync(Guid batch, Guid person, CaseText? text = null, int? version = null)
    {
        await using var desk = await province.AsAsync(province.Hr);
        var v = version ?? (await desk.Get<SchemeReading>().BatchAsync(batch, default)).Batch.Version;
        return await desk.Get<CaseEditing>().AddAsync(batch, v, person, text ?? EarlyRetirement, default);
    }

    public async Task AnswerAsync(Guid one, params (string Key, string Value)[] answers)
    {
        foreach (var (key, value) in answers)
        {
            await using var desk = await province.AsAsync(province.Hr);
            var (_, list) = await desk.Get<CaseReading>().OfAsync(one, default);
            (await desk.Get<CaseEditing>().AnswerAsync(one, list.Version, [(key, value)], "Xác nhận 12/XN-STC", null, default)).ShouldBeOfType<Outcome.Done>($"{key}={value}");
        }
    }

    /// <summary>Everything the plain case of a redundant person asks for.</summary>
    public Task CompleteAsync(Guid one, int insured) => AnswerAsync(one, (Questions.Insurance, $"{insured}"), (Questions.Hazardous, Questions.No), (Questions.Pension, Questions.Yes), (Questions.Redundant, Questions.Yes),
        (Questions.Pregnant, Questions.No), (Questions.UnderReview, Questions.No), (Questions.PaidBefore, Questions.No));

    public async Task<CaseView> ViewAsync(Guid one)
    {
        await using var desk = await province.AsAsync(province.Verifier);
        return (await desk.Get<CaseReading>().OfAsync(one, default)).View;
    }

    public async Task<BatchView> ListAsync(Guid batch)
    {
        await using var desk = await province.AsAsync(province.Verifier);
        return await desk.Get<SchemeReading>().BatchAsync(batch, default);
    }

    public async Task<Outcome> DoAsync(Who who, Func<BatchDeciding, Task<Outcome>> act)
    {
        await using var desk = await province.AsAsync(who);
        return await act(desk.Get<BatchDeciding>());
    }

    public async Task AppraisedAsync(Guid batch)
    {
        var view = await ListAsync(batch);
        (await DoAsync(province.Hr, d => d.SubmitAsync(batch, view.Batch.Version, default))).ShouldBeOfType<Outcome.Done>();
        view = await ListAsync(batch);
        (await DoAsync(province.Verifier, d => d.AppraiseAsync(batch, view.Batch.Version, new FinanceText("Công văn 55/STC-NS", D("2026-11-27"), view.Total, null), default))).ShouldBeOfType<Outcome.Done>();
    }

    public async Task ApprovedAsync(Guid batch)
    {
        var view = await ListAsync(batch);
        (await DoAsync(province.Chair, d => d.ApproveAsync(batch, view.Batch.Version, D("2026-11-27"), "Quyết định 950/QĐ-UBND", default))).ShouldBeOfType<Outcome.Done>();
    }

    public async Task<Guid> DraftAsync(Guid batch)
    {
        await using var desk = await province.AsAsync(province.Hr);
        var view = await desk.Get<SchemeReading>().BatchAsync(batch, default);
        var (outcome, decision) = await desk.Get<BatchDeciding>().DecideAsync(batch, view.Batch.Version, default);
        outcome.ShouldBeOfType<Outcome.Done>();
        return decision!.Value;
    }
}
