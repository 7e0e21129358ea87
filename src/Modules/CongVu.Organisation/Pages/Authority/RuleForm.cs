using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Platform.Web;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>The fields of a rule, for entering and for superseding one. Empty in a field of the scope means: any.</summary>
internal sealed class RuleForm
{
    public string? Action { get; set; }
    public string? Category { get; set; }
    public LeadershipLevel? Level { get; set; }
    public string? RankGroup { get; set; }
    public UnitKind? UnitKind { get; set; }
    public UnitLevel? UnitLevel { get; set; }
    public SignerKind Signer { get; set; } = SignerKind.Itself;
    public Guid? SignerUnitId { get; set; }
    public string[] Posts { get; set; } = [LeadershipPosts.Head, LeadershipPosts.Deputy];
    public string? Consult { get; set; }
    public string? Report { get; set; }
    public string? Instrument { get; set; }
    public string? Article { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? LastDay { get; set; }
    public string? Reason { get; set; }

    public AuthorityRuleText Text() => new(
        new AuthorityKey(Or(Action), Or(Category), Level, Or(RankGroup), UnitKind, UnitLevel), Signer, Signer == SignerKind.Named ? SignerUnitId : null,
        // Listed order is the order of signing, heads first.
        [.. PostChoices.Select(c => c.Value).Where(Posts.Contains), .. Posts.Where(p => PostChoices.All(c => c.Value != p))],
        Or(Consult), Or(Report), Instrument?.Trim() ?? "", Article?.Trim() ?? "");

    public static RuleForm Of(AuthorityRule rule) => new()
    {
        Action = rule.Key.Action, Category = rule.Key.Category, Level = rule.Key.Level, RankGroup = rule.Key.RankGroup, UnitKind = rule.Key.UnitKind, UnitLevel = rule.Key.UnitLevel,
        Signer = rule.Signer, SignerUnitId = rule.SignerUnitId, Posts = [.. rule.Posts], Consult = rule.Consult, Report = rule.Report, Instrument = rule.Instrument, Article = rule.Article,
    };

    public static IReadOnlyList<Choice> Categories { get; } = Choice.From(OrganisationWords.Categories, c => c, OrganisationWords.Category);
    public static IReadOnlyList<Choice> LevelChoices { get; } = Choice.From<LeadershipLevel>(OrganisationWords.Leadership);
    public static IReadOnlyList<Choice> RankChoices { get; } = Choice.From(RankGroups.All, g => g.Code, g => g.Name);
    public static IReadOnlyList<Choice> KindChoices { get; } = Choice.From<UnitKind>(OrganisationWords.Kind);
    public static IReadOnlyList<Choice> UnitLevelChoices { get; } = Choice.From<UnitLevel>(OrganisationWords.LevelTitle);
    public static IReadOnlyList<Choice> SignerChoices { get; } =
    [
        new(nameof(SignerKind.Itself), "Chính cơ quan của người đó", Note: "Với nghiệp vụ về đơn vị: cơ quan của đơn vị được tác động"),
        new(nameof(SignerKind.ParentAgency), "Cơ quan cấp trên trực tiếp"),
        new(nameof(SignerKind.Named), "Một cơ quan cụ thể", Note: "Chọn ở ô bên dưới"),
    ];
    public static IReadOnlyList<Choice> PostChoices { get; } =
        [new(LeadershipPosts.Head, "Người đứng đầu"), new(LeadershipPosts.Deputy, "Cấp phó (ký thay)"), .. LeadershipPosts.All.Select(p => new Choice(p.Code, p.Name, "Chức vụ cụ thể"))];

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
