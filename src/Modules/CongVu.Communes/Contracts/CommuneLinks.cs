namespace CongVu.Communes.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class CommuneLinks
{
    /// <summary>All communes of a month: numbers and funds.</summary>
    public const string Communes = "/cap-xa";
    /// <summary>The same as a file.</summary>
    public const string Export = "/cap-xa/xuat";
    /// <summary>Resolutions on titles and allowances.</summary>
    public const string Resolutions = "/cap-xa/nghi-quyet";
    /// <summary>Entering one.</summary>
    public const string NewResolution = "/cap-xa/nghi-quyet/moi";

    /// <summary>One commune.</summary>
    public static string Commune(Guid unitId) => $"{Communes}/{unitId}";
    /// <summary>Entering a fact about it.</summary>
    public static string Profile(Guid unitId) => $"{Communes}/{unitId}/thong-tin";
    /// <summary>Correcting one.</summary>
    public static string CorrectProfile(Guid unitId, Guid fact) => $"{Communes}/{unitId}/thong-tin?sua={fact}";
    /// <summary>Its fund list of a month.</summary>
    public static string Fund(Guid unitId) => $"{Communes}/{unitId}/khoan";
    /// <summary>The same as a file.</summary>
    public static string FundExport(Guid unitId) => $"{Communes}/{unitId}/khoan/xuat";
    /// <summary>Entering a village.</summary>
    public static string NewVillage(Guid unitId) => $"{Communes}/{unitId}/thon-moi";
    /// <summary>One village.</summary>
    public static string Village(Guid villageId) => $"{Communes}/thon/{villageId}";
    /// <summary>Entering somebody who holds titles.</summary>
    public static string NewHolder(Guid unitId) => $"{Communes}/{unitId}/nguoi-moi";
    /// <summary>Somebody who holds titles.</summary>
    public static string Holder(Guid holderId) => $"{Communes}/nguoi/{holderId}";
    /// <summary>One resolution.</summary>
    public static string Resolution(Guid id) => $"{Resolutions}/{id}";
}
