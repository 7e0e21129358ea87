using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Text;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>All fact tables and how the payload of an effect fills their columns.</summary>
internal sealed class FactTables
{
    public IReadOnlyList<FactTable> All { get; } =
    [
        new(FactKind.Identity, "identity",
            Text<SetIdentity>("full_name", e => e.FullName), Text<SetIdentity>("other_name", e => e.OtherName),
            Day<SetIdentity>("birth_date", e => BirthDate.Parse(e.BirthDate).FirstDay), Text<SetIdentity>("birth_precision", e => BirthDate.Parse(e.BirthDate).Precision),
            Text<SetIdentity>("sex", e => e.Sex), Text<SetIdentity>("birth_place", e => e.BirthPlace), Text<SetIdentity>("home_town", e => e.HomeTown),
            Text<SetIdentity>("ethnicity", e => e.Ethnicity), Text<SetIdentity>("religion", e => e.Religion),
            Text<SetIdentity>("personal_id", e => e.PersonalId), Text<SetIdentity>("old_id", e => e.OldId),
            Text<SetIdentity>("search_key", e => PersonSearch.Key(e.FullName, e.PersonalId)), Text<SetIdentity>("sort_key", e => VietnameseText.NameSortKey(e.FullName))),
        new(FactKind.Contact, "contact",
            Text<SetContact>("residence", e => e.Residence), Text<SetContact>("address", e => e.Address),
            Text<SetContact>("phone", e => e.Phone), Text<SetContact>("email", e => e.Email)),
        new(FactKind.Employment, "employment",
            Id<SetEmployment>("unit_id", e => e.UnitId), Text<SetEmployment>("category", e => e.Category), Text<SetEmployment>("contract", e => e.Contract),
            Day<SetEmployment>("joined_on", e => e.JoinedOn), Text<SetEmployment>("job_title", e => e.JobTitle), Text<SetEmployment>("how", e => e.How)),
        new(FactKind.Departure, "departure",
            Text<EndEmployment>("reason", e => e.Reason), new FactColumn("unit_id", NpgsqlDbType.Uuid, r => r.LeftUnitId)),
        new(FactKind.LeadershipPost, "leadership_post",
            Text<HoldPost>("post_code", e => e.PostCode), Id<HoldPost>("unit_id", e => e.UnitId), Int<HoldPost>("height", e => PostHeight.Of(e.PostCode)),
            Int<HoldPost>("term_months", e => e.TermMonths), new FactColumn("term_until", NpgsqlDbType.Date, r => r.TermUntil()),
            Flag<HoldPost>("by_competition", e => e.ByCompetition), Flag<HoldPost>("reappointed", e => e.Reappointed), Flag<HoldPost>("acting", e => e.Acting),
            new FactColumn("held_since", NpgsqlDbType.Date, r => r.HeldSince)),
        new(FactKind.RankAndStep, "rank_and_step",
            Text<SetRankAndStep>("rank_code", e => e.RankCode), Text<SetRankAndStep>("table_code", e => e.TableCode), Int<SetRankAndStep>("step", e => e.Step),
            Int<SetRankAndStep>("coefficient", e => e.Coefficient), Int<SetRankAndStep>("over_scale_percent", e => e.OverScalePercent),
            Day<SetRankAndStep>("step_since", e => e.StepSince)),
        new(FactKind.Allowance, "allowance",
            Text<SetAllowance>("kind", e => e.Kind), Int<SetAllowance>("coefficient", e => e.Coefficient), Int<SetAllowance>("percent", e => e.Percent),
            new FactColumn("amount", NpgsqlDbType.Bigint, r => ((SetAllowance)r.Source.Effect).Amount)),
        new(FactKind.Qualification, "qualification",
            Text<SetQualification>("kind", e => e.Kind), Text<SetQualification>("level", e => e.Level), Text<SetQualification>("major", e => e.Major),
            Text<SetQualification>("school", e => e.School), Int<SetQualification>("year", e => e.Year), Text<SetQualification>("mode", e => e.Mode)),
        new(FactKind.PartyAndUnion, "party_and_union",
            Day<SetPartyAndUnion>("party_joined_on", e => e.PartyJoinedOn), Day<SetPartyAndUnion>("party_official_on", e => e.PartyOfficialOn),
            Text<SetPartyAndUnion>("party_post", e => e.PartyPost), Day<SetPartyAndUnion>("youth_union_on", e => e.YouthUnionOn),
            Text<SetPartyAndUnion>("union_post", e => e.UnionPost), Day<SetPartyAndUnion>("enlisted_on", e => e.EnlistedOn),
            Day<SetPartyAndUnion>("discharged_on", e => e.DischargedOn), Text<SetPartyAndUnion>("highest_military_rank", e => e.HighestMilitaryRank)),
        new(FactKind.SocialInsurance, "social_insurance",
            Text<SetSocialInsurance>("book_number", e => e.BookNumber), Int<SetSocialInsurance>("months_counted", e => e.MonthsCounted),
            Int<SetSocialInsurance>("months_paid_out", e => e.MonthsPaidOut)),
        new(FactKind.TestResult, "test_result",
            Text<SetTestResult>("exam_id", e => e.ExamId), Text<SetTestResult>("exam", e => e.Exam), Day<SetTestResult>("held_on", e => e.HeldOn),
            Text<SetTestResult>("position", e => e.Position), Int<SetTestResult>("hundredths", e => e.Hundredths), Flag<SetTestResult>("passed", e => e.Passed)),
    ];

    /// <summary>The table of a kind.</summary>
    public FactTable this[FactKind kind] => All[(int)kind];

    private static FactColumn Text<E>(string name, Func<E, string?> value) where E : Effect => new(name, NpgsqlDbType.Text, r => value((E)r.Source.Effect));

    private static FactColumn Id<E>(string name, Func<E, Guid> value) where E : Effect => new(name, NpgsqlDbType.Uuid, r => value((E)r.Source.Effect));

    private static FactColumn Int<E>(string name, Func<E, int?> value) where E : Effect => new(name, NpgsqlDbType.Integer, r => value((E)r.Source.Effect));

    private static FactColumn Day<E>(string name, Func<E, DateOnly?> value) where E : Effect => new(name, NpgsqlDbType.Date, r => value((E)r.Source.Effect));

    private static FactColumn Flag<E>(string name, Func<E, bool> value) where E : Effect => new(name, NpgsqlDbType.Boolean, r => value((E)r.Source.Effect));
}
