using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Benefits and the regimes that decide them; the plain figures are in law/vectors/severance.</summary>
public class SeveranceTests
{
    private const long Million = 1_000_000;
    private static readonly SeveranceLaw Law = Book.Severance;

    private static readonly ExitCase Of2024 = new(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day("2024-05-01"))
    {
        AveragePay = 10 * Million,
        CurrentPay = 11 * Million,
        MonthsToRetirement = 40,
        ServiceMonths = 338,
    };

    [Fact]
    public void Every_component_stands_alone_with_its_article_and_its_payer()
    {
        var benefit = Law.Reckon(Of2024 with { On = Day("2025-07-01"), CurrentPay = 15 * Million });

        benefit.Choice.Regime.Code.ShouldBe("severance.154-2025");
        benefit.Lines.Select(l => (l.Code, l.Amount)).ShouldBe([("early-per-year", 262_500_000), ("base-flat", 75 * Million), ("further-year", 63_750_000)]);
        benefit.Lines.ShouldAllBe(l => l.Provision == "Điều 6, Nghị định 154/2025/NĐ-CP" && l.Funding == FundingSource.StateBudget);
        benefit.Explanation.Value.AsMoney.ShouldBe(401_250_000);
        var text = benefit.Explanation.ToText();
        text.ShouldContain("5 tháng × tiền lương tháng hiện hưởng × 3,5 năm");
        text.ShouldContain("3 năm 4 tháng: 3 năm đủ và 4 tháng lẻ tính 0,5 năm");
        text.ShouldContain("28,5 năm − 20 năm");
        text.ShouldContain("Hưởng lương hưu không bị trừ tỷ lệ");
        Explanation.FromJson(benefit.Explanation.ToJson()).ToText().ShouldBe(text);
    }

    [Fact]
    public void Who_moves_or_leaves_is_paid_in_part_from_the_agencys_own_budget() =>
        Law.Reckon(Of2024 with { Policy = ExitPolicy.Transfer, On = Day("2025-07-01") }).Lines.Select(l => l.Funding)
            .ShouldBe([FundingSource.AgencyBudget, FundingSource.StateBudget]);

    [Fact]
    public void A_case_of_2023_unpaid_when_the_decree_of_2025_came_is_reckoned_anew_and_the_difference_paid()
    {
        Law.Reckon(Of2024).Amount.ShouldBe(197_500_000);
        var unpaid = Of2024 with { UnpaidOn = Day("2025-06-16") };

        var choice = Law.Select(unpaid);
        choice.Regime.Code.ShouldBe("severance.154-2025");
        choice.Provision.ShouldBe("Quy định chuyển tiếp, Nghị định 154/2025/NĐ-CP");
        Law.Difference(unpaid, 197_500_000).Value.AsMoney.ShouldBe(96_750_000);
        Law.Difference(unpaid, 300 * Million).Value.AsMoney.ShouldBe(0);
        Law.Select(Of2024 with { UnpaidOn = Day("2025-06-15") }).Regime.Code.ShouldBe("severance.29-2023");
        Law.Select(Of2024 with { UndecidedOn = Day("2025-06-16") }).Regime.Code.ShouldBe("severance.154-2025");
    }

    [Theory]
    [InlineData("2024-11-01", "2025-03-15", "severance.178-2024")]
    [InlineData("2024-11-01", "2025-03-14", "severance.29-2023")]
    [InlineData("2025-01-01", null, "severance.178-2024")]
    [InlineData("2024-12-31", null, "severance.29-2023")]
    public void A_reorganisation_of_2024_still_undecided_in_March_2025_falls_under_the_special_decree(string on, string? undecided, string code) =>
        Law.Select(Of2024 with { Reason = ExitReason.Reorganisation, On = Day(on), UndecidedOn = undecided is null ? null : Day(undecided) }).Regime.Code.ShouldBe(code);

    [Theory]
    [InlineData("2026-07-31", null, 210)]
    [InlineData("2026-08-01", null, 60)]
    [InlineData("2026-09-01", "2026-07-31", 210)]
    [InlineData("2026-09-01", "2026-08-01", 60)]
    public void A_resignation_whose_file_was_complete_in_time_keeps_the_old_amount(string on, string? complete, int million) =>
        Law.Reckon(new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, Day(on))
        {
            CurrentPay = 10 * Million,
            ServiceMonths = 146,
            FileCompleteOn = complete is null ? null : Day(complete),
        }).Amount.ShouldBe(million * Million);

    [Fact]
    public void Poor_results_are_paid_like_own_wish_only_before_August_2026()
    {
        var poor = new ExitCase(ExitPolicy.Resignation, ExitReason.PoorResults, Day("2026-07-31")) { CurrentPay = 10 * Million, ServiceMonths = 146 };

        Law.Reckon(poor).Amount.ShouldBe(210 * Million);
        Should.Throw<OutsideCoverageException>(() => Law.Reckon(poor with { On = Day("2026-08-01") })).Message.ShouldContain("pháp luật lao động");
    }

    [Theory]
    [InlineData("2030-07-01", true)]
    [InlineData("2030-08-01", true)]
    [InlineData("2030-08-02", false)]
    public void Taken_on_again_within_sixty_months_the_benefit_is_paid_back(string day, bool due) =>
        Law.RepaymentOf(Day("2025-08-01"), Day(day)).Due.ShouldBe(due);

    [Fact]
    public void After_training_pay_fee_and_the_rest_are_limited_as_the_decree_says()
    {
        var benefit = Law.Reckon(new ExitCase(ExitPolicy.AfterTraining, ExitReason.Downsizing, Day("2025-09-01"))
        {
            CurrentPay = 10 * Million,
            ServiceMonths = 126,
            TrainingMonths = 8,
            TrainingFee = 75 * Million,
        });

        benefit.Lines.Select(l => l.Amount).ShouldBe([60 * Million, 60 * Million, 30 * Million, 52_500_000]);
        benefit.Lines[0].Explanation.ToText().ShouldContain("8 tháng, tính nhiều nhất 6 tháng");
    }

    [Fact]
    public void Leaving_before_a_merger_is_complete_was_paid_for_every_month_left()
    {
        var benefit = Law.Reckon(Of2024 with { RoadmapMonths = 10 });

        benefit.Amount.ShouldBe(197_500_000 + 55_000_000);
        benefit.Lines[^1].Provision.ShouldBe("Điều 9, Nghị định 29/2023/NĐ-CP");
    }

    [Fact]
    public void Women_of_communes_retired_early_with_fewer_years()
    {
        var few = Of2024 with { ServiceMonths = 204 };

        Law.Reckon(few).Explanation.Notes.ShouldContain(n => n.Contains("nữ cán bộ, công chức cấp xã"));
        Law.Reckon(few).Amount.ShouldBe(155 * Million);
        Should.Throw<OutsideCoverageException>(() => Law.Reckon(few with { Evidence = new() { CommuneWoman = false } }));
        Should.Throw<OutsideCoverageException>(() => Law.Reckon(few with { ServiceMonths = 179 }));
    }

    [Fact]
    public void Village_people_are_reckoned_like_those_of_communes_and_for_longer()
    {
        var village = new ExitCase(ExitPolicy.VillagePartTime, ExitReason.Reorganisation, Day("2026-09-01")) { CurrentPay = 3 * Million, ServiceMonths = 100, MonthsToRetirement = 120 };

        Law.Reckon(village).Amount.ShouldBe(191_250_000);
        Should.Throw<OutsideCoverageException>(() => Law.Reckon(village with { Policy = ExitPolicy.CommunePartTime })).Message.ShouldContain("31/5/2026");
        Law.Reckon(village).Explanation.RestsOnUnreadText.ShouldBeFalse();
    }

    [Fact]
    public void A_stand_in_for_the_average_is_told()
    {
        Law.Reckon(Of2024 with { AveragePay = null }).Explanation.Notes.ShouldContain(n => n.Contains("Chưa có tiền lương bình quân"));
        Law.Reckon(Of2024).Explanation.Notes.ShouldNotContain(n => n.Contains("Chưa có tiền lương bình quân"));
    }

    [Fact]
    public void What_is_missing_or_impossible_is_named()
    {
        Should.Throw<CaseInputException>(() => Law.Reckon(Of2024 with { CurrentPay = null, AveragePay = null })).Message.ShouldContain("tiền lương bình quân");
        Should.Throw<CaseInputException>(() => Law.Reckon(Of2024 with { MonthsToRetirement = null })).Message.ShouldContain("số tháng nghỉ sớm");
        Should.Throw<CaseInputException>(() => Law.Reckon(Of2024 with { ServiceMonths = -1 }));
        Should.Throw<CaseInputException>(() => Law.Reckon(Of2024 with { AveragePay = -1 }));
        Should.Throw<CaseInputException>(() => Law.Reckon(Of2024 with { Reason = ExitReason.OwnWish })).Message.ShouldContain("chỉ có khi tinh giản");
        Should.Throw<OutsideCoverageException>(() => Law.Reckon(Of2024 with { Reason = ExitReason.Reorganisation, On = Day("2025-05-01"), MonthsToRetirement = 130 }))
            .Message.ShouldContain("120 tháng");
    }

    [Fact]
    public void Both_rounding_rules_hold_for_every_odd_month()
    {
        string[] r1 = ["0", "0.5", "0.5", "0.5", "0.5", "0.5", "0.5", "1", "1", "1", "1", "1", "1"];
        string[] r2 = ["0", "0", "0", "0.5", "0.5", "0.5", "0.5", "1", "1", "1", "1", "1", "1"];
        for (var months = 0; months <= 12; months++)
        {
            Law.Reckon(Of2024 with { ServiceMonths = 240 + months }).ServiceYears.ShouldBe(Coefficient.Parse("20") + Coefficient.Parse(r1[months]));
            Law.Reckon(new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, Day("2026-01-01")) { CurrentPay = 1, ServiceMonths = 240 + months })
                .ServiceYears.ShouldBe(Coefficient.Parse("20") + Coefficient.Parse(r2[months]));
        }
        Law.Reckon(Of2024 with { ServiceMonths = 431 }).ServiceYears.ShouldBe(Coefficient.Parse("36"));
    }
}
