using CongVu.Platform.Acts;

namespace CongVu.Personnel.Contracts;

/// <summary>Name, birth and origin. From the person's birth or first entry on.</summary>
/// <param name="BirthDate">yyyy-MM-dd, yyyy-MM or yyyy: the precision that is known.</param>
/// <param name="Sex">male or female.</param>
/// <param name="Ethnicity">Code of the ethnicity code list.</param>
/// <param name="Religion">Code of the religion code list.</param>
/// <param name="PersonalId">Twelve digits.</param>
[EffectCode("personnel.identity")]
public sealed record SetIdentity(string FullName, string? OtherName, string BirthDate, string Sex, string? BirthPlace, string? HomeTown, string Ethnicity, string Religion, string PersonalId, string? OldId) : Effect;

/// <summary>How to reach the person.</summary>
[EffectCode("personnel.contact")]
public sealed record SetContact(string? Residence, string? Address, string? Phone, string? Email) : Effect;

/// <summary>The main employment: where, as what. Replaces the one before from the day on.</summary>
/// <param name="Category">cadre, civil-servant, public-employee, contract-worker, commune-part-time.</param>
/// <param name="Contract">Kind of contract for public employees and workers, else null.</param>
/// <param name="JoinedOn">First day in the public service.</param>
/// <param name="JobTitle">Job position in words.</param>
/// <param name="How">recruited, received, transferred, placed: how the person came to this unit.</param>
[EffectCode("personnel.employment")]
public sealed record SetEmployment(Guid UnitId, string Category, string? Contract, DateOnly JoinedOn, string JobTitle, string How) : Effect;

/// <summary>The employment ends: the day is the first one no longer employed. Ends posts, rank and allowances too.</summary>
/// <param name="Reason">retired, resigned, severed, dismissed, died, left-province.</param>
[EffectCode("personnel.employment-end")]
public sealed record EndEmployment(string Reason) : Effect;

/// <summary>Holds a leadership post (key: post and unit). Holding it again renews the term.</summary>
/// <param name="PostCode">Code of the post code list, e.g. <c>department-head</c>.</param>
/// <param name="TermMonths">Length of the term in months.</param>
/// <param name="ByCompetition">Selected by a leadership competition.</param>
/// <param name="Reappointed">True for a further term.</param>
/// <param name="Acting">giao quyền / phụ trách.</param>
[EffectCode("personnel.post")]
public sealed record HoldPost(string PostCode, Guid UnitId, int TermMonths, bool ByCompetition, bool Reappointed, bool Acting) : Effect;

/// <summary>No longer holds the post from the day on.</summary>
[EffectCode("personnel.post-end")]
public sealed record EndPost(string PostCode, Guid UnitId, string Reason) : Effect;

/// <summary>Rank, table, step, coefficient.</summary>
/// <param name="Coefficient">Hundredths: 498 is 4,98.</param>
/// <param name="OverScalePercent">Whole percent beyond the last step; 0 if none.</param>
/// <param name="StepSince">Day from which the time to the next step counts.</param>
[EffectCode("personnel.rank-and-step")]
public sealed record SetRankAndStep(string RankCode, string TableCode, int Step, int Coefficient, int OverScalePercent, DateOnly StepSince) : Effect;

/// <summary>An allowance of a kind (key), by coefficient (hundredths), percent or amount (đồng); exactly one is set.</summary>
[EffectCode("personnel.allowance")]
public sealed record SetAllowance(string Kind, int? Coefficient, int? Percent, long? Amount) : Effect;

/// <summary>The allowance of this kind ends.</summary>
[EffectCode("personnel.allowance-end")]
public sealed record EndAllowance(string Kind) : Effect;

/// <summary>The highest qualification of a kind (key).</summary>
/// <param name="Kind">general, professional, political, state-management, language, informatics.</param>
/// <param name="Level">Code of the level list of that kind.</param>
/// <param name="Mode">Form of study in words.</param>
[EffectCode("personnel.qualification")]
public sealed record SetQualification(string Kind, string Level, string? Major, string? School, int? Year, string? Mode) : Effect;

/// <summary>Party and union membership: a data class of its own.</summary>
[EffectCode("personnel.party-and-union")]
public sealed record SetPartyAndUnion(DateOnly? PartyJoinedOn, DateOnly? PartyOfficialOn, string? PartyPost, DateOnly? YouthUnionOn, string? UnionPost, DateOnly? EnlistedOn, DateOnly? DischargedOn, string? HighestMilitaryRank) : Effect;

/// <summary>Social insurance book and months.</summary>
[EffectCode("personnel.social-insurance")]
public sealed record SetSocialInsurance(string BookNumber, int MonthsCounted, int MonthsPaidOut) : Effect;

/// <summary>What a person reached in an examination (key) of serving staff. From the day the decision acknowledges it.</summary>
/// <param name="ExamId">Id of the examination, as text.</param>
/// <param name="Exam">Its name, as it stands in the record.</param>
/// <param name="HeldOn">Day of the examination.</param>
/// <param name="Position">Position or subject it was for, or null.</param>
/// <param name="Hundredths">Points in hundredths, or null where none were reached.</param>
/// <param name="Passed">Passed or not.</param>
[EffectCode("personnel.test-result")]
public sealed record SetTestResult(string ExamId, string Exam, DateOnly HeldOn, string? Position, int? Hundredths, bool Passed) : Effect;
