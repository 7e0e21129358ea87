using CongVu.Law;
using CongVu.Organisation.Data;
using CongVu.Platform.Time;

namespace CongVu.Organisation.Contracts;

/// <summary>
/// Answers who may decide what, from the province's own authority instruments kept as dated rules. Rules and delegations are held in
/// memory per revision, so asking for each of two hundred people costs nothing.
/// </summary>
public sealed class AuthorityRules
{
    private readonly Revisions _revisions;
    private readonly AuthorityBooks _books;
    private readonly UnitDirectory _units;
    private readonly LawBook _law;
    private readonly IReadOnlyList<AuthorityAction> _actions;

    internal AuthorityRules(Revisions revisions, AuthorityBooks books, UnitDirectory units, LawBook law, IEnumerable<AuthorityAction> actions) =>
        (_revisions, _books, _units, _law, _actions) = (revisions, books, units, law, [.. actions.OrderBy(a => a.Order)]);

    /// <summary>All actions rules can speak of, in order.</summary>
    public IReadOnlyList<AuthorityAction> Actions => _actions;

    /// <summary>Vietnamese name of an action; the code itself when unknown.</summary>
    public string ActionName(string code) => _actions.FirstOrDefault(a => a.Code == code)?.Name ?? code;

    /// <summary>Who signs this on the day.</summary>
    public async ValueTask<AuthorityOutcome> WhoSignsAsync(AuthorityQuestion question, DateOnly on, CancellationToken ct)
    {
        var archive = await _units.ArchiveAsync(ct);
        var tree = archive.Tree(new AsOf(on));
        if (tree.Find(question.UnitId) is not { } unit) return new AuthorityOutcome.NoRule($"Đơn vị không tồn tại vào ngày {on:dd/MM/yyyy}.");
        var about = question.NewUnit is { } born ? unit with { Kind = born.Kind, Level = born.Level }
            : AuthorityAction.IsAboutUnits(question.ActionCode) ? unit : tree.Agency(unit.Id) ?? unit;
        var book = await BookAsync(ct);
        switch (book.MostSpecific(question, RankGroups.Of(_law, question.RankCode, on), about, on))
        {
            case []: return new AuthorityOutcome.NoRule("Chưa có quy định phân cấp nào cho trường hợp này.");
            case [var rule]:
                var signer = Signer(archive, tree, rule, unit, on);
                if (signer is null) return new AuthorityOutcome.NoRule($"Theo {rule.Source}, nhưng không xác định được cơ quan ký vào ngày {on:dd/MM/yyyy}.");
                return Answer(book, rule, signer, question.ActionCode, on);
            case var several: return new AuthorityOutcome.Ambiguous(several);
        }
    }

    /// <summary>Rules that hold on the day.</summary>
    public async ValueTask<IReadOnlyList<AuthorityRule>> InForceAsync(DateOnly on, CancellationToken ct) => [.. (await BookAsync(ct)).Rules.Where(r => r.HoldsOn(on))];

    /// <summary>A wording by its key, also when it was superseded since; null when there never was one.</summary>
    public async ValueTask<AuthorityRule?> FindAsync(Guid id, CancellationToken ct) => (await BookAsync(ct)).Find(id);

    /// <summary>Delegations by which this account may sign the action on the day.</summary>
    public async ValueTask<IReadOnlyList<DelegationView>> DelegatedToAsync(Guid accountId, string actionCode, DateOnly on, CancellationToken ct) =>
        [.. (await BookAsync(ct)).Delegations.Where(d => d.ToAccountId == accountId && d.Covers(actionCode, on))];

    internal async ValueTask<AuthorityBook> BookAsync(CancellationToken ct) => await _books.AtAsync(await _revisions.AuthorityAsync(ct), ct);

    private static AuthorityOutcome.Found Answer(AuthorityBook book, AuthorityRule rule, UnitView signer, string action, DateOnly on)
    {
        var posts = Posts(rule, signer);
        return new AuthorityOutcome.Found(new AuthorityAnswer(rule.Id, signer.Id, posts, rule.Consult, rule.Report, rule.Source)
        {
            Delegations = [.. book.Delegations.Where(d => d.FromUnitId == signer.Id && posts.Contains(d.FromPost) && d.Covers(action, on))],
        }, rule);
    }

    private static UnitView? Signer(UnitArchive archive, UnitTree tree, AuthorityRule rule, UnitView unit, DateOnly on)
    {
        var agency = tree.Agency(unit.Id);
        return rule.Signer switch
        {
            SignerKind.Itself => agency,
            SignerKind.ParentAgency => agency?.ParentId is { } above ? tree.Agency(above) : null,
            _ => UnitDirectory.StandIns(archive, rule.SignerUnitId!.Value, new AsOf(on)) is [var one] ? one : null,
        };
    }

    private static IReadOnlyList<string> Posts(AuthorityRule rule, UnitView signer)
    {
        var own = LeadershipPosts.Of(signer);
        return [.. rule.Posts.SelectMany(p => p switch
        {
            LeadershipPosts.Head => own.Where(o => o.IsHead).Select(o => o.Code),
            LeadershipPosts.Deputy => own.Where(o => !o.IsHead).Select(o => o.Code),
            _ => [p],
        }).Distinct()];
    }
}
