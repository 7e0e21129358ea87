using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Tests.Stories;

public sealed class RecruitmentStory
{
    private static (string, string)[] Form(params (string Key, string Value)[] other)
    {
        var form = Acts.In(("fullName", "Lê Thị Mới"), ("birth", "12/08/2001"), ("sex", "female"), ("personalId", "099301012345"), ("ethnicity", "01"), ("religion", "00"), ("unit", Province.Budget.ToString()),
            ("category", "civil-servant"), ("jobTitle", "Chuyên viên về quản lý ngân sách"), ("from", "02/03/2026"), ("rank", "01.003"), ("step", "1"), ("degree", "university"), ("major", "Tài chính"), ("approval", "Quyết định 30/QĐ-SNV ngày 10/02/2026"));
        foreach (var (key, value) in other) form[key] = value;
        return [.. form.Select(p => (p.Key, p.Value))];
    }

    [Fact]
    public async Task A_recruit_enters_the_register_with_rank_and_degree()
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form());

        var signed = await province.IssueAsync(id, province.Hr, province.HomeDirector);

        signed.NumberText.ShouldBe("01/QĐ-SNV");
        signed.Title.ShouldBe("Tuyển dụng: Lê Thị Mới");
        var person = (await province.ReadAsync(id)).Items.Single().SubjectId;
        var row = (await province.PersonAsync(person, "2026-03-02"))!;
        (row.FullName, row.UnitId, row.RankCode, row.Step, row.Coefficient, row.ProfessionalLevel).ShouldBe(("Lê Thị Mới", Province.Budget, "01.003", 1, 234, "university"));
    }

    [Theory]
    [InlineData("birth", "12/08/2010", "recruit.age")]
    [InlineData("degree", "college", "recruit.degree")]
    [InlineData("category", "public-employee", "recruit.rank")]
    [InlineData("step", "12", "recruit.step")]
    public async Task What_the_law_does_not_allow_is_refused(string field, string value, string check)
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form((field, value)));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy(check).Cure.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("personalId", "12345", "personalId")]
    [InlineData("birth", "mùa xuân", "birth")]
    [InlineData("rank", "99.999", "rank")]
    [InlineData("fullName", "", "fullName")]
    public async Task What_cannot_be_read_is_said_at_its_field(string field, string value, string error)
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form((field, value)));

        (await province.PreviewAsync(province.Hr, id)).Items.Single().Assessment.Errors.ShouldContain(e => e.Key == error);
    }

    [Fact]
    public async Task A_personal_id_belongs_to_one_human_being()
    {
        await using var province = await Province.OpenAsync();
        await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form()), province.Hr, province.HomeDirector);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form(("fullName", "Trần Văn Khác")));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("recruit.id");
    }

    [Theory]
    [InlineData("fullName", "Nguyễn Thị An", Standing.Blocks)]
    [InlineData("birth", "06/03/1985", Standing.Blocks)]
    [InlineData("from", "31/01/2026", Standing.Blocks)]
    [InlineData("from", "01/02/2026", Standing.Met)]
    [InlineData("fullName", "nguyễn văn an", Standing.Met)]
    public async Task Who_left_comes_back_only_as_the_same_human_being_and_after_leaving(string field, string value, Standing expected)
    {
        await using var province = await Province.OpenAsync();
        var (_, form) = await LeftAsync(province);
        form[field] = value;
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], [.. form.Select(p => (p.Key, p.Value))]);

        var again = (await province.PreviewAsync(province.Hr, id)).Items.Single().Checks.Single(c => c.Code == "recruit.again");
        again.State.ShouldBe(expected);
        if (expected == Standing.Blocks) again.Cure.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_returning_persons_record_keeps_what_it_knows_and_takes_what_is_new()
    {
        await using var province = await Province.OpenAsync();
        var (person, form) = await LeftAsync(province);
        await province.PastAsync((person, Province.D("2010-01-01"), new SetContact("Xã Tân Giang", "Số 3", "0901", null)), (person, Province.D("2010-01-01"), new SetSocialInsurance("7900000001", 190, 0)));
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], [.. form.Append(new("phone", "0909")).Append(new("insurance", "7900000001")).Select(p => (p.Key, p.Value))]);
        (await province.ReadAsync(id)).Items.Single().SubjectId.ShouldBe(person);

        await province.IssueAsync(id, province.Hr, province.HomeDirector);

        await using var desk = province.Desk();
        var state = (await desk.Get<People>().StateAsync(person, new(Province.D("2026-03-02")), default))!;
        (state.Employment!.Value.UnitId, state.Departure).ShouldBe((Province.Budget, null));
        state.Contact!.Value.ShouldBe(new SetContact("Xã Tân Giang", "Số 3", "0909", null));
        state.SocialInsurance!.Value.MonthsCounted.ShouldBe(190);
        state.Qualifications.Single(q => q.Value.Kind == "professional").Value.Major.ShouldBe("Kinh tế", "the same degree without a subject says less");

        var other = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], [.. form.Select(p => (p.Key, p.Value))]);
        (await province.SubmitAsync(province.Hr, other)).ShouldBeStoppedBy("recruit.id");
    }

    [Fact]
    public async Task A_corrected_personal_id_makes_the_item_somebody_new_again()
    {
        await using var province = await Province.OpenAsync();
        var (person, form) = await LeftAsync(province);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], [.. form.Select(p => (p.Key, p.Value))]);
        (await province.ReadAsync(id)).Items.Single().SubjectId.ShouldBe(person);

        await province.TypeAsync(province.Hr, id, ("personalId", "099085777777"));

        (await province.ReadAsync(id)).Items.Single().SubjectId.ShouldNotBe(person);
        (await province.PreviewAsync(province.Hr, id)).Items.Single().Checks.Single(c => c.Code == "recruit.id").State.ShouldBe(Standing.Met);
    }

    /// <summary>Nguyễn Văn An, who resigned from 01/02/2026, and the form that would recruit him again.</summary>
    private static async Task<(Guid Person, Dictionary<string, string> Form)> LeftAsync(Province province)
    {
        var person = await province.OfficialAsync();
        await province.PastAsync((person, Province.D("2026-02-01"), new EndEmployment("resigned")));
        var id = (await province.PersonAsync(person, "2026-03-02"))!.PersonalId;
        return (person, Form(("fullName", "Nguyễn Văn An"), ("birth", "05/03/1985"), ("sex", "male"), ("personalId", id), ("major", "")).ToDictionary(p => p.Item1, p => p.Item2));
    }

    [Fact]
    public async Task A_step_above_the_first_needs_its_basis()
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Recruit, Province.Finance, [], Form(("step", "2")));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();

        (await province.VerifyAsync(province.Verifier, id)).ShouldBeStoppedBy("recruit.first-step");
        await province.AllowAsync(province.Verifier, id, "recruit.first-step", (await province.ReadAsync(id)).Items.Single().Id);

        (await province.VerifyAsync(province.Verifier, id)).ShouldBeDone();
    }
}
