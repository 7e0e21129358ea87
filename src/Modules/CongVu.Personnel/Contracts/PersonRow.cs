namespace CongVu.Personnel.Contracts;

/// <summary>
/// What holds for one person on one day, in one row. Today's rows are kept as a projection; any other day is computed by the
/// database function <c>personnel.person_state(day, known_at)</c>, which has the same columns.
/// </summary>
public sealed class PersonRow
{
    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }
    /// <summary>Name in Vietnamese order.</summary>
    public string FullName { get; init; } = "";
    /// <summary>Folded name and personal id for search.</summary>
    public string SearchKey { get; init; } = "";
    /// <summary>Order of Vietnamese names (given name first).</summary>
    public string SortKey { get; init; } = "";
    /// <summary>Twelve digits.</summary>
    public string PersonalId { get; init; } = "";
    /// <summary>Birth date; when only month or year is known, the first day of it.</summary>
    public DateOnly BirthDate { get; init; }
    /// <summary>day, month or year.</summary>
    public string BirthPrecision { get; init; } = "day";
    /// <summary>male or female.</summary>
    public string Sex { get; init; } = "";
    /// <summary>Ethnicity code.</summary>
    public string Ethnicity { get; init; } = "";
    /// <summary>Religion code.</summary>
    public string Religion { get; init; } = "";
    /// <summary>Unit that keeps the file: the one employed in, or else the last one left. Null before the first employment.</summary>
    public Guid? FileUnitId { get; init; }
    /// <summary>Unit of the main employment; null when not employed on the day.</summary>
    public Guid? UnitId { get; init; }
    /// <summary>Staff category code; null when not employed.</summary>
    public string? Category { get; init; }
    /// <summary>Job position in words.</summary>
    public string? JobTitle { get; init; }
    /// <summary>First day in the public service.</summary>
    public DateOnly? JoinedOn { get; init; }
    /// <summary>Rank code.</summary>
    public string? RankCode { get; init; }
    /// <summary>Salary table.</summary>
    public string? TableCode { get; init; }
    /// <summary>Step.</summary>
    public int? Step { get; init; }
    /// <summary>Coefficient in hundredths.</summary>
    public int? Coefficient { get; init; }
    /// <summary>Over-scale percent.</summary>
    public int? OverScalePercent { get; init; }
    /// <summary>Day from which the time to the next step counts.</summary>
    public DateOnly? StepSince { get; init; }
    /// <summary>Code of the highest leadership post held.</summary>
    public string? PostCode { get; init; }
    /// <summary>Unit of that post.</summary>
    public Guid? PostUnitId { get; init; }
    /// <summary>Since when it is held without a break, over all terms.</summary>
    public DateOnly? PostSince { get; init; }
    /// <summary>First day after the present term; null when the post has none. The post is held on until ended or renewed.</summary>
    public DateOnly? PostUntil { get; init; }
    /// <summary>Level of the highest professional qualification.</summary>
    public string? ProfessionalLevel { get; init; }
    /// <summary>Level of political theory.</summary>
    public string? PoliticalLevel { get; init; }
    /// <summary>Party member on the day (data class Party: hide when the gate does not allow).</summary>
    public bool IsPartyMember { get; init; }
    /// <summary>Why the employment ended, when it has.</summary>
    public string? EndReason { get; init; }
    /// <summary>First day no longer employed, when it has ended.</summary>
    public DateOnly? EndedOn { get; init; }
}
