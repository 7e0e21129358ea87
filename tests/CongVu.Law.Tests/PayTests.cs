using CongVu.Law.Pay;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class PayTests
{
    private static readonly MonthlyPay InJuly2026 = new(Book, Day("2026-07-01"));

    [Fact]
    public void A_deputy_level_principal_specialist_is_paid_as_the_decrees_say()
    {
        var holding = new PayHolding(StaffCategory.CivilServant, "A2.1", 3, PostCoefficient: Coefficient.Parse("0.50"))
        {
            StepDecision = "Quyết định số 5/QĐ-SNV ngày 01/07/2024",
            PostDecision = "Quyết định số 9/QĐ-UBND ngày 01/08/2024",
            PostSource = Book.Pay.PostAllowance("division-head", AllowanceArea.Other, Day("2026-07-01"))!.Source,
        };

        InJuly2026.Assess(holding).ShouldBe(new MonthlyPayOutcome(12_852_400, 1_265_000, 0, 3_529_350));
        var told = InJuly2026.Explain(holding);
        told.Value.ToString().ShouldBe("17.646.750 đ");
        told.Formula.ShouldBe("Mức lương theo ngạch, bậc + Phụ cấp chức vụ lãnh đạo + Phụ cấp công vụ");
        told.Children[0].Formula.ShouldBe("Hệ số 5,08 × mức lương cơ sở");
        told.Children[0].Inputs.ShouldHaveSingleItem().Decision.ShouldBe("Quyết định số 5/QĐ-SNV ngày 01/07/2024");
        told.Children[0].Parameters.ShouldContain(p => p.Source == "Điều 3, Nghị định 161/2026/NĐ-CP" && p.Status == VerificationStatus.TextRead);
        told.Children[1].Parameters[0].Label.ShouldEndWith("Trưởng phòng thuộc Sở");
        told.RestsOnUnreadText.ShouldBeTrue();
    }

    [Fact]
    public void An_allowance_that_does_not_come_out_whole_says_how_it_was_rounded()
    {
        var odd = new MonthlyPay(Book, Day("2026-07-01")).Explain(new PayHolding(StaffCategory.CivilServant, "A1", 9, new Percent(501)));

        odd.Children[^1].Rounding.ShouldBe(ExplainedRounding.WholeDong);
        InJuly2026.Explain(new PayHolding(StaffCategory.CivilServant, "A1", 9, Percent.Of(5))).Children[1].Rounding.ShouldBeNull();
    }

    [Fact]
    public void In_2015_a_low_coefficient_is_told_of_the_supplement_that_is_not_counted()
    {
        NotesIn("2015-01-01", 1).ShouldHaveSingleItem().ShouldBe(
            "Chưa gồm tiền lương tăng thêm 8% cho hệ số từ 2,34 trở xuống (Điều 3, Nghị định 17/2015/NĐ-CP).");
        NotesIn("2016-04-30", 1).ShouldNotBeEmpty();
        NotesIn("2015-01-01", 2).ShouldBeEmpty();
        NotesIn("2014-12-31", 1).ShouldBeEmpty();
        NotesIn("2016-05-01", 1).ShouldBeEmpty();

        static IReadOnlyList<string> NotesIn(string day, int step) =>
            new MonthlyPay(Book, Day(day)).Explain(new PayHolding(StaffCategory.CivilServant, "A1", step)).Notes;
    }

    [Fact]
    public void People_outside_the_salary_tables_are_refused() =>
        Should.Throw<CaseInputException>(() => InJuly2026.Assess(new PayHolding(StaffCategory.CommunePartTime, "A1", 1)));

    [Fact]
    public void The_printed_parts_always_sum_to_the_total() =>
        Prop.ForAll(Holdings, holding =>
        {
            var told = InJuly2026.Explain(holding);
            return told.Children.Sum(c => c.Value.AsMoney) == told.Value.AsMoney && told.Children.All(c => c.Value.AsMoney >= 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_step_never_pays_less() =>
        Prop.ForAll(Holdings, holding => holding.Step == 1
            || InJuly2026.Assess(holding with { Step = holding.Step - 1, OverScale = default }).Total < InJuly2026.Assess(holding).Total).QuickCheckThrowOnFailure();

    [Fact]
    public void The_over_scale_allowance_is_put_off_by_discipline_only_while_it_waits()
    {
        var last = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2022-01-01"));
        var warned = last with { Disciplines = [new(DisciplineForm.Warning, Day("2024-06-01"), "Quyết định số 3/QĐ-SNV")] };

        On("2025-01-01", warned).Percent.ShouldBe(default);
        On("2025-01-01", warned).NextOn.ShouldBe(Day("2025-07-01"));
        On("2025-07-01", warned).Percent.ShouldBe(Percent.Of(5));
        On("2026-07-01", warned).Percent.ShouldBe(Percent.Of(6));

        // The first award had come already; the discipline holds back the next one.
        var later = last with { Disciplines = [new(DisciplineForm.Warning, Day("2025-06-01"))] };
        On("2025-06-01", later).Percent.ShouldBe(Percent.Of(5));
        On("2026-06-30", later).Percent.ShouldBe(Percent.Of(5));
        On("2026-07-01", later).Percent.ShouldBe(Percent.Of(6));

        // What lies after the day asked is not known on that day.
        On("2025-01-01", later).NextOn.ShouldBe(Day("2026-01-01"));
        On("2025-01-01", last with { NotCountedMonths = 1 }).Percent.ShouldBe(default);
    }

    [Fact]
    public void Its_explanation_names_the_wait_the_events_and_the_amount()
    {
        var told = new OverScale(Book, Day("2026-07-01")).Explain(
            new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2022-01-01")) { NotCompletedYears = [2023, 2026] });

        told.Value.AsMoney.ShouldBe(755_964);
        told.Children[0].Children.ShouldHaveSingleItem().Label.ShouldBe("Không hoàn thành nhiệm vụ năm 2023");
        Should.Throw<CaseInputException>(() => On("2026-07-01", new StepHolding(StaffCategory.CivilServant, "A1", 8, Day("2022-01-01"))))
            .Message.ShouldContain("không phải là bậc lương cuối cùng");
    }

    private static OverScaleOutcome On(string day, StepHolding holding) => new OverScale(Book, Day(day)).Assess(holding);

    private static Arbitrary<PayHolding> Holdings =>
        (from table in Gen.Elements("A3.1", "A2.1", "A1", "A0", "B", "C1", "B4-LX")
         from post in Gen.Choose(0, 100)
         from percent in Gen.Choose(0, 2_000)
         from rawStep in Gen.Choose(0, 11)
         let steps = Book.Pay.ScalesOn(Day("2026-07-01")).Find(StaffCategory.CivilServant, table).Steps
         let step = (rawStep % steps) + 1
         select new PayHolding(StaffCategory.CivilServant, table, step, step == steps ? new Percent(percent) : default, new Coefficient(post))).ToArbitrary();
}
