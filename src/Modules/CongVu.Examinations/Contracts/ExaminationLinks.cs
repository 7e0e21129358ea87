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

    /// <summary>Practice papers, for every official.</summary>
    public const string Practice = "/on-tap";

    /// <summary>A practice paper of one's own.</summary>
    public static string PracticePaper(Guid id) => $"{Practice}/{id}";

    /// <summary>Competitions for leading posts, for every official.</summary>
    public const string Competitions = "/thi-tuyen";

    /// <summary>A competition as an official meets it.</summary>
    public static string Competition(Guid id) => $"{Competitions}/{id}";

    /// <summary>A competition as its council meets it: regulation and projects.</summary>
    public static string CompetitionRules(Guid id) => $"/thi/ky-thi/{id}/thi-tuyen";

    /// <summary>Rooms in which one works.</summary>
    public const string Rooms = "/thi/phong";

    /// <summary>Where machines hand in answers; thousands a second, each a few hundred bytes.</summary>
    public const string Answers = "/phong-thi/api/gui";

    /// <summary>A room while it runs.</summary>
    public static string Room(Guid id) => $"{Rooms}/{id}";
    /// <summary>One seat of a room.</summary>
    public static string Seat(Guid room, Guid seat) => $"{Rooms}/{room}/cho/{seat}";
    /// <summary>Files carried by hand to a room.</summary>
    public static string Carried(Guid room) => $"{Rooms}/{room}/tep";
    /// <summary>Wrong answers that neighbours of a closed room have in common.</summary>
    public static string Alikeness(Guid room) => $"{Rooms}/{room}/trung-nhau";
    /// <summary>A file that was read, before it is taken in.</summary>
    public static string Pending(Guid id) => $"{Import}/{id}";
    /// <summary>One question.</summary>
    public static string Question(Guid id) => $"{Questions}/{id}";
    /// <summary>A picture or recording of a question.</summary>
    public static string Medium(Guid id, string name) => $"{Questions}/{id}?handler=Medium&ten={Uri.EscapeDataString(name)}";
    /// <summary>Blueprints of papers.</summary>
    public const string Blueprints = "/thi/ma-tran";
    /// <summary>Examinations.</summary>
    public const string Exams = "/thi/ky-thi";

    /// <summary>One blueprint.</summary>
    public static string Blueprint(Guid id) => $"{Blueprints}/{id}";
    /// <summary>One examination.</summary>
    public static string Exam(Guid id) => $"{Exams}/{id}";
    /// <summary>The candidates of an examination.</summary>
    public static string Candidates(Guid id) => $"{Exams}/{id}/thi-sinh";
    /// <summary>Results of an examination.</summary>
    public static string Results(Guid id) => $"{Exams}/{id}/ket-qua";
    /// <summary>The sealed file of an examination: package, copies, holds, destruction.</summary>
    public static string Archive(Guid id) => $"{Exams}/{id}/luu-tru";
    /// <summary>A sitting: rooms, seats, sealing, release.</summary>
    public static string Sitting(Guid id) => $"/thi/ca-thi/{id}";
    /// <summary>A part marked face to face.</summary>
    public static string Direct(Guid id) => $"/thi/cham-truc-tiep/{id}";
    /// <summary>A paper that becomes a PDF.</summary>
    public static string Print(Guid id) => $"/thi/ban-in/{id}";
    /// <summary>Marking and results of a sitting.</summary>
    public static string Marking(Guid id) => $"/thi/ca-thi/{id}/cham";
}
