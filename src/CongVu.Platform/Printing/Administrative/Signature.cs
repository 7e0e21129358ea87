namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Who signs and by what right (boxes 7a and 7b): the lines of authority in capitals, then the name in full.
/// </summary>
/// <param name="AuthorityLines">For example "KT. GIÁM ĐỐC" and "PHÓ GIÁM ĐỐC"; at least one.</param>
/// <param name="Name">Họ và tên without academic titles; empty when not yet decided.</param>
public sealed record Signature(IReadOnlyList<string> AuthorityLines, string Name)
{
    /// <summary>The head signs in the post held.</summary>
    public static Signature Head(string post, string name) => new([post], name);

    /// <summary>Someone given the powers of a vacant post: "Q. GIÁM ĐỐC".</summary>
    public static Signature Acting(string post, string name) => new([$"Q. {post}"], name);

    /// <summary>The head signs for a collective: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".</summary>
    public static Signature ForCollective(string collective, string post, string name) => new([$"TM. {collective}", post], name);

    /// <summary>A deputy signs in place of the head: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", with "TM. …" first for a collective.</summary>
    public static Signature Deputy(string headPost, string deputyPost, string name, string? collective = null) =>
        new(collective is null ? [$"KT. {headPost}", deputyPost] : [$"TM. {collective}", $"KT. {headPost}", deputyPost], name);

    /// <summary>Signing by order: "TL. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ".</summary>
    public static Signature ByOrder(string headPost, string ownPost, string name) => new([$"TL. {headPost}", ownPost], name);

    /// <summary>Signing by written mandate: "TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG".</summary>
    public static Signature ByMandate(string headPost, string ownPost, string name) => new([$"TUQ. {headPost}", ownPost], name);
}
