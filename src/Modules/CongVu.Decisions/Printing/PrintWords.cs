using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>Phrases that all decisions share.</summary>
internal static class PrintWords
{
    /// <summary>An article without a title.</summary>
    public static BodyBlock.Article Article(int number, RichText text, params IReadOnlyList<BodyBlock> blocks) => new(number, text) { Blocks = blocks };

    /// <summary>"ông Nguyễn Văn An" with the name in bold.</summary>
    public static Span[] Named(PersonRow person) => [$"{Actions.Staff.Mr(person.Sex)} ", Span.Strong(person.FullName)];

    /// <summary>"ông Nguyễn Văn An" as plain text.</summary>
    public static string Plain(PersonRow person) => $"{Actions.Staff.Mr(person.Sex)} {person.FullName}";

    /// <summary>", sinh ngày 06/11/1985, chức vụ: …, đơn vị: …".</summary>
    public static string Particulars(ActionCase one)
    {
        var person = one.ThePerson;
        var born = person.BirthPrecision switch { "year" => $"sinh năm {person.BirthDate.Year}", "month" => $"sinh tháng {person.BirthDate:MM/yyyy}", _ => $"sinh ngày {VnFormat.Date(person.BirthDate)}" };
        return $", {born}, {Role(one)}";
    }

    /// <summary>What the person does where: "Trưởng phòng Công chức, Sở Nội vụ".</summary>
    public static string Role(ActionCase one)
    {
        var person = one.ThePerson;
        var unit = person.UnitId is { } id ? one.Units.FullName(id) : "";
        return string.Join(", ", new[] { Title(one), unit }.Where(t => t.Length > 0));
    }

    /// <summary>Leadership post where there is one, else the job in words.</summary>
    public static string Title(ActionCase one)
    {
        var person = one.ThePerson;
        return person.PostCode is { } post && person.PostUnitId is { } unit && one.Units.Find(unit) is { } view ? Domain.PostTitles.Short(post, view)
            : person.JobTitle is { Length: > 0 } job ? job : Actions.Staff.Word(person.Category);
    }

    /// <summary>The unit that carries a decision out, for the last article.</summary>
    public static IReadOnlyList<string> HeadsOf(IEnumerable<ActionCase> cases) =>
        [.. cases.Where(c => c.Person?.UnitId is not null).Select(c => c.Units.Agency(c.Person!.UnitId!.Value)).OfType<Organisation.Contracts.UnitView>().DistinctBy(u => u.Id).Take(6)
            .Select(u => Organisation.Contracts.LeadershipPosts.HeadOf(u) is { } head ? Domain.PostTitles.Full(head, u) : $"Thủ trưởng {u.Name}")];
}
