namespace CongVu.Personnel.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class PersonnelLinks
{
    /// <summary>The list of people.</summary>
    public const string People = "/ho-so";
    /// <summary>The list as a file; takes the list's query and <c>dang</c> = xlsx or csv.</summary>
    public const string Export = "/ho-so/xuat";
    /// <summary>Search behind pickers of people: <c>?q=</c>, answers an array of choices.</summary>
    public const string FindPeople = "/ho-so/tim";
    /// <summary>Headcount by unit and rank.</summary>
    public const string UnitByRank = "/bao-cao/don-vi-ngach";
    /// <summary>The same below one unit.</summary>
    public static string UnitByRankOf(Guid unitId) => $"{UnitByRank}?don-vi={unitId}";
    /// <summary>The same as a file.</summary>
    public static string UnitByRankExport(Guid? unitId, string format) => $"{UnitByRank}?handler=Export&dang={format}" + (unitId is { } unit ? $"&don-vi={unit}" : "");
    /// <summary>The own record.</summary>
    public const string Own = "/ho-so/cua-toi";
    /// <summary>A person's record.</summary>
    public static string Record(Guid personId) => $"/ho-so/{personId}";
    /// <summary>The people of a unit and the units below it.</summary>
    public static string PeopleOf(Guid unitId) => $"/ho-so?don-vi={unitId}";
}
