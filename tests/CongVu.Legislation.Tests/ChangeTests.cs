using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static CongVu.Legislation.Tests.LegalOffice;

namespace CongVu.Legislation.Tests;

/// <summary>Law entered through the application: one person submits, another approves, and from then on all nodes compute by it.</summary>
public class ChangeTests
{
    private const string Number = "12/2027/NĐ-CP";

    [Fact]
    public async Task A_value_two_persons_agreed_on_is_the_law_from_its_day_on_every_node()
    {
        await using var office = await OpenAsync();
        var change = await SubmittedAsync(office);
        office.Law.Current.Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_530_000, "nothing holds before it is approved");
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        (await office.ApproveAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();

        office.Law.Current.Pay.BaseSalary.At(Day("2027-06-30")).Value.ShouldBe(2_530_000);
        office.Law.Current.Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_700_000);
        office.Law.Current.Instruments["161/2026/NĐ-CP"].Ceases.ShouldBe(Day("2027-07-01"), "a decree replaced altogether ends");
        office.Law.KnownAt(before).Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_530_000, "what was known then stays answerable");
        await using var other = office.AnotherNode();
        var elsewhere = other.GetRequiredService<LawInUse>();
        await elsewhere.RefreshAsync(default);
        elsewhere.Current.Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_700_000);
        await using var scope = other.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LawBook>().ShouldBeSameAs(elsewhere.Current, "who asks for the law gets the law in use");
    }

    [Fact]
    public async Task Nobody_approves_what_they_drafted_or_submitted_and_only_the_province_approves()
    {
        await using var office = await OpenAsync();
        var change = await SubmittedAsync(office);

        (await office.AsAsync(Officer, Roles.Signer, s => s.GetRequiredService<ChangeDeciding>().ApproveAsync(change, default)))
            .ShouldBeOfType<ChangeOutcome.Refused>().Problems.ShouldHaveSingleItem().Message.ShouldContain("không tự duyệt");
        await Should.ThrowAsync<ForbiddenException>(() => office.AsAsync(Leader, Roles.Signer, s => s.GetRequiredService<ChangeDeciding>().ApproveAsync(change, default), unit: Guid.NewGuid()));
        await Should.ThrowAsync<ForbiddenException>(() => office.AsOfficerAsync(s => s.GetRequiredService<ChangeDeciding>().ApproveAsync(change, default)));
        office.Law.Current.Instruments.ContainsKey(Number).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-06-30", "2700000", Number, "Instrument", "chỉ áp dụng sớm nhất từ 01/07/2027")]
    [InlineData("2027-07-01", "hai triệu", Number, "Value", "không hợp lệ")]
    [InlineData("2027-07-01", "2700000", "99/2027/NĐ-CP", "Instrument", "không có trong danh mục văn bản")]
    [InlineData("2026-07-01", "2700000", "161/2026/NĐ-CP", "Corrects", "Đã có giá trị từ ngày 01/07/2026")]
    public async Task What_the_loader_would_refuse_is_refused_at_its_field(string from, string value, string instrument, string field, string told)
    {
        await using var office = await OpenAsync();
        var change = await office.StartAsync("Thử");
        // Issued on the day it holds, so that nothing may rest on it before.
        (await office.AddAsync(change, Decree(Number, "2027-07-01") with { Issued = Day("2027-07-01") })).ShouldBeOfType<ChangeOutcome.Done>();

        var refused = (await office.AddAsync(change, office.BaseSalary(from, value, instrument))).ShouldBeOfType<ChangeOutcome.Refused>();

        refused.Problems.ShouldContain(p => p.Field == field && p.Message.Contains(told), string.Join("\n", refused.Problems));
    }

    [Fact]
    public async Task A_decree_that_ends_another_cannot_be_submitted_while_values_still_rest_on_the_other()
    {
        await using var office = await OpenAsync();
        var change = await office.StartAsync("Thử");
        await office.AddAsync(change, Decree(Number, "2027-07-01", new RelationContent(RelationKind.Replaces, "161/2026/NĐ-CP", null, null)));

        (await office.SubmitAsync(change)).ShouldBeOfType<ChangeOutcome.Refused>().Problems.ShouldContain(p => p.Message.Contains("parameters/pay/base-salary.yaml"));
        await office.AddAsync(change, office.BaseSalary("2027-07-01", "2700000", Number));
        (await office.SubmitAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();
    }

    [Fact]
    public async Task A_value_signed_decisions_rest_on_is_not_changed_backwards_in_silence()
    {
        await using var office = await OpenAsync();
        office.Signed.ByKey["pay.over-scale-first"] = new DecisionByValue(Guid.NewGuid(), "Quyết định 5/QĐ-SNV", Day("2026-08-01"), 3, "/quyet-dinh/x");
        var first = office.Law.Current.Parameters["pay.over-scale-first"].Values.Values[^1];
        var key = first.Parameter.Key;
        var change = await office.StartAsync("Đính chính");
        var wrong = office.Value(key, $"{first.From:yyyy-MM-dd}", "6%", first.Source.Instrument);
        (await office.AddAsync(change, wrong)).ShouldBeOfType<ChangeOutcome.Refused>();

        (await office.AddAsync(change, wrong with { Corrects = "Công báo ghi 6%" })).ShouldBeOfType<ChangeOutcome.Done>();
        (await office.SubmitAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();
        (await office.ApproveAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();

        var item = (await office.AsOfficerAsync(s => s.GetRequiredService<ChangeStore>().ItemsAsync(change, default))).ShouldHaveSingleItem();
        ChangeStore.Kept(item).ShouldHaveSingleItem().Name.ShouldBe("Quyết định 5/QĐ-SNV");
        office.Law.Current.Ratio(key).At(Day("2026-08-01")).Value.ShouldBe(Percent.Of(6));
        (await office.WithdrawAsync(change)).ShouldBeOfType<ChangeOutcome.Refused>().Problems[0].Message.ShouldContain("1 quyết định đã ký");
    }

    [Fact]
    public async Task A_new_value_in_time_that_decisions_already_cover_needs_its_reason_when_submitted()
    {
        await using var office = await OpenAsync();
        var change = await office.StartAsync("Muộn");
        await office.AddAsync(change, Decree("9/2026/NĐ-CP", "2026-11-01"));
        await office.AddAsync(change, office.BaseSalary("2026-11-01", "2600000", "9/2026/NĐ-CP"));
        office.Signed.ByKey["pay.base-salary"] = new DecisionByValue(Guid.NewGuid(), "Quyết định 6/QĐ-SNV", Day("2026-11-10"), 1, "/quyet-dinh/y");

        (await office.SubmitAsync(change)).ShouldBeOfType<ChangeOutcome.Refused>().Problems.ShouldHaveSingleItem().Field.ShouldBe("Corrects");
    }

    [Fact]
    public async Task Withdrawing_takes_it_out_of_the_law_and_keeps_what_was_approved()
    {
        await using var office = await OpenAsync();
        var change = await SubmittedAsync(office);
        await office.ApproveAsync(change);
        var approved = TimeProvider.System.GetUtcNow().UtcDateTime;

        (await office.WithdrawAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();

        office.Law.Current.Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_530_000);
        office.Law.KnownAt(approved).Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_700_000);
        (await office.AsOfficerAsync(s => s.GetRequiredService<ChangeStore>().ItemsAsync(change, default))).Count.ShouldBe(2);
        await Should.ThrowAsync<PostgresException>(() => office.AsOfficerAsync(async s =>
        {
            await using var command = s.GetRequiredService<NpgsqlDataSource>().CreateCommand("delete from legislation.law_change_item");
            return await command.ExecuteNonQueryAsync();
        }));
    }

    [Fact]
    public async Task A_hole_the_data_declare_is_filled_without_calling_it_a_correction()
    {
        await using var office = await OpenAsync();
        var parameter = office.Law.Current.Parameters["calendar.days-off"];
        var gap = parameter.Values.Gaps[^1];
        var change = await office.StartAsync("Lịch nghỉ");
        var content = office.Value("calendar.days-off", $"{gap.From:yyyy-MM-dd}", "", "45/2019/QH14") with
        {
            Value = null,
            Rows = RowLines.Read(parameter, $"Tết Dương lịch | off | 01/01/{gap.From.Year} | 01/01/{gap.From.Year}"),
        };

        (await office.AddAsync(change, content)).ShouldBeOfType<ChangeOutcome.Done>();
        await office.SubmitAsync(change);
        (await office.ApproveAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();
        office.Law.Current.Table("calendar.days-off").At(gap.From).Value.Rows.ShouldHaveSingleItem().Text("name").ShouldBe("Tết Dương lịch");
    }

    [Fact]
    public async Task A_rule_of_the_province_is_a_parameter_like_any_other()
    {
        await using var office = await OpenAsync();
        var change = await office.StartAsync("Hỗ trợ");
        var resolution = Decree("8/2026/NQ-HĐND", "2027-01-01") with { Kind = InstrumentKind.Resolution, Issuer = "Hội đồng nhân dân tỉnh", Scope = LawScope.Province };
        await office.AddAsync(change, resolution);
        var head = new ParameterHead("Mức hỗ trợ", ParameterKind.Money, "đồng/tháng", DateRole.PayDay, []);
        (await office.AddAsync(change, new ValueContent("local.ho-tro", head, true, LawScope.Province, Day("2027-01-01"), null, "500000", null, null, "8/2026/NQ-HĐND", "Điều 2", VerificationStatus.TextRead, null, Day("2026-11-27"), null))).ShouldBeOfType<ChangeOutcome.Done>();
        await office.SubmitAsync(change);
        await office.ApproveAsync(change);

        office.Law.Current.Money("local.ho-tro").At(Day("2027-01-01")).ShouldSatisfyAllConditions(v => v.Value.ShouldBe(500_000), v => v.Scope.ShouldBe(LawScope.Province));
        var again = await office.StartAsync("Thử");
        (await office.AddAsync(again, office.BaseSalary("2027-01-01", "3000000", "8/2026/NQ-HĐND") with { Scope = LawScope.Province }))
            .ShouldBeOfType<ChangeOutcome.Refused>().Problems.ShouldContain(p => p.Message.Contains("localRule"), "a province never overrides the nation in silence");
    }

    private static async Task<Guid> SubmittedAsync(LegalOffice office)
    {
        var change = await office.StartAsync("Mức lương cơ sở 2027");
        (await office.AddAsync(change, Decree(Number, "2027-07-01", new RelationContent(RelationKind.Replaces, "161/2026/NĐ-CP", null, null)))).ShouldBeOfType<ChangeOutcome.Done>();
        (await office.AddAsync(change, office.BaseSalary("2027-07-01", "2700000", Number))).ShouldBeOfType<ChangeOutcome.Done>();
        (await office.SubmitAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();
        return change;
    }
}
