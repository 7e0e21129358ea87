using CongVu.Organisation.Contracts;

namespace CongVu.Personnel.Contracts;

/// <summary>Whether somebody is employed on the day.</summary>
public enum PersonStanding
{
    /// <summary>Đang công tác.</summary>
    Employed,
    /// <summary>Đã thôi công tác.</summary>
    Departed,
    /// <summary>Cả hai.</summary>
    All,
}

/// <summary>What narrows a list of people. Everything left out does not.</summary>
public sealed record PersonFilter
{
    /// <summary>Units, subtrees resolved by the caller for the day asked for; null: any.</summary>
    public IReadOnlyCollection<Guid>? Units { get; init; }
    /// <summary>Staff category.</summary>
    public string? Category { get; init; }
    /// <summary>Rank code.</summary>
    public string? RankCode { get; init; }
    /// <summary>Level of the highest post; <see cref="LeadershipLevel.None"/>: those without one.</summary>
    public LeadershipLevel? PostLevel { get; init; }
    /// <summary>At least this many full years old on the day.</summary>
    public int? AgeFrom { get; init; }
    /// <summary>At most this many full years old on the day.</summary>
    public int? AgeTo { get; init; }
    /// <summary>male or female.</summary>
    public string? Sex { get; init; }
    /// <summary>Ethnicity code.</summary>
    public string? Ethnicity { get; init; }
    /// <summary>True: any ethnicity but Kinh.</summary>
    public bool Minority { get; init; }
    /// <summary>Party member or not. Finds only people whose party data the actor may see.</summary>
    public bool? Party { get; init; }
    /// <summary>Professional level at least as high as this code.</summary>
    public string? ProfessionalAtLeast { get; init; }
    /// <summary>Employed, departed, or both.</summary>
    public PersonStanding Standing { get; init; }
    /// <summary>Name (accents and middle words may be left out) or part of the personal id.</summary>
    public string? Text { get; init; }
}

/// <summary>Orders of a list of people; the name always decides between equals.</summary>
public enum PersonOrder
{
    /// <summary>Vietnamese order: given name, family name, middle names.</summary>
    Name,
    /// <summary>By birth date.</summary>
    Birth,
    /// <summary>By first day in the service.</summary>
    Joined,
    /// <summary>By coefficient.</summary>
    Coefficient,
    /// <summary>By the day the present step counts from.</summary>
    StepSince,
}
