using CongVu.Organisation.Contracts;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Authority rules in the words people say them.</summary>
internal static class AuthorityWords
{
    /// <summary>What a rule is about, part by part; parts it leaves open are not said.</summary>
    public static string Scope(AuthorityKey key, AuthorityRules rules)
    {
        var parts = new List<string>
        {
            key.Action is { } action ? rules.ActionName(action) : "Mọi nghiệp vụ",
        };
        if (key.Category is { } category) parts.Add(OrganisationWords.Category(category));
        if (key.Level is { } level) parts.Add(OrganisationWords.Leadership(level));
        if (key.RankGroup is { } group) parts.Add(RankGroups.Name(group));
        if (key.UnitKind is not null || key.UnitLevel is not null) parts.Add(Agency(key.UnitKind, key.UnitLevel));
        return string.Join(" · ", parts);
    }

    /// <summary>Kind and level of agencies a rule speaks of.</summary>
    public static string Agency(UnitKind? kind, UnitLevel? level) => (kind, level) switch
    {
        (null, { } l) => $"Cơ quan, đơn vị {OrganisationWords.Level(l)}",
        ({ } k, null) => OrganisationWords.Kind(k),
        (UnitKind.PeoplesCommittee, { } l) => $"UBND {OrganisationWords.Level(l)}",
        ({ } k, { } l) => $"{OrganisationWords.Kind(k)}, {OrganisationWords.Level(l)}",
        _ => "Mọi cơ quan, đơn vị",
    };

    /// <summary>Who signs by a rule: the first post, at the agency the rule names.</summary>
    public static string Signer(AuthorityRule rule, UnitTree tree)
    {
        var named = rule.SignerUnitId is { } id ? tree.Find(id) : null;
        return (rule.Signer, named) switch
        {
            (SignerKind.Itself, _) => First(rule) is { } post ? $"{post} của cơ quan" : "Người đứng đầu cơ quan",
            (SignerKind.ParentAgency, _) => First(rule) is { } post ? $"{post} của cơ quan cấp trên" : "Người đứng đầu cơ quan cấp trên",
            (_, { } unit) => PostIn(rule.Posts[0] is LeadershipPosts.Head ? LeadershipPosts.HeadOf(unit) ?? rule.Posts[0] : rule.Posts[0], unit),
            _ => $"{LeadershipPosts.Name(rule.Posts[0])} của cơ quan đã kết thúc",
        };
    }

    /// <summary>All posts that may sign, in order.</summary>
    public static string Posts(IEnumerable<string> posts) => string.Join("; ", posts.Select(LeadershipPosts.Name));

    /// <summary>A post as people call it in one unit: "Giám đốc Sở Nội vụ", "Chủ tịch UBND xã Tân Lập".</summary>
    public static string PostIn(string post, UnitView unit)
    {
        var title = post switch
        {
            "province-chair" or "district-chair" or "commune-chair" => "Chủ tịch",
            "province-vice-chair" or "district-vice-chair" or "commune-vice-chair" => "Phó Chủ tịch",
            "department-head" => unit.Name switch
            {
                var n when n.StartsWith("Sở", StringComparison.Ordinal) => "Giám đốc",
                var n when n.StartsWith("Văn phòng", StringComparison.Ordinal) => "Chánh",
                var n when n.StartsWith("Thanh tra", StringComparison.Ordinal) => "Chánh",
                var n when n.StartsWith("Ban", StringComparison.Ordinal) => "Trưởng",
                var n when n.StartsWith("Hội", StringComparison.Ordinal) => "Chủ tịch",
                _ => "Người đứng đầu",
            },
            "department-deputy" => unit.Name.StartsWith("Sở", StringComparison.Ordinal) ? "Phó Giám đốc" : "Cấp phó của người đứng đầu",
            "sub-department-head" => "Chi cục trưởng",
            "sub-department-deputy" => "Phó Chi cục trưởng",
            _ => LeadershipPosts.Find(post)?.IsHead == false ? "Cấp phó của người đứng đầu" : "Người đứng đầu",
        };
        // Committees are spelled out in their full names only; beside a post everybody writes UBND.
        return $"{title} {unit.Name.Replace("Ủy ban nhân dân", "UBND", StringComparison.OrdinalIgnoreCase)}";
    }

    private static string? First(AuthorityRule rule) => rule.Posts[0] is LeadershipPosts.Head ? null : LeadershipPosts.Name(rule.Posts[0]);
}
