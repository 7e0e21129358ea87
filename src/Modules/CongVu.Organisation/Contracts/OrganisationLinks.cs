namespace CongVu.Organisation.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class OrganisationLinks
{
    /// <summary>Tree of units.</summary>
    public const string Tree = "/to-chuc";
    /// <summary>Organisation chart.</summary>
    public const string Chart = "/to-chuc/so-do";
    /// <summary>Matrix of authority rules.</summary>
    public const string Authority = "/to-chuc/phan-cap";
    /// <summary>"Ai ký việc này?".</summary>
    public const string WhoSigns = "/to-chuc/phan-cap/ai-ky";
    /// <summary>Entering a rule.</summary>
    public const string NewRule = "/to-chuc/phan-cap/them";
    /// <summary>Delegations to sign.</summary>
    public const string Delegations = "/to-chuc/uy-quyen";
    /// <summary>Search behind pickers of accounts, for delegations.</summary>
    public const string FindAccounts = "/to-chuc/uy-quyen/tai-khoan";
    /// <summary>Entering a delegation.</summary>
    public const string NewDelegation = "/to-chuc/uy-quyen/them";

    /// <summary>Search behind unit pickers: <c>?q=</c>, and <c>ngay=yyyy-MM-dd</c> for another day than the one on screen; answers an array of choices.</summary>
    public const string FindUnits = "/to-chuc/tim-don-vi";

    /// <summary>One unit.</summary>
    public static string Unit(Guid id) => $"/to-chuc/don-vi/{id}";
    /// <summary>The chart below one unit.</summary>
    public static string ChartOf(Guid unitId) => $"{Chart}?tu={unitId}";
    /// <summary>One wording of an authority rule.</summary>
    public static string Rule(Guid id) => $"/to-chuc/phan-cap/quy-dinh/{id}";
    /// <summary>Superseding it.</summary>
    public static string SupersedeRule(Guid id) => $"/to-chuc/phan-cap/quy-dinh/{id}/thay";
    /// <summary>Closing it.</summary>
    public static string CloseRule(Guid id) => $"/to-chuc/phan-cap/quy-dinh/{id}/ket-thuc";
    /// <summary>Ending a delegation.</summary>
    public static string RevokeDelegation(Guid id) => $"/to-chuc/uy-quyen/{id}/cham-dut";
}
