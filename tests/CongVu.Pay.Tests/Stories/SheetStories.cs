using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Pay.Sheets;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Printing.Explained;
using CongVu.Platform.Time;
using static CongVu.Pay.Tests.Province;

namespace CongVu.Pay.Tests.Stories;

public sealed class SheetStories
{
    [Fact]
    public async Task A_principal_officer_with_a_post_is_paid_what_the_worked_figures_say_before_and_after_the_base_salary_rose()
    {
        await using var province = await OpenAsync();
        var person = await province.OfficialAsync("Nguyễn Văn Chính", step: 3, since: "2025-01-01", table: "A2.1", rank: "01.002", coefficient: 508, post: 50);
        await using var desk = await province.AsAsync(province.Hr);
        var sheet = desk.Get<PaySheet>();
        var record = (await desk.Get<People>().RecordAsync(person, new AsOf(D("2026-11-27")), default))!;

        var july = sheet.Of(record, D("2026-07-01"));
        (july.Pay.Salary, july.Pay.PostAllowance, july.Pay.CivilServiceAllowance, july.Total).ShouldBe((12_852_400, 1_265_000, 3_529_350, 17_646_750));
        sheet.Of(record, D("2026-06-01")).Total.ShouldBe(16_321_500);
        var months = sheet.Months(record, D("2026-11-27"));
        months[0].Month.ShouldBe(D("2025-01-01"));
        PaySheet.Stretches(months).Select(s => (s.From, s.Until)).ShouldBe([(D("2026-07-01"), null), (D("2025-01-01"), D("2026-06-30"))]);
        var why = sheet.Explain(record, D("2026-07-01"))!;
        why.Value.AsMoney.ShouldBe(17_646_750);
        why.Children.Sum(c => c.Value.AsMoney).ShouldBe(17_646_750);
    }

    [Fact]
    public async Task Over_scale_and_other_allowances_are_parts_of_their_own_and_sum_to_the_total()
    {
        await using var province = await OpenAsync();
        var person = await province.OfficialAsync("Nguyễn Văn Cuối", step: 9, since: "2025-01-01", coefficient: 498, overScale: 5);
        await province.PastAsync((person, D("2026-08-01"), new SetAllowance("region", 30, null, null)), (person, D("2026-08-15"), new SetAllowance("attraction", null, 70, null)));
        await using var desk = await province.AsAsync(province.Hr);
        var sheet = desk.Get<PaySheet>();
        var record = (await desk.Get<People>().RecordAsync(person, new AsOf(D("2026-11-27")), default))!;

        sheet.Of(record, D("2026-06-01")).Pay.OverScale.ShouldBe(582_660);
        var august = sheet.Of(record, D("2026-08-01"));
        august.Other.ShouldBe(759_000); // 0,30 × 2.530.000
        august.Note!.ShouldContain("15/08/2026");
        var september = sheet.Of(record, D("2026-09-01"));
        // 4,98 × 2.530.000 = 12.599.400; 5% of it 629.970; 70% of both: 9.260.559.
        september.Others.Single(o => o.Name == "Phụ cấp thu hút").Amount.ShouldBe(9_260_559);
        var why = sheet.Explain(record, D("2026-09-01"))!;
        why.Children.Sum(c => c.Value.AsMoney).ShouldBe(september.Total);
        ExplanationAnnex.Table([("", why)]).Rows.Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_payroll_adds_up_and_keeps_to_the_unit_and_the_actors_scope()
    {
        await using var province = await OpenAsync();
        await province.OfficialAsync("Nguyễn Văn Chính", step: 3, since: "2025-01-01", table: "A2.1", rank: "01.002", coefficient: 508, post: 50);
        await province.OfficialAsync("Nguyễn Văn Lạ", step: 99, since: "2025-01-01", coefficient: 498);
        await using var desk = await province.AsAsync(province.Hr);

        var payroll = await desk.Get<PayrollReckoning>().OfAsync(Budget, D("2026-11-01"), null, PayPermissions.Read, default);

        payroll.Rows.Count.ShouldBe(2);
        payroll.Totals.Total.ShouldBe(17_646_750);
        payroll.Rows.Single(r => r.Person.FullName == "Nguyễn Văn Lạ").Problem!.ShouldContain("không có bậc 99");
        await using var stranger = await province.AsAsync(province.Stranger);
        (await stranger.Get<PayrollReckoning>().OfAsync(Budget, D("2026-11-01"), null, PayPermissions.Read, default)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_rise_of_the_base_salary_is_shown_by_unit_and_category_on_the_same_records()
    {
        await using var province = await OpenAsync();
        await province.OfficialAsync("Nguyễn Văn Chính", step: 3, since: "2025-01-01", table: "A2.1", rank: "01.002", coefficient: 508, post: 50);
        await province.OfficialAsync("Lê Thị Viên", step: 1, since: "2025-01-01", rank: "V.07.04.32", category: "public-employee");
        await using var desk = await province.AsAsync(province.Verifier);

        var report = await desk.Get<BaseSalaryEffect>().OfAsync(Budget, D("2026-06-30"), D("2026-07-01"), new AsOf(D("2026-11-27")), default);

        (report.BaseBefore.Value, report.BaseAfter.Value).ShouldBe((2_340_000, 2_530_000));
        // 16.321.500 → 17.646.750, and 2,34 without phụ cấp công vụ: 5.475.600 → 5.920.200.
        (report.Total.Before, report.Total.After).ShouldBe((21_797_100, 23_566_950));
        report.Categories.Sum(c => c.After).ShouldBe(report.Total.After);
        report.Units.Single().Name.ShouldBe("Sở Tài chính");
    }

    [Fact]
    public void Fifteen_people_by_the_law_of_two_days_and_one_the_law_does_not_know()
    {
        var unit = new UnitView(Guid.CreateVersion7(), "S", "Sở", "Sở", "S", UnitKind.Department, UnitLevel.Province, null, D("1990-01-01"), null);
        PersonRow One(int i, int step) => new() { PersonId = Guid.CreateVersion7(), UnitId = unit.Id, Category = i % 3 == 0 ? "public-employee" : "civil-servant", RankCode = "01.003", TableCode = "A1", Step = step, Coefficient = 234, OverScalePercent = 0, StepSince = D("2024-01-01") };
        List<PersonRow> people = [.. Enumerable.Range(0, 15).Select(i => One(i, 1)), One(1, 99)];
        var allowances = people.Take(15).Where((_, i) => i % 5 == 0).Select(p => new AllowanceRow(p.PersonId, AllowanceRows.Leadership, 50, null, null)).ToLookup(a => a.PersonId);

        var report = BaseSalaryEffect.Compute(LawBook.Load(), people, allowances, new UnitTree([unit]), D("2026-06-30"), D("2026-07-01"), D("2026-11-27"));

        // 15 × 2,34 and 3 × 0,50 times the base salary, and a quarter of what ten civil servants have of it.
        (report.Total.People, report.Left, report.Total.Before, report.Total.After).ShouldBe((15, 1, 99_918_000, 108_031_000));
        report.Categories.Select(c => c.People).ShouldBe([10, 5]);
    }

    [Fact]
    public async Task The_preview_of_a_change_of_the_law_and_the_report_on_the_base_salary_say_the_same()
    {
        await using var province = await OpenAsync();
        await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-01-01", post: 50);
        var binh = await province.OfficialAsync("Trần Văn Bình", step: 9, since: "2020-01-01", overScale: 6);
        await province.PastAsync((binh, D("2024-01-01"), new SetAllowance("region", 30, null, null)), (binh, D("2024-01-01"), new SetAllowance("seniority", null, 7, null)), (binh, D("2024-01-01"), new SetAllowance("responsibility", null, null, 500_000)));
        await using var desk = await province.AsAsync(province.Verifier);
        var law = desk.Get<LawBook>();
        var today = new AsOf(D("2026-11-27"));

        var report = await desk.Get<BaseSalaryEffect>().OfAsync(null, D("2026-06-30"), D("2026-07-01"), today, default);
        var preview = desk.Get<IEnumerable<ImpactSource>>().Single(s => s.Code == "payroll");
        var lines = await preview.RunAsync(new ImpactQuestion("pay.base-salary", D("2026-07-01"), law, D("2026-06-30"), law, today), _ => { }, default).Where(l => l.Problem is null).ToListAsync();

        (lines.Sum(l => l.BeforeAmount), lines.Sum(l => l.AfterAmount)).ShouldBe((report.Total.Before, report.Total.After));
        // Bình: 4,98 with 6% over scale, a quarter and 7% of that, 0,30 and 500.000 that no law moves.
        lines.Single(l => l.SubjectId == binh).AfterAmount.ShouldBe(12_599_400 + 755_964 + 3_338_841 + 934_875 + 759_000 + 500_000);
    }
}
