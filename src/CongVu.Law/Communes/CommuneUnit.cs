namespace CongVu.Law.Communes;

/// <summary>Kinds of commune-level unit until 30/06/2025.</summary>
public enum CommuneKind
{
    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn.</summary>
    Township,
}

/// <summary>Kinds of community below the commune.</summary>
public enum VillageKind
{
    /// <summary>Thôn.</summary>
    Village,

    /// <summary>Tổ dân phố.</summary>
    ResidentialGroup,
}

/// <summary>Codes and names of <see cref="CommuneKind"/> and <see cref="VillageKind"/>.</summary>
public static class CommuneWords
{
    /// <summary>The code in data files and vectors: <c>commune</c>, <c>ward</c>, <c>township</c>.</summary>
    public static string Code(this CommuneKind kind) => kind switch
    {
        CommuneKind.Commune => "commune",
        CommuneKind.Ward => "ward",
        CommuneKind.Township => "township",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The Vietnamese name in running text.</summary>
    public static string Vietnamese(this CommuneKind kind) => kind switch
    {
        CommuneKind.Commune => "xã",
        CommuneKind.Ward => "phường",
        CommuneKind.Township => "thị trấn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The code in data files and vectors: <c>village</c>, <c>residential-group</c>.</summary>
    public static string Code(this VillageKind kind) => kind == VillageKind.Village ? "village" : "residential-group";

    /// <summary>The Vietnamese name in running text.</summary>
    public static string Vietnamese(this VillageKind kind) => kind == VillageKind.Village ? "thôn" : "tổ dân phố";
}

/// <summary>A commune-level unit as the staffing rules see it.</summary>
/// <param name="Class">1 to 3, by the classification decision.</param>
public sealed record CommuneUnit(CommuneKind Kind, int Class)
{
    /// <summary>Permanent and converted temporary population on 31 December; null leaves increments for population out.</summary>
    public long? Population { get; init; }

    /// <summary>Population norm of its kind.</summary>
    public long? PopulationNorm { get; init; }

    /// <summary>Natural area in hectares; null leaves increments for area out.</summary>
    public long? Area { get; init; }

    /// <summary>Area norm of its kind, hectares.</summary>
    public long? AreaNorm { get; init; }

    /// <summary>A ward that belonged to an urban district (quận), to which a finer population step applies.</summary>
    public bool OfUrbanDistrict { get; init; }
}

/// <summary>A village or residential group as the fund rules see it.</summary>
/// <param name="Households">How many.</param>
public sealed record Village(VillageKind Kind, int Households)
{
    /// <summary>In a commune that is key or complicated in security, by decision of the authority.</summary>
    public bool SecurityKey { get; init; }

    /// <summary>In a border or island commune.</summary>
    public bool BorderOrIsland { get; init; }
}

/// <summary>How many people a unit may have.</summary>
/// <param name="Explanation">The same with its reasons; its children are the two numbers.</param>
public sealed record CommuneStaffing(int CadresAndCivilServants, int PartTime, Explanation Explanation);

/// <summary>Money for a month.</summary>
/// <param name="Multiple">Times the base salary.</param>
/// <param name="Amount">Đồng a month.</param>
public sealed record Fund(Coefficient Multiple, long Amount, Explanation Explanation);

/// <summary>A title of commune-level staff.</summary>
/// <param name="IsCadre">Cán bộ; else công chức.</param>
public sealed record CommuneTitle(string Code, string Name, bool IsCadre);

/// <summary>A title of the people who work part-time in a village.</summary>
public sealed record VillageTitle(string Code, string Name);
