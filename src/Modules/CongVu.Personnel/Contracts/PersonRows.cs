namespace CongVu.Personnel.Contracts;

/// <summary>A page of a list.</summary>
/// <param name="Next">Mark from which the following page goes on; null on the last.</param>
/// <param name="Previous">Mark before which the page before ends; null on the first.</param>
public sealed record PersonPage(IReadOnlyList<PersonRow> Rows, string? Next, string? Previous);

/// <summary>Who holds a post of a unit.</summary>
/// <param name="Acting">giao quyền / phụ trách.</param>
/// <param name="Since">Since when, without a break.</param>
/// <param name="Until">First day after the present term; null when it has none.</param>
public sealed record PostHolder(Guid PersonId, string FullName, Guid UnitId, string PostCode, bool Acting, DateOnly Since, DateOnly? Until);

/// <summary>What a regular step raise is computed from.</summary>
public sealed record RankRow(
    Guid PersonId, string FullName, string SortKey, string PersonalId, DateOnly BirthDate, string Sex, Guid UnitId, string Category,
    string RankCode, string TableCode, int Step, int Coefficient, int OverScalePercent, DateOnly StepSince, string? PostCode);

/// <summary>How many employed people of a staff category have a professional level; null where none is recorded.</summary>
public sealed record CategoryLevelCount(string? Category, string? ProfessionalLevel, int Count);

/// <summary>How many people hold a rank in a unit.</summary>
public sealed record UnitRankCount(Guid UnitId, string? RankCode, int Count);
