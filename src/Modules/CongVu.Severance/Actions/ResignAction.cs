using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing.Explained;
using CongVu.Platform.Text;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Resigning;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Actions;

/// <summary>Thôi việc theo nguyện vọng của công chức, on a request the agency has agreed to (Nghị định 170/2025/NĐ-CP Điều 57, 58).</summary>
internal sealed class ResignAction(CongVuDb db, DecisionBases bases, ResignationReading reading) : PersonnelAction<ResignAction.Values>
{
    internal sealed record Values(DateOnly From);

    private const string Article = "Điều 57 Nghị định 170/2025/NĐ-CP";
    private Dictionary<Guid, ResignationView> _requests = [];

    public override string Code => SeveranceActions.Resign;
    public override string Name => "Thôi việc theo nguyện vọng";
    public override string About => "Cho công chức thôi việc theo đơn đã được cơ quan đồng ý, kèm trợ cấp thôi việc.";
    public override int MaxItems => 1;
    public override IReadOnlyList<ActionInput> Inputs { get; } = [ActionInput.From("Thôi việc từ ngày", perItem: true)];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "80/2025/QH15", "170/2025/NĐ-CP", "300/2026/NĐ-CP");

    public override AuthorityQuestion? Authority(ActionCase one) => CommonConditions.Authority(Code, one.Person);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        var ids = cases.Select(c => c.SubjectId).ToArray();
        _requests = [];
        foreach (var request in await db.Set<Resignation>().AsNoTracking().Where(r => ids.Contains(r.PersonId) && r.State == ResignationState.Agreed).ToListAsync(ct)) _requests[request.PersonId] = await reading.ViewAsync(request, ct);
    }

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) =>
        ValueTask.FromResult(input.Date(ActionInput.FromKey) is { } from ? new Values(from) : null);

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (!CommonConditions.Employed(one.Case, findings) && !_requests.ContainsKey(one.Case.SubjectId)) return Task.CompletedTask;
        if (!_requests.TryGetValue(one.Case.SubjectId, out var view))
        {
            findings.Blocks("resign.request", "Có đơn xin thôi việc được đồng ý", "Chưa có đơn nào của người này được đồng ý.", Article, "Nhận đơn và trả lời ở mục Thôi việc trước.");
            return Task.CompletedTask;
        }
        findings.Met("resign.request", "Có đơn xin thôi việc được đồng ý", $"{view.Request.AnswerDocument}, ngày {VnFormat.Date(view.Request.AnsweredOn)}.", Article);
        findings.Demand(one.Values.From == view.Request.LeaveOn, "resign.day", "Ngày thôi việc đúng với đơn đã đồng ý", $"Đơn xin nghỉ từ {VnFormat.Date(view.Request.LeaveOn)}.", Article, "Sửa ngày cho đúng.");
        if (view.Problem is { } problem) findings.Blocks("resign.benefit", "Tính được trợ cấp thôi việc", problem, "Điều 58 Nghị định 170/2025/NĐ-CP", "Sửa hồ sơ lương hoặc số tháng công tác.");
        else findings.Met("resign.benefit", "Trợ cấp thôi việc", view.Request.Debts is { } debts ? $"{VnFormat.Money(view.Benefit!.Amount)}, chưa chi trả vì còn nợ: {debts}." : VnFormat.Money(view.Benefit!.Amount), "Điều 58 Nghị định 170/2025/NĐ-CP");
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => [new(one.Values.From, new EndEmployment("resigned"))];

    protected override string Summarise(ReadCase<Values> one) => $"Thôi việc từ {VnFormat.Date(one.Values.From)}" + (_requests.GetValueOrDefault(one.Case.SubjectId)?.Benefit is { } benefit ? $", trợ cấp {VnFormat.Money(benefit.Amount)}" : "");

    protected override Explanation? Explain(ReadCase<Values> one) => _requests.GetValueOrDefault(one.Case.SubjectId)?.Why;

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await PrepareAsync(cases, ct);
        var read = (await ReadAllAsync(cases, ct)).First();
        var view = _requests.GetValueOrDefault(read.Case.SubjectId);
        var paid = view?.Request.Debts is { } debts ? $"Chưa chi trả trợ cấp cho đến khi thanh toán xong: {debts}." : "Cơ quan quản lý công chức chi trả trợ cấp thôi việc theo quy định.";
        return new DecisionText
        {
            Subject = $"Về việc thôi việc theo nguyện vọng đối với {PaperPhrases.Plain(read.Case.ThePerson)}",
            Bases = BasesOn(day),
            Articles =
            [
                PaperPhrases.Article(1, PaperPhrases.Introduced("Cho thôi việc theo nguyện vọng đối với ", read.Case, $" kể từ ngày {VnFormat.Date(read.Values.From)}.")),
                PaperPhrases.Article(2, view?.Benefit is { } benefit ? $"Trợ cấp thôi việc: {VnFormat.Money(benefit.Amount)} (có bảng tính chi tiết kèm theo). {paid}" : paid),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf([read.Case]),
            Recipients = ["Bảo hiểm xã hội tỉnh"],
            Annexes = view?.Why is { } why ? [ExplanationAnnex.Of("Bảng tính chi tiết", ("", why))] : [],
        };
    }
}
