namespace CongVu.Pay.Contracts;

/// <summary>Codes of the actions this module adds to the catalogue.</summary>
public static class PayActions
{
    /// <summary>Nâng bậc lương trước thời hạn.</summary>
    public const string EarlyRaise = "early-raise";
    /// <summary>Phụ cấp thâm niên vượt khung.</summary>
    public const string OverScale = "over-scale";
}
