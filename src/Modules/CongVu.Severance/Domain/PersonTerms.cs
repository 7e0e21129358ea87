using CongVu.Law;
using CongVu.Personnel.Contracts;

namespace CongVu.Severance.Domain;

/// <summary>Rows of the register in the terms of the law.</summary>
internal static class PersonTerms
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

    /// <summary>"ông Nguyễn Văn An", "bà …".</summary>
    public static string Named(PersonRow person) => $"{(person.Sex == "female" ? "bà" : "ông")} {person.FullName}";
}
