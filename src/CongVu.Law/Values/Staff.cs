namespace CongVu.Law;

/// <summary>The kinds of staff the pay and personnel law tells apart.</summary>
public enum StaffCategory
{
    /// <summary>Cán bộ.</summary>
    Cadre,

    /// <summary>Công chức.</summary>
    CivilServant,

    /// <summary>Viên chức.</summary>
    PublicEmployee,

    /// <summary>Người làm việc theo hợp đồng lao động được xếp lương theo bảng lương nhà nước.</summary>
    ContractWorker,

    /// <summary>Người hoạt động không chuyên trách ở cấp xã.</summary>
    CommunePartTime,
}

/// <summary>Codes and names of <see cref="StaffCategory"/>, as the law's data files and code lists write them.</summary>
public static class StaffCategories
{
    /// <summary>The code in data files and on the record: <c>civil-servant</c>…</summary>
    public static string Code(this StaffCategory category) => category switch
    {
        StaffCategory.Cadre => "cadre",
        StaffCategory.CivilServant => "civil-servant",
        StaffCategory.PublicEmployee => "public-employee",
        StaffCategory.ContractWorker => "contract-worker",
        StaffCategory.CommunePartTime => "commune-part-time",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    /// <summary>The Vietnamese name in running text.</summary>
    public static string Vietnamese(this StaffCategory category) => category switch
    {
        StaffCategory.Cadre => "cán bộ",
        StaffCategory.CivilServant => "công chức",
        StaffCategory.PublicEmployee => "viên chức",
        StaffCategory.ContractWorker => "người lao động hợp đồng",
        StaffCategory.CommunePartTime => "người hoạt động không chuyên trách cấp xã",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    /// <summary>Null when the code is unknown.</summary>
    public static StaffCategory? Find(string code) => Enum.GetValues<StaffCategory>().Cast<StaffCategory?>().FirstOrDefault(c => c!.Value.Code() == code);
}

/// <summary>Sex as identity papers state it.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Codes and names of <see cref="Sex"/>.</summary>
public static class Sexes
{
    /// <summary>The code in data files and on the record: <c>male</c>, <c>female</c>.</summary>
    public static string Code(this Sex sex) => sex == Sex.Male ? "male" : "female";

    /// <summary>Null when the code is unknown.</summary>
    public static Sex? Find(string code) => code switch { "male" => Sex.Male, "female" => Sex.Female, _ => null };

    /// <summary>The Vietnamese name in running text.</summary>
    public static string Vietnamese(this Sex sex) => sex == Sex.Male ? "nam" : "nữ";
}
