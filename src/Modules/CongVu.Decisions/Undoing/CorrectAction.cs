using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Authority;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Undoing;

/// <summary>
/// Đính chính: what a decision said wrong is put right from the beginning; the old wording stays known. A correction is not a change:
/// what became different later is decided by a new act.
/// </summary>
internal sealed class CorrectAction(Targets targets, Domino domino, Corrections corrections, PersonActRules persons, UndoText text) : PersonnelAction<CorrectAction.Values>
{
    internal sealed record Values(Target Target, string Reason, string Evidence, IReadOnlyList<Guid> Kept, IReadOnlyList<CorrectedEffect> Changes);

    private IReadOnlyList<DominoLine> _open = [];

    public override string Code => ActionCodes.Correct;
    public override string Name => "Đính chính quyết định";
    public override string About => "Sửa nội dung ghi sai của quyết định đã ký; bản cũ vẫn được giữ.";
    public override ActionSubject Subject => ActionSubject.DecisionItem;
    public override bool TakesHoldAtSigning => true;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new(Targets.ItemKey, "Nội dung được đính chính", InputKind.DecisionItem) { Required = true, PerItem = true },
        new("reason", "Lý do đính chính", InputKind.LongText) { Required = true, Group = "Lý do và căn cứ" },
        new("evidence", "Giấy tờ chứng minh", InputKind.Text) { Required = true, Hint = "Tên, số và ngày của giấy tờ; đính kèm bản chụp" },
        new(AnnulAction.KeepKey, "Các việc dựa trên nội dung này đã xem và giữ nguyên", InputKind.Text),
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => text.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) =>
        targets.Of(one) is { } target ? ImportedQuestion.Of(Code, one.SubjectId, [.. target.Effects.Select(targets.Read)], one.Person) : null;

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        await targets.LoadAsync(cases, ct);
        _open = await domino.LinesAsync([.. cases.Select(targets.Of).OfType<Target>()], cases.Count > 0 ? cases[0].DecisionId : null, ct);
    }

    /// <summary>What rests on what is corrected, as of the last preparation.</summary>
    public IReadOnlyList<DominoLine> Open => _open;

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (reason, evidence, kept, target) = (input.Text("reason"), input.Text("evidence"), input.Ids(AnnulAction.KeepKey), targets.Of(one));
        if (target is null)
        {
            input.Refuse(Targets.ItemKey, "Không tìm thấy nội dung quyết định cần đính chính.");
            return ValueTask.FromResult<Values?>(null);
        }
        var changes = corrections.Read(input, one, target);
        return ValueTask.FromResult(reason is not null && evidence is not null ? new Values(target, reason, evidence, kept, changes) : null);
    }

    protected override async Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var (target, v) = (one.Values.Target, one.Values);
        findings.Demand(target.Decision.State.IsSigned() && target.Item.State == ItemState.Kept, "correct.target", "Quyết định đã ký và chưa bị thu hồi", "Nội dung này chưa được ký hoặc đã bị thu hồi.", null, "Bỏ dòng này.", target.Decision.Label);
        findings.Demand(target.Decision.ActionCode is not (ActionCodes.Annul or ActionCodes.Correct), "correct.kind", "Không đính chính một quyết định thu hồi, đính chính", "Đây là quyết định thu hồi hoặc đính chính.", null, "Thu hồi quyết định đính chính, rồi đính chính lại quyết định gốc.");
        findings.Demand(v.Changes.Count > 0, "correct.change", "Có nội dung thay đổi", "Chưa sửa trường nào.", null, "Nhập giá trị đúng cho trường ghi sai.", string.Join("; ", v.Changes.SelectMany(c => c.Words)));
        if (one.Case.Attachments == 0) findings.Unknown("correct.evidence", "Có bản chụp giấy tờ chứng minh", "Chưa đính kèm tệp nào.", null, "Đính kèm bản chụp giấy tờ.");
        else findings.Met("correct.evidence", "Có bản chụp giấy tờ chứng minh", $"{one.Case.Attachments} tệp đính kèm.");
        var planned = v.Changes.Select(c => new PlannedEffect(c.Row.Id, c.Row.SubjectId, c.NewFrom, c.New)).ToList();
        foreach (var broken in await persons.CheckAsync(planned, ct)) findings.Blocks("record." + broken.Rule, "Hồ sơ cho phép đính chính", broken.Message, null, null);
        Dependents(one, findings);
    }

    private void Dependents(ReadCase<Values> one, Findings findings)
    {
        var mine = _open.Where(l => l.Kind != DominoKind.UnderWay).ToList();
        var unseen = mine.Where(l => !one.Values.Kept.Contains(l.EffectId)).ToList();
        findings.Demand(unseen.Count == 0, "correct.domino", "Đã xem xét mọi việc dựa trên nội dung này",
            $"Còn {unseen.Count} việc chưa xem xét: {string.Join("; ", unseen.Take(5).Select(l => $"{l.Label}: {l.What}"))}{(unseen.Count > 5 ? "…" : "")}", null, "Đánh dấu từng việc đã xem; việc nào sai theo thì đính chính trong quyết định riêng.",
            mine.Count == 0 ? "Không có việc nào dựa trên nội dung này." : $"{mine.Count} việc đã xem.");
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => one.Values.Changes.Select(c => new Consequence(one.Values.Target.Decision.SignedOn ?? one.Case.Today,
        new CorrectEffect(one.Values.Target.Decision.Id, one.Values.Target.Item.Id, c.Row.Id, c.Row.Code, c.OldFrom, EffectRegistry.Write(c.Old), c.NewFrom, EffectRegistry.Write(c.New))));

    protected override string Summarise(ReadCase<Values> one) => $"{one.Values.Target.Decision.Label}: {string.Join("; ", one.Values.Changes.SelectMany(c => c.Words))}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await targets.LoadAsync(cases, ct);
        return text.OfCorrection(await ReadAllAsync(cases, ct), day);
    }
}
