using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Authority;
using CongVu.Organisation.Contracts;

namespace CongVu.Decisions.Undoing;

/// <summary>
/// Thu hồi, hủy bỏ a decision or some of its items, together with whatever the authority chooses among what rested on it. The
/// rest must be named as seen and kept: nothing falls or stays unnoticed.
/// </summary>
internal sealed class AnnulAction(Targets targets, Domino domino, UndoText text) : PersonnelAction<AnnulAction.Values>
{
    internal sealed record Values(Target Target, string Reason, string Basis, IReadOnlyList<Guid> Kept);

    /// <summary>Input with the ids of dependents that were seen and stay.</summary>
    public const string KeepKey = "keep";

    private IReadOnlyList<DominoLine> _open = [];

    public override string Code => ActionCodes.Annul;
    public override string Name => "Thu hồi, hủy bỏ quyết định";
    public override string About => "Hủy toàn bộ hoặc một phần quyết định đã ký; hồ sơ trở lại như trước quyết định đó.";
    public override ActionSubject Subject => ActionSubject.DecisionItem;
    public override bool TakesHoldAtSigning => true;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new(Targets.ItemKey, "Quyết định bị thu hồi", InputKind.DecisionItem) { Required = true, PerItem = true },
        new("reason", "Lý do thu hồi", InputKind.LongText) { Required = true, Group = "Lý do và căn cứ" },
        new("basis", "Căn cứ thu hồi", InputKind.Text) { Required = true, Hint = "Kết luận thanh tra, kiểm tra, bản án hoặc văn bản yêu cầu (số, ngày)" },
        new(KeepKey, "Các việc dựa trên quyết định này đã xem và giữ nguyên", InputKind.Text),
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => text.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) =>
        targets.Of(one) is { } target ? ImportedQuestion.Of(Code, one.SubjectId, [.. target.Effects.Select(targets.Read)], one.Person) : null;

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        await targets.LoadAsync(cases, ct);
        _open = await domino.LinesAsync([.. cases.Select(targets.Of).OfType<Target>()], cases.Count > 0 ? cases[0].DecisionId : null, ct);
    }

    /// <summary>What rests on the items of the draft and is not in it, as of the last preparation.</summary>
    public IReadOnlyList<DominoLine> Open => _open;

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (reason, basis, kept, target) = (input.Text("reason"), input.Text("basis"), input.Ids(KeepKey), targets.Of(one));
        if (target is null) input.Refuse(Targets.ItemKey, "Không tìm thấy nội dung quyết định cần thu hồi.");
        return ValueTask.FromResult(reason is not null && basis is not null && target is not null ? new Values(target, reason, basis, kept) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var target = one.Values.Target;
        findings.Demand(target.Decision.State.IsSigned() && target.Item.State == ItemState.Kept && target.Standing.Any(), "annul.target", "Quyết định đã ký và chưa bị thu hồi",
            target.Item.State == ItemState.Annulled ? "Nội dung này đã bị thu hồi trước đó." : "Quyết định chưa được ký.", null, "Bỏ dòng này.", target.Decision.Label);
        findings.Demand(target.Decision.ActionCode != ActionCodes.Annul, "annul.of-annul", "Không thu hồi một quyết định thu hồi", "Đây là quyết định thu hồi.", null, "Ban hành quyết định mới với nội dung đúng.");
        Dependents(one, findings);
        return Task.CompletedTask;
    }

    private void Dependents(ReadCase<Values> one, Findings findings)
    {
        var mine = _open.Where(l => l.Kind != DominoKind.UnderWay).ToList();
        var unseen = mine.Where(l => !one.Values.Kept.Contains(l.EffectId)).ToList();
        findings.Demand(unseen.Count == 0, "annul.domino", "Đã xem xét mọi việc dựa trên quyết định này",
            $"Còn {unseen.Count} việc chưa xem xét: {string.Join("; ", unseen.Take(5).Select(l => $"{l.Label}: {l.What}"))}{(unseen.Count > 5 ? "…" : "")}", null, "Chọn thu hồi cùng, hoặc đánh dấu giữ nguyên từng việc.",
            mine.Count == 0 ? "Không có việc nào dựa trên quyết định này." : $"{mine.Count} việc được giữ nguyên.");
        foreach (var line in _open.Where(l => l.Kind == DominoKind.UnderWay).Take(5))
            findings.Unknown("annul.underway", "Không có quyết định đang làm dựa trên quyết định này", $"{line.Label}: {line.What}", null, "Xem lại bản soạn đó sau khi thu hồi.");
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var target = one.Values.Target;
        yield return new(target.Decision.SignedOn ?? one.Case.Today, new AnnulItem(target.Decision.Id, target.Item.Id, [.. target.Standing.Select(e => e.Id).Order()]));
    }

    protected override string Summarise(ReadCase<Values> one) => $"Thu hồi {one.Values.Target.Decision.Label}{(one.Values.Target.Item.Summary.Length > 0 ? $": {one.Values.Target.Item.Summary}" : "")}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await targets.LoadAsync(cases, ct);
        return text.OfAnnulment(await ReadAllAsync(cases, ct), day);
    }
}
