using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;

namespace CongVu.Personnel.Declarations;

/// <summary>How a declared value is typed.</summary>
internal enum DeclaredKind { Text, Phone, Email, Code, Year }

/// <summary>One value to type.</summary>
/// <param name="CodeList">For codes: the list they come from.</param>
/// <param name="MayBeEmpty">Emptying it takes the value out of the record.</param>
internal sealed record DeclarableField(string Name, string Label, DeclaredKind Kind = DeclaredKind.Text, string? CodeList = null, bool MayBeEmpty = true);

/// <summary>
/// What is accepted or rejected as one: a field of contact or identity, or a whole qualification. Items of one group share their
/// day and become one effect.
/// </summary>
/// <param name="NeedsEvidence">A paper must go with it.</param>
internal sealed record DeclarableItem(string Code, string Label, string Group, bool NeedsEvidence, params DeclarableField[] Fields);

/// <summary>Items that stand together on the form.</summary>
/// <param name="DayLabel">What the day of the change means here.</param>
internal sealed record DeclarableGroup(string Code, string Title, string DayLabel, FactKind Kind, params DeclarableItem[] Items);

/// <summary>
/// What a person may declare. Name, birth, sex and personal id are proven by civil status papers and corrected by a decision: they
/// are disputed, not declared.
/// </summary>
internal static class Declarables
{
    public const string Contact = "contact", Identity = "identity", Qualification = "qualification.";

    public static readonly IReadOnlyList<DeclarableGroup> Groups =
    [
        new(Contact, "Nơi ở và liên hệ", "Thay đổi từ ngày", FactKind.Contact,
            Field(Contact, "residence", "Nơi thường trú"), Field(Contact, "address", "Nơi ở hiện nay"),
            Field(Contact, "phone", "Điện thoại", DeclaredKind.Phone), Field(Contact, "email", "Thư điện tử", DeclaredKind.Email)),
        new(Identity, "Thông tin cá nhân", "Ghi vào hồ sơ từ ngày", FactKind.Identity,
            Field(Identity, "other-name", "Các tên gọi khác", proof: true), Field(Identity, "birth-place", "Nơi sinh", proof: true), Field(Identity, "home-town", "Quê quán", proof: true),
            Coded("ethnicity", "Dân tộc", StaffCodes.Ethnicities, proof: true), Coded("religion", "Tôn giáo", StaffCodes.Religions, proof: false),
            Field(Identity, "old-id", "Số chứng minh nhân dân cũ", proof: true)),
        .. new[] { "general", "professional", "political", "state-management", "language", "informatics" }.Select(Studies),
    ];

    public static readonly IReadOnlyList<DeclarableItem> All = [.. Groups.SelectMany(g => g.Items)];

    private static readonly Dictionary<string, DeclarableItem> ByCode = All.ToDictionary(i => i.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, DeclarableGroup> GroupByCode = Groups.ToDictionary(g => g.Code, StringComparer.Ordinal);

    public static DeclarableItem Find(string code) => ByCode[code];

    public static DeclarableGroup GroupOf(string code) => GroupByCode[ByCode[code].Group];

    /// <summary>Kind of qualification of a group; null for the others.</summary>
    public static string? StudiesKind(string group) => group.StartsWith(Qualification, StringComparison.Ordinal) ? group[Qualification.Length..] : null;

    private static DeclarableItem Field(string group, string name, string label, DeclaredKind kind = DeclaredKind.Text, bool proof = false) =>
        new($"{group}.{name}", label, group, proof, new DeclarableField(name, label, kind));

    private static DeclarableItem Coded(string name, string label, string list, bool proof) =>
        new($"{Identity}.{name}", label, Identity, proof, new DeclarableField(name, label, DeclaredKind.Code, list, MayBeEmpty: false));

    private static DeclarableGroup Studies(string kind)
    {
        var code = Qualification + kind;
        var (title, list) = (EffectWords.QualificationKind(kind), StaffCodes.ListOf(kind));
        return new DeclarableGroup(code, title, "Có văn bằng, chứng chỉ từ ngày", FactKind.Qualification, new DeclarableItem(code, title, code, NeedsEvidence: true,
            new DeclarableField("level", "Trình độ", list is null ? DeclaredKind.Text : DeclaredKind.Code, list, MayBeEmpty: false), new DeclarableField("major", "Chuyên ngành"),
            new DeclarableField("school", "Cơ sở đào tạo"), new DeclarableField("year", "Năm tốt nghiệp", DeclaredKind.Year), new DeclarableField("mode", "Hình thức đào tạo")));
    }
}
