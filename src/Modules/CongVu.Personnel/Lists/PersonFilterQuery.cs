using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Lists;

/// <summary>The filter as the address carries it. What is not understood is left out.</summary>
internal static class PersonFilterQuery
{
    public const string Text = "q", Unit = "don-vi", Category = "loai", Rank = "ngach", Post = "chuc-vu", AgeFrom = "tuoi-tu", AgeTo = "tuoi-den", Sex = "gioi-tinh",
        Ethnicity = "dan-toc", Party = "dang-vien", Level = "trinh-do", Standing = "trang-thai";

    public const string Minority = "thieu-so", Yes = "co", No = "khong", Departed = "da-thoi", Everybody = "tat-ca";

    public static PersonFilter Read(Func<string, string?> value, UnitTree units)
    {
        string? Given(string key) => value(key) is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;
        int? Age(string key) => int.TryParse(Given(key), out var age) && age is >= 0 and <= 150 ? age : null;
        var ethnicity = Given(Ethnicity);
        return new PersonFilter
        {
            Text = Given(Text) is { Length: <= 200 } text ? text : null,
            Units = UnitOf(Given(Unit), Given(Unit + ".text"), units) is { } unit ? units.Subtree(unit) : null,
            Category = Given(Category),
            RankCode = Given(Rank),
            PostLevel = Enum.TryParse<LeadershipLevel>(Given(Post), out var level) && Enum.IsDefined(level) ? level : null,
            AgeFrom = Age(AgeFrom),
            AgeTo = Age(AgeTo),
            Sex = Given(Sex),
            Ethnicity = ethnicity == Minority ? null : ethnicity,
            Minority = ethnicity == Minority,
            Party = Given(Party) switch { Yes => true, No => false, _ => null },
            ProfessionalAtLeast = Given(Level),
            Standing = Given(Standing) switch { Departed => PersonStanding.Departed, Everybody => PersonStanding.All, _ => PersonStanding.Employed },
        };
    }

    /// <summary>The unit asked for: by id, or (where no script ran) by its words; a unit that is not there that day finds nobody.</summary>
    public static Guid? UnitOf(string? id, string? words, UnitTree units)
    {
        if (id is not null) return Guid.TryParse(id, out var unit) ? unit : Guid.Empty;
        if (words is null) return null;
        var folded = VietnameseText.Fold(words);
        return units.All.FirstOrDefault(u => VietnameseText.Fold(u.Name) == folded || VietnameseText.Fold(u.ShortName) == folded)?.Id ?? Guid.Empty;
    }
}
