namespace CongVu.Decisions.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class DecisionLinks
{
    /// <summary>The list.</summary>
    public const string List = "/quyet-dinh";
    /// <summary>Choosing an action to draft.</summary>
    public const string New = "/quyet-dinh/soan-moi";
    /// <summary>Decisions signed by the wrong authority.</summary>
    public const string WrongAuthority = "/quyet-dinh/sai-tham-quyen";

    /// <summary>One decision, in any state.</summary>
    public static string Decision(Guid id) => $"{List}/{id}";
    /// <summary>The form of a draft.</summary>
    public static string Edit(Guid id) => $"{List}/{id}/soan";
    /// <summary>Starting a draft of an action, for a person or unit already chosen.</summary>
    public static string Start(string actionCode, Guid? subjectId = null) => subjectId is { } id ? $"{New}/{actionCode}?doi-tuong={id}" : $"{New}/{actionCode}";
    /// <summary>What rests on a decision, before annulling it.</summary>
    public static string Domino(Guid id) => $"{List}/{id}/thu-hoi";
    /// <summary>Correcting a decision.</summary>
    public static string Correct(Guid id) => $"{List}/{id}/dinh-chinh";
    /// <summary>The paper as DOCX or PDF.</summary>
    public static string Paper(Guid id, string format) => $"{List}/{id}/ban-in.{format}";
    /// <summary>What waits for the actor, by kind: cho-ky, cho-tham-dinh, bi-tra-lai, cua-toi, sap-hieu-luc.</summary>
    public static string Waiting(string kind) => $"{List}?viec={kind}";
    /// <summary>The list in one state.</summary>
    public static string InState(DecisionState state) => $"{List}?trang-thai={state}";
}
