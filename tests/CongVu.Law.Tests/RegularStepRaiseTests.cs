using CongVu.Law.Pay;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class RegularStepRaiseTests
{
    private static readonly RegularStepRaise In2026 = new(Book, Day("2026-11-21"));

    private static readonly StepHolding Specialist = new(StaffCategory.CivilServant, "A1", 3, Day("2023-09-01"));

    [Fact]
    public void A_specialist_is_raised_after_thirty_six_months()
    {
        var raise = In2026.Assess(Specialist);

        raise.Due.ShouldBe(Day("2026-09-01"));
        raise.NextStep.ShouldBe(4);
        raise.Current.ToString().ShouldBe("3,00");
        raise.Next.ToString().ShouldBe("3,33");
        raise.IsDueBy(Day("2026-08-31")).ShouldBeFalse();
        raise.IsDueBy(Day("2026-09-01")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("B", "2025-09-01")]
    [InlineData("C3", "2025-09-01")]
    [InlineData("B4-LX", "2025-09-01")]
    [InlineData("A3.1", "2026-09-01")]
    [InlineData("CGCC", "2028-09-01")]
    public void How_long_a_step_lasts_depends_on_the_table(string table, string due) =>
        In2026.Assess(Specialist with { Table = table, Step = 1 }).Due.ShouldBe(Day(due));

    [Fact]
    public void A_reprimand_puts_off_a_civil_servant_by_six_months_and_a_public_employee_by_three()
    {
        var disciplined = Specialist with { Disciplines = [new(DisciplineForm.Reprimand, Day("2025-05-10"))] };

        In2026.Assess(disciplined).Due.ShouldBe(Day("2027-03-01"));
        In2026.Assess(disciplined with { Category = StaffCategory.PublicEmployee }).Due.ShouldBe(Day("2026-12-01"));
    }

    [Fact]
    public void Uncounted_months_and_a_year_not_completed_add_up()
    {
        In2026.Assess(Specialist with { NotCompletedYears = [2024] }).Due.ShouldBe(Day("2027-03-01"));
        In2026.Assess(Specialist with { NotCompletedYears = [2024], NotCountedMonths = 3 }).Due.ShouldBe(Day("2027-06-01"));
    }

    [Fact]
    public void A_reprimand_and_a_year_not_completed_make_twelve_months() =>
        In2026.Assess(Specialist with { NotCompletedYears = [2025], Disciplines = [new(DisciplineForm.Reprimand, Day("2025-05-10"))] })
            .ExtensionMonths.ShouldBe(12);

    [Fact]
    public void What_happened_before_the_step_or_after_the_raise_fell_due_does_not_count()
    {
        In2026.Assess(Specialist with { Disciplines = [new(DisciplineForm.Warning, Day("2023-08-31"))], NotCompletedYears = [2022] }).Due.ShouldBe(Day("2026-09-01"));
        In2026.Assess(Specialist with { Disciplines = [new(DisciplineForm.Warning, Day("2026-09-01"))], NotCompletedYears = [2026] }).Due.ShouldBe(Day("2026-09-01"));
        In2026.Assess(Specialist with { Disciplines = [new(DisciplineForm.Warning, Day("2026-08-31"))] }).Due.ShouldBe(Day("2027-03-01"));
    }

    [Fact]
    public void A_second_discipline_counts_when_the_first_had_already_put_the_raise_off() =>
        In2026.Assess(Specialist with
        {
            Disciplines = [new(DisciplineForm.Removal, Day("2026-12-01")), new(DisciplineForm.Warning, Day("2026-08-31"))],
        }).Due.ShouldBe(Day("2028-03-01"));

    [Fact]
    public void The_last_step_blocks_and_leads_to_the_over_scale_allowance()
    {
        var raise = In2026.Assess(Specialist with { Step = 9 });

        raise.Block.ShouldBe(StepRaiseBlock.LastStep);
        raise.Due.ShouldBeNull();
        raise.IsDueBy(DateOnly.MaxValue).ShouldBeFalse();
        In2026.Explain(Specialist with { Step = 9 }).Value.ToString().ShouldBe("Đã hưởng bậc lương cuối cùng");
    }

    [Fact]
    public void Facts_that_do_not_fit_the_law_are_refused_in_words()
    {
        Should.Throw<CaseInputException>(() => In2026.Assess(Specialist with { Table = "A9" })).Message.ShouldContain("A9");
        Should.Throw<CaseInputException>(() => In2026.Assess(Specialist with { Step = 10 })).Message.ShouldBe("Bảng lương A1 có 9 bậc, không có bậc 10.");
        Should.Throw<CaseInputException>(() => In2026.Assess(Specialist with { NotCountedMonths = -1 }));
        Should.Throw<CaseInputException>(() => In2026.Assess(Specialist with
        {
            Category = StaffCategory.PublicEmployee,
            Disciplines = [new(DisciplineForm.Demotion, Day("2025-01-01"))],
        })).Message.ShouldContain("giáng chức");
    }

    [Fact]
    public void The_explanation_names_fact_decision_article_and_status()
    {
        var told = In2026.Explain(Specialist with
        {
            Decision = "Quyết định số 12/QĐ-SNV ngày 28/08/2023",
            Disciplines = [new(DisciplineForm.Reprimand, Day("2025-05-10"), "Quyết định số 77/QĐ-SNV ngày 10/05/2025")],
            NotCompletedYears = [2020],
        });

        told.Value.AsDate.ShouldBe(Day("2027-03-01"));
        told.Inputs.ShouldContain(i => i.Decision == "Quyết định số 12/QĐ-SNV ngày 28/08/2023");
        told.Children[0].Parameters.ShouldHaveSingleItem().Source.ShouldBe("Điều 1 khoản 2, Thông tư 03/2021/TT-BNV");
        var discipline = told.Children[1].Children.ShouldHaveSingleItem();
        discipline.Label.ShouldBe("Bị kỷ luật khiển trách ngày 10/05/2025");
        discipline.Inputs.ShouldHaveSingleItem().Decision.ShouldBe("Quyết định số 77/QĐ-SNV ngày 10/05/2025");
        discipline.Parameters.ShouldHaveSingleItem().Status.ShouldBe(VerificationStatus.TextRead);
        told.Children[2].Value.ToString().ShouldBe("3,33");
        told.Notes.ShouldHaveSingleItem().ShouldStartWith("Không hoàn thành nhiệm vụ năm 2020");
    }

    [Fact]
    public void The_explanation_always_says_what_the_assessment_says() =>
        Prop.ForAll(Holdings, holding => In2026.Explain(holding).Value.AsDate == In2026.Assess(holding).Due).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_or_one_more_event_never_brings_the_raise_forward() =>
        Prop.ForAll(Holdings, Gen.Choose(0, 400).ToArbitrary(), (holding, days) =>
            In2026.Assess(holding with { Disciplines = [] }).Due <= In2026.Assess(holding).Due
            && In2026.Assess(holding with { Disciplines = [], NotCompletedYears = [] }).Due
                <= In2026.Assess(holding with { Disciplines = [], NotCompletedYears = [], Since = holding.Since.AddDays(days) }).Due)
            .QuickCheckThrowOnFailure();

    private static Arbitrary<StepHolding> Holdings =>
        (from table in Gen.Elements("A3.1", "A2.1", "A1", "A0")
         from step in Gen.Choose(1, 5)
         from since in Gen.Choose(Day("2015-01-01").DayNumber, Day("2026-12-31").DayNumber)
         from form in Gen.Elements(DisciplineForm.Reprimand, DisciplineForm.Warning, DisciplineForm.Removal)
         from when in Gen.Choose(-200, 2000)
         from years in Gen.Choose(2014, 2030).ListOf(2)
         from uncounted in Gen.Choose(0, 20)
         select new StepHolding(StaffCategory.CivilServant, table, step, DateOnly.FromDayNumber(since))
         {
             Disciplines = [new(form, DateOnly.FromDayNumber(since + when))],
             NotCompletedYears = [.. years],
             NotCountedMonths = uncounted,
         }).ToArbitrary();
}
