using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Điều động: to another unit, in the same agency or another one.</summary>
internal sealed class TransferAction(LegalBases bases, PersonStates states, PostChange posts) : PersonnelAction<TransferAction.Values>
{
    internal sealed record Values(DateOnly From, UnitView To, string JobTitle, string? Agreement);

    public override string Code => ActionCodes.Transfer;
    public override string Name => "Điều động";
    public override string About => "Chuyển người từ đơn vị này sang đơn vị khác trong tỉnh.";

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("unit", "Đến nhận công tác tại", InputKind.Unit) { Required = true, Group = "Nơi đến" },
        new("jobTitle", "Vị trí việc làm tại nơi đến", InputKind.Text) { Required = true, PerItem = true, Hint = "Ví dụ: Chuyên viên về quản lý ngân sách" },
        new("agreement", "Văn bản đồng ý tiếp nhận", InputKind.Text) { Hint = "Số và ngày văn bản của cơ quan nơi đến; cần khi sang cơ quan khác" },
        ActionInput.From("Điều động từ ngày") with { Group = "Thời gian" },
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "22/2008/QH12", "80/2025/QH15", "58/2010/QH12", "129/2025/QH15", "138/2020/NĐ-CP", "170/2025/NĐ-CP", "115/2020/NĐ-CP", "259/2026/NĐ-CP");

    public override AuthorityQuestion? Authority(ActionCase one) => PersonConditions.Authority(Code, one.Person);

    public override Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => states.LoadAsync(cases, ct);

    public override Audience Tell(ActionCase one) => base.Tell(one) with { Units = [.. base.Tell(one).Units, .. Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var to) ? new[] { to } : []] };

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (unit, job, agreement, from) = (input.Unit("unit"), input.Text("jobTitle"), input.Text("agreement"), input.Date(ActionInput.FromKey));
        return ValueTask.FromResult(unit is not null && job is not null && from is { } day ? new Values(day, unit, job, agreement) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var (v, person) = (one.Values, one.Case.ThePerson);
        if (!PersonConditions.Employed(one.Case, findings)) return Task.CompletedTask;
        var home = person.UnitId!.Value;
        findings.Demand(one.Case.Units.Find(home) is not null, "transfer.from", "Đơn vị nơi đi tồn tại vào ngày có hiệu lực", $"Đơn vị hiện tại không còn tồn tại vào ngày {VnFormat.Date(v.From)}.", null, "Sửa ngày có hiệu lực.", one.Case.Units.FullName(home));
        findings.Demand(v.To.Id != home, "transfer.to", "Nơi đến khác nơi đi", "Đang công tác tại chính đơn vị này.", null, "Chọn đơn vị khác.", one.Case.Units.FullName(v.To.Id));
        var (here, there) = (one.Case.Units.Agency(home)?.Id, one.Case.Units.Agency(v.To.Id)?.Id);
        findings.Demand(here == there || v.Agreement is not null, "transfer.agreement", "Cơ quan nơi đến đồng ý tiếp nhận", "Chuyển sang cơ quan khác nhưng chưa có văn bản đồng ý tiếp nhận.", Article(one.Case.Day),
            "Nhập số và ngày văn bản đồng ý của cơ quan nơi đến.", here == there ? "Trong cùng cơ quan: không cần." : v.Agreement);
        var leaves = Leaves(one).ToList();
        if (leaves.Count > 0) findings.Met("transfer.posts", "Chức vụ tại nơi đi", $"Thôi giữ: {string.Join(", ", leaves.Select(p => LeadershipPosts.Name(p.PostCode)))}.");
        PersonConditions.NotDisciplined(findings, Article(one.Case.Day));
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var (v, person, state) = (one.Values, one.Case.ThePerson, states.Of(one.Case));
        if (person.UnitId is null) yield break;
        var leaves = Leaves(one).ToList();
        foreach (var post in leaves) yield return new(v.From, new EndPost(post.PostCode, post.UnitId, "transferred"));
        if (leaves.Count > 0 && leaves.Count == state!.Posts.Count)
            foreach (var pay in posts.Pay(state, null, null, one.Case.Units, v.From)) yield return pay;
        yield return new(v.From, new SetEmployment(v.To.Id, person.Category!, state?.Employment?.Value.Contract, person.JoinedOn!.Value, v.JobTitle, "transferred"));
    }

    protected override string Summarise(ReadCase<Values> one) => $"Đến {one.Case.Units.FullName(one.Values.To.Id)} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct) => TransferText.Of(await ReadAllAsync(cases, ct), BasesOn(day));

    /// <summary>Posts held outside the receiving unit are given up; a post already held in it stays.</summary>
    private IEnumerable<HoldPost> Leaves(ReadCase<Values> one) => (states.Of(one.Case)?.Posts ?? []).Select(p => p.Fact.Value).Where(p => p.UnitId != one.Values.To.Id);

    private static string Article(DateOnly day) => day < TwoTierGovernment.From ? "Nghị định 138/2020/NĐ-CP" : "Nghị định 170/2025/NĐ-CP";
}
