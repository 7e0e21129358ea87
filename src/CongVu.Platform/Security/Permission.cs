namespace CongVu.Platform.Security;

/// <summary>Classes of personal data, each granted apart.</summary>
public enum DataClass { Basic, Contact, Family, Party, Health, Discipline, Assets }

/// <summary>
/// An act that a grant can allow. <paramref name="Code"/> is <c>module.thing.verb</c>;
/// <paramref name="Roles"/> are the roles that hold it; <paramref name="Writes"/> acts are refused while
/// the screen shows another day than today.
/// </summary>
public sealed record Permission(string Code, string Name, bool Writes, params string[] Roles)
{
    /// <inheritdoc />
    public override string ToString() => Code;
}

/// <summary>The first roles. A grant gives one role over one unit subtree (or the province) for a range of days.</summary>
public static class Roles
{
    /// <summary>Quản trị hệ thống: accounts, grants, jobs; no personnel records.</summary>
    public const string ProvinceAdmin = "province-admin";
    /// <summary>Chuyên viên Sở Nội vụ: verifies decisions, keeps authority rules, runs the plan.</summary>
    public const string HomeAffairs = "home-affairs";
    /// <summary>Cán bộ tổ chức của đơn vị: records and drafts of the own unit subtree.</summary>
    public const string UnitHr = "unit-hr";
    /// <summary>Lãnh đạo ký: signs what the own unit is competent for.</summary>
    public const string Signer = "signer";
    /// <summary>Cán bộ, công chức, viên chức: own record only.</summary>
    public const string Self = "self";
    /// <summary>Cán bộ pháp chế: keeps the law's data, compares it with the gazette.</summary>
    public const string LegalOfficer = "legal-officer";
    /// <summary>Thanh tra, kiểm tra: reads, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>All roles with their Vietnamese names and the data classes each sees inside its scope.</summary>
    public static readonly IReadOnlyDictionary<string, (string Name, DataClass[] Classes)> All =
        new Dictionary<string, (string, DataClass[])>(StringComparer.Ordinal)
        {
            [ProvinceAdmin] = ("Quản trị hệ thống", []),
            [HomeAffairs] = ("Chuyên viên Sở Nội vụ", [DataClass.Basic, DataClass.Contact, DataClass.Family, DataClass.Party, DataClass.Discipline]),
            [UnitHr] = ("Cán bộ tổ chức đơn vị", [DataClass.Basic, DataClass.Contact, DataClass.Family, DataClass.Party]),
            [Signer] = ("Lãnh đạo ký", [DataClass.Basic, DataClass.Party, DataClass.Discipline]),
            [Self] = ("Cán bộ, công chức, viên chức", []),
            [LegalOfficer] = ("Cán bộ pháp chế", [DataClass.Basic]),
            [Auditor] = ("Thanh tra, kiểm tra", [DataClass.Basic, DataClass.Contact, DataClass.Party, DataClass.Discipline]),
        };
}
