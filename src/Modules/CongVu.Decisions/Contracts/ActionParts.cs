using CongVu.Decisions.Actions;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Decisions.Contracts;

/// <summary>Conditions that actions of all modules share, each with its words.</summary>
public static class CommonConditions
{
    /// <summary>In service on the effective day.</summary>
    public static bool Employed(ActionCase one, Findings findings) => PersonConditions.Employed(one, findings);

    /// <summary>Discipline and classification, as far as the record can tell.</summary>
    public static void GoodStanding(Findings findings, string article)
    {
        PersonConditions.Classified(findings, article);
        PersonConditions.NotDisciplined(findings, article);
    }

    /// <summary>The question of who signs about a person as they are on the day.</summary>
    public static AuthorityQuestion? Authority(string actionCode, PersonRow? person) => PersonConditions.Authority(actionCode, person);
}

/// <summary>Phrases that the papers of all actions share.</summary>
public static class PaperPhrases
{
    /// <summary>An article without a title.</summary>
    public static BodyBlock.Article Article(int number, RichText text, params IReadOnlyList<BodyBlock> blocks) => PrintWords.Article(number, text, blocks);

    /// <summary>"ông Nguyễn Văn An, sinh ngày …, chức vụ, đơn vị" with the name in bold, and more text behind.</summary>
    public static RichText Introduced(string before, ActionCase one, string after) => RichText.Of([before, .. PrintWords.Named(one.ThePerson), PrintWords.Particulars(one) + after]);

    /// <summary>"ông Nguyễn Văn An".</summary>
    public static string Plain(PersonRow person) => PrintWords.Plain(person);

    /// <summary>What the person does where.</summary>
    public static string Role(ActionCase one) => PrintWords.Role(one);

    /// <summary>Heads of the agencies that carry a decision out.</summary>
    public static IReadOnlyList<string> HeadsOf(IEnumerable<ActionCase> cases) => PrintWords.HeadsOf(cases);

    /// <summary>The post of whoever leads an agency: "Giám đốc".</summary>
    public static string HeadTitle(UnitView agency) => LeadershipPosts.HeadOf(agency) is { } post ? Domain.PostTitles.Short(post, agency) : "Thủ trưởng cơ quan";

    /// <summary>"công chức", "viên chức" or the word for all.</summary>
    public static string StaffWord(IEnumerable<PersonRow> people) => Staff.Word(people);
}

/// <summary>"Căn cứ" lines from the register of instruments.</summary>
public sealed class DecisionBases
{
    private readonly LegalBases _bases;

    internal DecisionBases(LegalBases bases) => _bases = bases;

    /// <summary>Lines for those of the numbered instruments that are in the register and in force on the day.</summary>
    public IReadOnlyList<string> On(DateOnly day, params IReadOnlyList<string> numbers) => _bases.On(day, numbers);
}
