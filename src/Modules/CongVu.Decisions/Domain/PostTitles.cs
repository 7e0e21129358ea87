using CongVu.Organisation.Contracts;

namespace CongVu.Decisions.Domain;

/// <summary>What the leader and the deputies of an agency are called there: a post code says the height, the unit's name says the word.</summary>
internal static class PostTitles
{
    private static readonly (string Prefix, string Head, string Deputy)[] ByName =
    [
        ("Thanh tra", "Chánh Thanh tra", "Phó Chánh Thanh tra"),
        ("Văn phòng", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
        ("Ban ", "Trưởng ban", "Phó Trưởng ban"),
        ("Trường ", "Hiệu trưởng", "Phó Hiệu trưởng"),
        ("Phòng ", "Trưởng phòng", "Phó Trưởng phòng"),
        ("Chi cục", "Chi cục trưởng", "Phó Chi cục trưởng"),
    ];

    /// <summary>The title alone: "Giám đốc", "Phó Chánh Văn phòng".</summary>
    public static string Short(string postCode, UnitView unit)
    {
        var post = LeadershipPosts.Find(postCode);
        var head = post?.IsHead ?? true;
        if (unit.Kind == UnitKind.PeoplesCommittee) return head ? "Chủ tịch" : "Phó Chủ tịch";
        foreach (var (prefix, ofHead, ofDeputy) in ByName)
            if (unit.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return head ? ofHead : ofDeputy;
        return unit.Kind switch
        {
            UnitKind.Division or UnitKind.LocalOffice => head ? "Trưởng phòng" : "Phó Trưởng phòng",
            UnitKind.SubDepartment => head ? "Chi cục trưởng" : "Phó Chi cục trưởng",
            UnitKind.Association => head ? "Chủ tịch" : "Phó Chủ tịch",
            _ => head ? "Giám đốc" : "Phó Giám đốc",
        };
    }

    /// <summary>With the unit: "Giám đốc Sở Nội vụ", "Trưởng phòng Tổ chức, biên chế", "Chủ tịch Ủy ban nhân dân xã An Bình".</summary>
    public static string Full(string postCode, UnitView unit)
    {
        var title = Short(postCode, unit);
        foreach (var word in (string[])["Phòng ", "Văn phòng", "Ban ", "Thanh tra", "Chi cục"])
            if (unit.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && title.EndsWith(word.Trim(), StringComparison.OrdinalIgnoreCase))
                return $"{title} {unit.Name[word.Length..].Trim()}".TrimEnd();
        return $"{title} {unit.Name}";
    }
}
