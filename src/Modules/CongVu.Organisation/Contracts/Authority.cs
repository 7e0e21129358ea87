namespace CongVu.Organisation.Contracts;

/// <summary>Height of a leadership post, for authority rules.</summary>
public enum LeadershipLevel
{
    /// <summary>No leadership post.</summary>
    None,
    /// <summary>Phó trưởng phòng và tương đương.</summary>
    DeputyDivisionHead,
    /// <summary>Trưởng phòng và tương đương.</summary>
    DivisionHead,
    /// <summary>Phó giám đốc sở và tương đương, phó chủ tịch UBND cấp xã.</summary>
    DeputyDepartmentHead,
    /// <summary>Giám đốc sở và tương đương, chủ tịch UBND cấp xã.</summary>
    DepartmentHead,
    /// <summary>Chủ tịch, phó chủ tịch UBND tỉnh: decided outside the province.</summary>
    ProvinceLeader,
}

/// <summary>"Who decides this?": an action about somebody of a category, post level and rank in a unit.</summary>
/// <param name="ActionCode">Code of the personnel action, e.g. <c>step-raise</c>.</param>
/// <param name="Category">Code of the staff category (cadre, civil-servant, public-employee, …), or null for acts about units.</param>
/// <param name="RankCode">Rank, e.g. 01.003, or null.</param>
/// <param name="UnitId">Unit of the person, or the unit acted upon.</param>
public sealed record AuthorityQuestion(string ActionCode, string? Category, LeadershipLevel Level, string? RankCode, Guid UnitId)
{
    /// <summary>What the unit to be established will be, when that is the act; <see cref="UnitId"/> is then the unit above it.</summary>
    public (UnitKind Kind, UnitLevel Level)? NewUnit { get; init; }
}

/// <summary>The answer, with the rule it comes from.</summary>
/// <param name="RuleId">The wording of the rule (<see cref="AuthorityRule.Id"/>).</param>
/// <param name="SignerUnitId">Unit whose leader signs.</param>
/// <param name="PostCodes">Posts of that unit that may sign, head first; deputies sign "KT." for the head.</param>
/// <param name="Consult">Whom to consult first, in words, or null.</param>
/// <param name="Report">Whom to report to, in words, or null.</param>
/// <param name="Source">Instrument and article, e.g. "Điều 5 Quyết định 12/2026/QĐ-UBND".</param>
public sealed record AuthorityAnswer(Guid RuleId, Guid SignerUnitId, IReadOnlyList<string> PostCodes, string? Consult, string? Report, string Source)
{
    /// <summary>Delegations in force that let somebody else sign for one of these posts; checked together with <see cref="PostCodes"/>.</summary>
    public IReadOnlyList<DelegationView> Delegations { get; init; } = [];
}
