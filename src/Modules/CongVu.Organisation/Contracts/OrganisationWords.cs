namespace CongVu.Organisation.Contracts;

/// <summary>Vietnamese words for the kinds and levels of this module.</summary>
public static class OrganisationWords
{
    /// <summary>Level of government.</summary>
    public static string Level(UnitLevel level) => level switch
    {
        UnitLevel.Province => "cấp tỉnh",
        UnitLevel.District => "cấp huyện",
        UnitLevel.Commune => "cấp xã",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>Level of government at the start of a line: "Cấp tỉnh".</summary>
    public static string LevelTitle(UnitLevel level) => "C" + Level(level)[1..];

    /// <summary>Kind of unit.</summary>
    public static string Kind(UnitKind kind) => kind switch
    {
        UnitKind.PeoplesCommittee => "Ủy ban nhân dân",
        UnitKind.Department => "Sở, ban, ngành",
        UnitKind.SubDepartment => "Chi cục",
        UnitKind.Division => "Phòng, bộ phận thuộc cơ quan",
        UnitKind.LocalOffice => "Phòng chuyên môn thuộc UBND",
        UnitKind.PublicServiceUnit => "Đơn vị sự nghiệp công lập",
        UnitKind.Association => "Hội đặc thù",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Kind and level in one phrase, e.g. "Ủy ban nhân dân cấp xã".</summary>
    public static string KindAndLevel(UnitView unit) => unit.Kind switch
    {
        UnitKind.PeoplesCommittee => $"Ủy ban nhân dân {Level(unit.Level)}",
        UnitKind.LocalOffice => $"Phòng chuyên môn thuộc UBND {Level(unit.Level)}",
        UnitKind.PublicServiceUnit => $"Đơn vị sự nghiệp công lập {Level(unit.Level)}",
        _ => Kind(unit.Kind),
    };

    /// <summary>Level of a leadership post.</summary>
    public static string Leadership(LeadershipLevel level) => level switch
    {
        LeadershipLevel.None => "Không giữ chức vụ lãnh đạo",
        LeadershipLevel.DeputyDivisionHead => "Phó trưởng phòng và tương đương",
        LeadershipLevel.DivisionHead => "Trưởng phòng và tương đương",
        LeadershipLevel.DeputyDepartmentHead => "Phó giám đốc sở, phó chủ tịch UBND cấp xã và tương đương",
        LeadershipLevel.DepartmentHead => "Giám đốc sở, chủ tịch UBND cấp xã và tương đương",
        LeadershipLevel.ProvinceLeader => "Chủ tịch, phó chủ tịch UBND tỉnh",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>Staff category.</summary>
    public static string Category(string code) => code switch
    {
        "cadre" => "Cán bộ",
        "civil-servant" => "Công chức",
        "public-employee" => "Viên chức",
        "contract-worker" => "Người lao động hợp đồng",
        "commune-part-time" => "Người hoạt động không chuyên trách ở cấp xã",
        _ => code,
    };

    /// <summary>Staff category for tabs and narrow columns.</summary>
    public static string CategoryShort(string code) => code switch
    {
        "contract-worker" => "Lao động hợp đồng",
        "commune-part-time" => "Không chuyên trách",
        _ => Category(code),
    };

    /// <summary>Codes of the staff categories, in official order.</summary>
    public static readonly IReadOnlyList<string> Categories = ["cadre", "civil-servant", "public-employee", "contract-worker", "commune-part-time"];
}
