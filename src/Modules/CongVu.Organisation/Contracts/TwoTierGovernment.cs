namespace CongVu.Organisation.Contracts;

/// <summary>
/// Local government of two tiers, province and commune, from 1 July 2025: the district level ended by law on that
/// day, whether or not a decision about the single unit was entered.
/// </summary>
public static class TwoTierGovernment
{
    /// <summary>First day without a district level.</summary>
    public static readonly DateOnly From = new(2025, 7, 1);

    /// <summary>The instrument, as screens cite it.</summary>
    public const string Source = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15";
}
