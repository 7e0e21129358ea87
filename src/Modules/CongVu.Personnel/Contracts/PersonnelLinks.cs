namespace CongVu.Personnel.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class PersonnelLinks
{
    /// <summary>The list of people.</summary>
    public const string People = "/ho-so";
    /// <summary>Headcount by unit and rank.</summary>
    public const string UnitByRank = "/bao-cao/don-vi-ngach";
    /// <summary>The own record.</summary>
    public const string Own = "/ho-so/cua-toi";
    /// <summary>A person's record.</summary>
    public static string Record(Guid personId) => $"/ho-so/{personId}";
    /// <summary>The people of a unit and the units below it.</summary>
    public static string PeopleOf(Guid unitId) => $"/ho-so?don-vi={unitId}";
}
