using CongVu.Law.Communes;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Explanations are printed as annexes of decisions: every word, figure and source of them is held here as it was read and approved.</summary>
public class ApprovedExplanationTests
{
    private const long Million = 1_000_000;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_explanation_reads_as_it_was_approved(string name) =>
        Approved.ShouldMatch(name, string.Join("\n\n", Pages[name]().Select(p => p.ToText())));

    public static TheoryData<string> Names => [.. Pages.Keys];

    private static Dictionary<string, Func<IEnumerable<Explanation>>> Pages => new()
    {
        ["step-raise"] = StepRaises,
        ["over-scale"] = OverScales,
        ["early-raise"] = EarlyRaises,
        ["monthly-pay"] = MonthlyPays,
        ["rank-change"] = RankChanges,
        ["retirement"] = Retirements,
        ["deadlines"] = Deadlines,
        ["communes"] = Communes,
        ["concurrent-titles"] = Concurrent,
        ["early-retirement"] = EarlyRetirements,
        ["leaving"] = Leaving,
        ["part-time-and-resignation"] = PartTimeAndResignation,
        ["around-a-benefit"] = AroundABenefit,
    };

    private static IEnumerable<Explanation> StepRaises()
    {
        var holding = new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2023-09-01")) { Decision = "Quyết định số 125/QĐ-SNV ngày 05/09/2023" };
        DisciplineOnRecord reprimand = new(DisciplineForm.Reprimand, Day("2025-05-10"), "Quyết định số 3/QĐ-SNV ngày 10/05/2025");
        var rule = new RegularStepRaise(Book, Day("2026-11-21"));
        yield return rule.Explain(holding);
        yield return rule.Explain(holding with { NotCountedMonths = 4, NotCompletedYears = [2024, 2021], Disciplines = [reprimand, new(DisciplineForm.Warning, Day("2022-01-01"))] });
        yield return rule.Explain(holding with { Step = 9, Decision = null });
        yield return new RegularStepRaise(Book, Day("2013-01-01")).Explain(new StepHolding(StaffCategory.PublicEmployee, "B", 2, Day("2011-06-01")) { NotCompletedYears = [2012] });
        yield return new RegularStepRaise(Book, Day("2015-01-01")).Explain(new StepHolding(StaffCategory.CivilServant, "A2.1", 2, Day("2013-06-01")));
    }

    private static IEnumerable<Explanation> OverScales()
    {
        var last = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2019-04-01")) { Decision = "Quyết định số 12/QĐ-SNV ngày 20/03/2019" };
        var disciplined = last with { Disciplines = [new(DisciplineForm.Warning, Day("2023-05-01")), new(DisciplineForm.Reprimand, Day("2018-01-01"))], NotCompletedYears = [2020, 2026] };
        var rule = new OverScale(Book, Day("2026-07-01"));
        yield return rule.Explain(last);
        yield return rule.Explain(disciplined);
        yield return rule.Explain(last with { Since = Day("2025-01-01"), Decision = null });
        var award = new OverScaleAward(Book, Day("2026-11-27"));
        yield return award.Explain(last with { Since = Day("2024-04-01") }, default);
        yield return award.Explain(last with { Since = Day("2025-04-01"), NotCountedMonths = 2, NotCompletedYears = [2025, 2022] }, Percent.Of(6));
        yield return award.Explain(new StepHolding(StaffCategory.PublicEmployee, "B", 12, Day("2025-02-01")), default);
    }

    private static IEnumerable<Explanation> EarlyRaises()
    {
        var early = new EarlyStepRaise(Book, Day("2026-11-27"));
        var holding = new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2024-09-01"));
        yield return early.Explain(holding, 9, EarlyRaiseGround.Achievement);
        yield return early.Explain(holding with { Step = 9 }, 12, EarlyRaiseGround.RetirementNotice);
        yield return new EarlyRaiseQuota(Book, Day("2026-11-27")).Explain(127);
        yield return new EarlyRaiseQuota(Book, Day("2026-11-27")).Explain(120);
    }

    private static IEnumerable<Explanation> MonthlyPays()
    {
        var rule = new MonthlyPay(Book, Day("2026-07-01"));
        var post = Book.Pay.PostAllowances(AllowanceArea.Other, Day("2026-07-01")).First(p => p.Post == "department-head");
        yield return rule.Explain(new PayHolding(StaffCategory.CivilServant, "A2.1", 3, default, post.Coefficient)
        {
            StepDecision = "Quyết định số 1/QĐ-SNV ngày 02/01/2024", PostDecision = "Quyết định số 2/QĐ-UBND ngày 03/01/2024", PostSource = post.Source,
        });
        yield return rule.Explain(new PayHolding(StaffCategory.PublicEmployee, "A1", 9, new Percent(733), new Coefficient(20)));
        yield return new MonthlyPay(Book, Day("2015-05-01")).Explain(new PayHolding(StaffCategory.CivilServant, "A1", 1));
        yield return new MonthlyPay(Book, Day("2015-05-01")).Explain(new PayHolding(StaffCategory.CivilServant, "A1", 2));
        var (other, pay) = (new OtherAllowances(Book, Day("2026-07-01")), rule.Assess(new PayHolding(StaffCategory.CivilServant, "A1", 9, Percent.Of(5), new Coefficient(25))));
        yield return other.Explain(new OtherAllowance("Phụ cấp khu vực", new Coefficient(30), null, null, "Quyết định số 7/QĐ-SNV ngày 01/07/2026"), pay);
        yield return other.Explain(new OtherAllowance("Phụ cấp thu hút", null, Percent.Of(70), null), pay);
        yield return other.Explain(new OtherAllowance("Phụ cấp lẻ", null, new Percent(1), null), pay);
        yield return other.Explain(new OtherAllowance("Phụ cấp khác", null, null, 200_000), pay);
    }

    private static IEnumerable<Explanation> RankChanges()
    {
        var rule = new RankChange(Book, Day("2026-08-01"));
        yield return rule.Explain(StaffCategory.CivilServant, "A1", 4, default, "A2.1");
        yield return rule.Explain(StaffCategory.CivilServant, "A2.1", 8, Percent.Of(9), "A3.2");
        yield return rule.Explain(StaffCategory.CivilServant, "A2.1", 3, default, "A2.2");
        yield return rule.Explain(StaffCategory.CivilServant, "A2.2", 3, default, "A2.1");
        yield return rule.Explain(StaffCategory.CivilServant, "A2.1", 8, Percent.Of(6), "A2.1");
    }

    private static IEnumerable<Explanation> Retirements()
    {
        var rule = new RetirementAge(Book, Day("2026-11-21"));
        yield return rule.Explain(Sex.Male, Day("1964-10-10"));
        yield return rule.Explain(Sex.Female, new PartialDate(1969, 5));
        yield return rule.Explain(Sex.Female, new PartialDate(1990));
        yield return RetirementAge.InTimeFor(Book, Sex.Male, Day("1955-06-10")).Explain(Sex.Male, Day("1955-06-10"));
        foreach (var day in new[] { "2018-03-01", "2026-11-27" })
        {
            yield return new RetirementDeadlines(Book, Day(day)).Explain(Day(day == "2018-03-01" ? "2023-05-01" : "2027-05-01"));
        }
    }

    private static IEnumerable<Explanation> Deadlines()
    {
        var rule = new Deadline(Book.Calendar);
        yield return rule.Explain(Day("2026-08-01"), 30, PeriodUnit.Day, "Ngày nhận quyết định");
        yield return rule.Explain(Day("2026-08-05"), 15, PeriodUnit.WorkingDay);
        yield return rule.Explain(Day("2027-05-01"), -6, PeriodUnit.Month);
        yield return rule.Explain(Day("2026-11-10"), -3, PeriodUnit.WorkingDay);
        yield return rule.Explain(Day("2026-08-06"), 10, PeriodUnit.Day);
        yield return rule.Explain(Day("2026-08-12"), 10, PeriodUnit.Day);
    }

    private static IEnumerable<Explanation> Communes()
    {
        var law = Book.Communes;
        yield return law.Staffing(new CommuneUnit(CommuneKind.Commune, 1), Day("2012-01-01")).Explanation;
        yield return law.Staffing(new CommuneUnit(CommuneKind.Ward, 2) { OfUrbanDistrict = true, Population = 26_000, PopulationNorm = 15_000, Area = 1_200, AreaNorm = 550 }, Day("2024-01-01")).Explanation;
        yield return law.Staffing(new CommuneUnit(CommuneKind.Ward, 3) { Population = 26_000, PopulationNorm = 15_000 }, Day("2024-01-01")).Explanation;
        yield return law.Staffing(new CommuneUnit(CommuneKind.Township, 3), Day("2020-01-01")).Explanation;
        yield return law.PartTimeFund(2, Day("2015-01-01")).Explanation;
        yield return law.PartTimeFund(1, Day("2024-07-01")).Explanation;
        yield return law.VillageFund(new Village(VillageKind.Village, 349), Day("2020-01-01")).Explanation;
        yield return law.VillageFund(new Village(VillageKind.ResidentialGroup, 500) { SecurityKey = true, BorderOrIsland = true }, Day("2026-07-01")).Explanation;
    }

    private static IEnumerable<Explanation> Concurrent()
    {
        var (law, day) = (Book.Communes, Day("2024-07-01"));
        PartTimeTitle office = new("Phụ trách văn phòng", 2_000_001, "Nghị quyết số 5/NQ-HĐND"), treasurer = new("Thủ quỹ", 3_000_000, "Nghị quyết số 6/NQ-HĐND");
        yield return law.Concurrent.OfStaff([default, Coefficient.Parse("0.25"), Coefficient.Parse("0.15")], day);
        yield return law.Concurrent.OfStaff([default], day);
        yield return law.Concurrent.OfPartTime(new("Nguyễn Văn A", [office, treasurer]), day);
        yield return law.Concurrent.OfPartTime(new("Nguyễn Văn A", [office]), day);
        PartTimeHolder[] list = [new("Trần Thị B", [office, treasurer], Percent.Of(50)), .. Enumerable.Range(1, 10).Select(i => new PartTimeHolder($"Người thứ {i}", [treasurer]))];
        yield return law.Concurrent.Use(law.PartTimeFund(3, day), list, 10, day).Explanation;
        yield return law.Concurrent.Use(law.PartTimeFund(3, day), [.. list, list[1]], null, day).Explanation;
    }

    private static ExitCase Downsized(string on) => new(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day(on))
    {
        AveragePay = (10 * Million) + 3, CurrentPay = (11 * Million) + 1, MonthsToRetirement = 40, ServiceMonths = 338,
    };

    private static IEnumerable<Explanation> EarlyRetirements() =>
        new[]
        {
            Downsized("2016-05-01"),
            Downsized("2016-05-01") with { MonthsToRetirement = 10 },
            Downsized("2024-05-01") with { AveragePay = null, RoadmapMonths = 10 },
            Downsized("2024-05-01") with { ServiceMonths = 204 },
            Downsized("2025-07-01"),
            Downsized("2025-07-01") with { ServiceMonths = 200 },
            Downsized("2025-07-01") with { MonthsToRetirement = 5 },
            Downsized("2025-07-01") with { Reason = ExitReason.Reorganisation, MonthsAfterReorganisation = 12 },
            Downsized("2025-07-01") with { Reason = ExitReason.Reorganisation, MonthsAfterReorganisation = 13, MonthsToRetirement = 84 },
            Downsized("2025-07-01") with { Reason = ExitReason.Reorganisation, MonthsToRetirement = 23 },
            Downsized("2025-07-01") with { Reason = ExitReason.Reorganisation, ServiceMonths = 204 },
            Downsized("2024-11-01") with { Reason = ExitReason.Reorganisation, UndecidedOn = Day("2025-03-15") },
        }.Select(Book.Severance.Explain);

    private static IEnumerable<Explanation> Leaving() =>
        new[]
        {
            Downsized("2016-05-01") with { Policy = ExitPolicy.Transfer },
            Downsized("2024-05-01") with { Policy = ExitPolicy.Immediate, Category = StaffCategory.PublicEmployee },
            Downsized("2025-07-01") with { Policy = ExitPolicy.Immediate, ServiceMonths = 7 },
            Downsized("2025-07-01") with { Policy = ExitPolicy.AfterTraining, TrainingMonths = 8, TrainingFee = 75 * Million },
            Downsized("2025-07-01") with { Policy = ExitPolicy.AfterTraining, TrainingMonths = 3, TrainingFee = 5 * Million },
            Downsized("2025-07-01") with { Policy = ExitPolicy.Immediate, Reason = ExitReason.Reorganisation, ServiceMonths = 123 },
            Downsized("2025-07-01") with { Policy = ExitPolicy.Immediate, Reason = ExitReason.Reorganisation, MonthsAfterReorganisation = 13, ServiceMonths = 50, Category = StaffCategory.PublicEmployee },
        }.Select(Book.Severance.Explain);

    private static IEnumerable<Explanation> PartTimeAndResignation()
    {
        var commune = new ExitCase(ExitPolicy.CommunePartTime, ExitReason.Reorganisation, Day("2025-08-01"))
        {
            Category = StaffCategory.CommunePartTime, CurrentPay = 3 * Million, ServiceMonths = 100, MonthsToRetirement = 120,
        };
        var resigning = new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, Day("2026-07-31")) { CurrentPay = 10 * Million, ServiceMonths = 146 };
        return new[]
        {
            commune, commune with { ServiceMonths = 38 }, commune with { MonthsToRetirement = 20 }, commune with { DrawsPension = true, MonthsToRetirement = null }, commune with { MonthsToRetirement = 0 },
            commune with { Policy = ExitPolicy.VillagePartTime, On = Day("2026-09-01") },
            resigning, resigning with { ServiceMonths = 8 }, resigning with { Reason = ExitReason.PoorResults },
            resigning with { On = Day("2026-09-01") }, resigning with { On = Day("2026-09-01"), ServiceMonths = 8 }, resigning with { On = Day("2026-09-01"), FileCompleteOn = Day("2026-07-31") },
        }.Select(Book.Severance.Explain);
    }

    private static IEnumerable<Explanation> AroundABenefit()
    {
        yield return Book.Severance.Difference(Downsized("2024-05-01") with { UnpaidOn = Day("2025-06-16") }, 197_500_000);
        yield return Book.Severance.RepaymentOf(Day("2025-08-01"), Day("2030-08-02")).Explanation;
        yield return RetirementDistance.Of(Book, Sex.Male, new PartialDate(1968, 3), Day("2026-03-01"), hazardous: false).Explanation;
        yield return RetirementDistance.Of(Book, Sex.Female, new PartialDate(1975), Day("2026-03-01"), hazardous: true).Explanation;
        PayPart[] month = [Part("salary", "Lương", 10 * Million), Part("post", "Chức vụ", Million), Part("public-duty", "Công vụ", 2 * Million), Part("region", "Khu vực", 500_000), Part("over-scale", "Vượt khung", 0)];
        foreach (var reason in new[] { ExitReason.Downsizing, ExitReason.Reorganisation, ExitReason.OwnWish })
        {
            yield return new CurrentPayParts(Book, reason, Day("2026-09-01")).Explain(Day("2026-08-01"), month);
        }
    }

    private static PayPart Part(string code, string name, long amount) => new(code, new Explanation(name, ExplainedValue.Money(amount)));
}
