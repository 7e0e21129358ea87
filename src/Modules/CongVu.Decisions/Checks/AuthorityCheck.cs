using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Checks;

/// <summary>
/// Who is competent, by which rule valid on the day; and at signing, whether the signer is one of them by post or by delegation.
/// </summary>
internal sealed class AuthorityCheck(AuthorityRules rules, UnitDirectory units, SignerPosts signers, TimeProvider clock)
{
    public const string RuleCode = "authority.rule";
    private const string RuleTitle = "Xác định được cấp có thẩm quyền";

    public async Task<AuthorityFinding> FindAsync(PersonnelAction action, LoadedDecision loaded, IReadOnlyList<ActionCase> cases, CheckStage stage, CancellationToken ct)
    {
        var today = clock.Today();
        var answers = new List<AuthorityAnswer>();
        foreach (var (question, about) in cases.Select(c => (Question: action.Authority(c), c.Person?.FullName)).Where(q => q.Question is not null).DistinctBy(q => q.Question).Select(q => (q.Question!, q.FullName)))
            switch (await rules.WhoSignsAsync(question, today, ct))
            {
                case AuthorityOutcome.Found found: answers.Add(found.Answer); break;
                case AuthorityOutcome.Ambiguous several: return Failed(Contradiction(several));
                case AuthorityOutcome.NoRule none: return await WithoutRuleAsync(loaded, cases.Count > 1 && about is not null ? $"{about}: {none.Why}" : none.Why, stage, ct);
            }
        if (answers.Count == 0) return Failed(new Check(RuleCode, RuleTitle, Standing.Unknown, "Nhập xong các thông tin bắt buộc thì xác định được."));

        var tree = await units.TreeAsync(new AsOf(today), ct);
        if (answers.Select(a => a.SignerUnitId).Distinct().Count() > 1)
            return Failed(new Check(RuleCode, RuleTitle, Standing.Blocks,
                $"Các đối tượng thuộc thẩm quyền của nhiều cơ quan: {string.Join("; ", answers.Select(a => tree.FullName(a.SignerUnitId)).Distinct())}.", null, "Tách thành các quyết định theo cơ quan có thẩm quyền."));
        var posts = answers.Select(a => a.PostCodes).Aggregate((a, b) => [.. a.Where(b.Contains)]);
        var answer = answers[0] with { PostCodes = posts, Delegations = [.. answers.Skip(1).Aggregate(answers[0].Delegations.AsEnumerable(), (all, a) => all.Where(d => a.Delegations.Any(o => o.Id == d.Id)))] };
        if (posts.Count == 0)
            return Failed(new Check(RuleCode, RuleTitle, Standing.Blocks, "Các đối tượng do những chức vụ khác nhau của cùng cơ quan quyết định.", null, "Tách thành nhiều quyết định."));
        return await FoundAsync(answer, tree, [.. answers.Select(a => a.Source).Distinct()], stage, ct);
    }

    private async Task<AuthorityFinding> FoundAsync(AuthorityAnswer answer, UnitTree tree, IReadOnlyList<string> sources, CheckStage stage, CancellationToken ct)
    {
        var rule = string.Join("; ", sources);
        var agency = tree.Find(answer.SignerUnitId)!;
        var checks = new List<Check> { new(RuleCode, RuleTitle, Standing.Met, $"{PostTitles.Full(answer.PostCodes[0], agency)} quyết định.", rule) };
        if (answer.Consult is { } consult) checks.Add(new("authority.consult", "Lấy ý kiến trước khi ký", Standing.Unknown, $"Phải có ý kiến của {consult}.", rule, "Đính kèm văn bản thống nhất ý kiến."));
        if (stage == CheckStage.Signed) checks.Add(await SignerAsync(answer, agency, rule, ct));
        return new AuthorityFinding(checks, answer.SignerUnitId, answer.PostCodes, rule, answer.Consult, answer.Report);
    }

    private async Task<Check> SignerAsync(AuthorityAnswer answer, UnitView agency, string rule, CancellationToken ct)
    {
        const string title = "Người ký đúng thẩm quyền";
        return await signers.CapacityAsync(answer, agency, ct) is { } capacity
            ? new("authority.signer", title, Standing.Met, $"Ký với tư cách {capacity.Ground}.", rule)
            : new("authority.signer", title, Standing.Blocks, $"Hôm nay bạn không giữ chức vụ được ký tại {agency.Name} và không có ủy quyền còn hiệu lực.", rule,
                $"Chuyển {string.Join(" hoặc ", answer.PostCodes.Select(p => PostTitles.Full(p, agency)))} ký.");
    }

    // Without a rule the decision can only go on when its basis is stated; the agency of the drafting unit then signs.
    private async Task<AuthorityFinding> WithoutRuleAsync(LoadedDecision loaded, string why, CheckStage stage, CancellationToken ct)
    {
        var check = new Check(RuleCode, RuleTitle, Standing.NeedsOverride, why, null, "Bổ sung quy định phân cấp của tỉnh, hoặc Sở Nội vụ ghi căn cứ xác định thẩm quyền.");
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        if (tree.Agency(loaded.Decision.UnitId) is not { } agency || LeadershipPosts.Of(agency) is not { Count: > 0 } posts) return Failed(check);
        var answer = new AuthorityAnswer(Guid.Empty, agency.Id, [.. posts.Select(p => p.Code)], null, null, "");
        var checks = new List<Check> { check };
        if (stage == CheckStage.Signed) checks.Add(await SignerAsync(answer, agency, "Căn cứ ghi khi cho phép ngoại lệ", ct));
        return new AuthorityFinding(checks, agency.Id, answer.PostCodes, null, null, null);
    }

    private static Check Contradiction(AuthorityOutcome.Ambiguous several) => new(RuleCode, RuleTitle, Standing.Blocks,
        $"Các quy định phân cấp mâu thuẫn nhau: {string.Join("; ", several.Rules.Select(r => r.Source).Distinct())}.", null, "Sửa quy định phân cấp trước khi ký.");

    private static AuthorityFinding Failed(Check check) => new([check], null, [], null, null, null);
}
