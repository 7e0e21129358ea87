namespace CongVu.Examinations.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class ExaminationLinks
{
    /// <summary>The bank in numbers.</summary>
    public const string Bank = "/thi/ngan-hang";
    /// <summary>One's own questions and those that wait for one.</summary>
    public const string Questions = "/thi/cau-hoi";
    /// <summary>Bringing in a file.</summary>
    public const string Import = "/thi/ngan-hang/nhap";

    /// <summary>Rooms in which one works.</summary>
    public const string Rooms = "/thi/phong";

    /// <summary>A room while it runs.</summary>
    public static string Room(Guid id) => $"{Rooms}/{id}";
    /// <summary>One seat of a room.</summary>
    public static string Seat(Guid room, Guid seat) => $"{Rooms}/{room}/cho/{seat}";
    /// <summary>Files carried by hand to a room.</summary>
    public static string Carried(Guid room) => $"{Rooms}/{room}/tep";
    /// <summary>A file that was read, before it is taken in.</summary>
    public static string Pending(Guid id) => $"{Import}/{id}";
    /// <summary>One question.</summary>
    public static string Question(Guid id) => $"{Questions}/{id}";
    /// <summary>A picture or recording of a question.</summary>
    public static string Medium(Guid id, string name) => $"{Questions}/{id}?handler=Medium&ten={Uri.EscapeDataString(name)}";
}
