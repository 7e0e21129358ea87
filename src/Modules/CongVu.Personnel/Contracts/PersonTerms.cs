using CongVu.Law;
using CongVu.Law.Pay;

namespace CongVu.Personnel.Contracts;

/// <summary>Rows of the register in the terms of the law.</summary>
public static class PersonTerms
{
    /// <summary>Category of staff.</summary>
    /// <exception cref="CaseInputException">The record has a code the law does not know.</exception>
    public static StaffCategory Category(string? code) =>
        (code is null ? null : StaffCategories.Find(code)) ?? throw new CaseInputException($"Loại nhân sự “{code}” không có trong danh mục.");

    /// <summary>Birth date as far as it is known.</summary>
    public static PartialDate Birth(PersonRow person) => person.BirthPrecision switch
    {
        "year" => new PartialDate(person.BirthDate.Year),
        "month" => new PartialDate(person.BirthDate.Year, person.BirthDate.Month),
        _ => person.BirthDate,
    };

    /// <summary>Sex in the law's terms.</summary>
    public static Sex SexOf(PersonRow person) => Sexes.Find(person.Sex) ?? Sex.Male;

    /// <summary>The step held, without what puts a raise off.</summary>
    public static StepHolding Step(PersonRow person, string? decision = null) =>
        new(Category(person.Category), person.TableCode!, person.Step!.Value, person.StepSince!.Value) { Decision = decision };

    /// <summary>Percent of the over-scale allowance held.</summary>
    public static Percent OverScale(PersonRow person) => Percent.Of(person.OverScalePercent ?? 0);

    /// <summary>"ông Nguyễn Văn An", "bà …".</summary>
    public static string Named(PersonRow person) => $"{(person.Sex == "female" ? "bà" : "ông")} {person.FullName}";
}
