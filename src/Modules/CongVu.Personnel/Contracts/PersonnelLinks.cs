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
    /// <summary>The own declarations.</summary>
    public const string Declarations = "/ke-khai/cua-toi";
    /// <summary>Declarations that wait for an officer.</summary>
    public const string DeclarationsToReview = "/ke-khai/can-xem-xet";
    /// <summary>One declaration.</summary>
    public static string Declaration(Guid id) => $"/ke-khai/{id}";
    /// <summary>The form of the own declaration.</summary>
    public static string EditDeclaration(Guid id) => $"/ke-khai/{id}/soan";
    /// <summary>The own disputes.</summary>
    public const string Disputes = "/dinh-chinh/cua-toi";
    /// <summary>Disputes that wait for an answer.</summary>
    public const string DisputesToAnswer = "/dinh-chinh/can-tra-loi";
    /// <summary>One dispute.</summary>
    public static string Dispute(Guid id) => $"/dinh-chinh/{id}";
    /// <summary>Raising a dispute about a fact of the own record (null: to be chosen).</summary>
    public static string NewDispute(Guid? effectId = null) => effectId is { } id ? $"/dinh-chinh/moi?tac-dong={id}" : "/dinh-chinh/moi";
    /// <summary>Who read the own record.</summary>
    public const string Readers = "/ho-so/cua-toi/ai-da-xem";
}
