using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Law;

namespace CongVu.Examinations.Tests.Sittings;

public sealed class RankingTests
{
    private static readonly Sitting Written = new() { Name = "Thi viết", Round = "round-2-written" };
    private static readonly DirectPart Interview = new() { Name = "Phỏng vấn", Weight = 30, Examiners = 2 };

    // 70 % written and 30 % interview, two decimals, half up (NĐ 170/2025).
    [Theory]
    [InlineData(83_33, 70_15, 79_38)]
    [InlineData(83_50, 71_00, 79_75)]
    public void Written_and_interview_weigh_seventy_and_thirty(int written, int interview, int total) =>
        Ranking.Weighted(written, [(30, interview)]).ShouldBe(total);

    [Fact]
    public void Parts_that_take_everything_leave_the_paper_a_threshold() => Ranking.Weighted(90_00, [(60, 80_00), (40, 70_00)]).ShouldBe(76_00);

    [Fact]
    public void Two_examiners_are_averaged_and_more_than_ten_apart_goes_to_the_head()
    {
        DirectRules.Of([80_00, 70_01], 2, 10_00, null).ShouldBeOfType<DirectOutcome.Settled>().Hundredths.ShouldBe(75_01);
        DirectRules.Of([80_00, 70_00], 2, 10_00, null).ShouldBeOfType<DirectOutcome.Settled>().Hundredths.ShouldBe(75_00);
        DirectRules.Of([80_01, 70_00], 2, 10_00, null).ShouldBeOfType<DirectOutcome.Differs>().Hundredths.ShouldBe(10_01);
        DirectRules.Of([80_00], 2, 10_00, null).ShouldBeOfType<DirectOutcome.Waits>().Missing.ShouldBe(1);
        DirectRules.Of([80_01, 70_00], 2, 10_00, new DirectDecision { Hundredths = 76_00, Reason = "Hội ý" }).ShouldBeOfType<DirectOutcome.Settled>().Hundredths.ShouldBe(76_00);
    }

    [Fact]
    public void Places_fill_the_vacancies_and_a_tie_at_the_last_waits_for_the_head()
    {
        var rows = new[] { One("001", 80_00, 80_00), One("002", 70_00, 70_00), One("003", 70_00, 70_00), One("004", 90_00, 49_99) };
        var ranked = Rank(rows, 2);
        ranked.Select(r => (r.Candidate.Number, r.Rank, r.Chosen)).ShouldBe([("001", 1, true), ("002", 2, null), ("003", 2, null), ("004", null, false)]);
        ranked[0].Why.ShouldBe("Điểm thi 80 (70% Thi viết 80 + 30% Phỏng vấn 80); xếp thứ 1, vị trí có 2 chỉ tiêu: trúng tuyển");
        ranked[1].Why.ShouldContain("bằng nhau ở chỉ tiêu cuối, người đứng đầu quyết định");
        ranked[3].Why.ShouldBe("Không đạt Phỏng vấn");

        (rows[2].Candidate.TieOrder, rows[2].Candidate.TieReason) = (1, "Quyết định 9/QĐ-HĐ");
        ranked = Rank(rows, 2);
        ranked.Select(r => (r.Candidate.Number, r.Rank, r.Chosen)).ShouldBe([("001", 1, true), ("003", 2, true), ("002", 3, false), ("004", null, false)]);
        ranked[2].Why.ShouldContain("xếp dưới theo quyết định của người đứng đầu (Quyết định 9/QĐ-HĐ)");
    }

    [Fact]
    public void Equal_sums_are_told_apart_by_the_written_paper()
    {
        var ranked = Rank([One("001", 70_00, 80_00), One("002", 73_00, 73_00)], 1);
        ranked.Select(r => (r.Candidate.Number, r.Total, r.Rank)).ShouldBe([("002", 73_00, 1), ("001", 73_00, 2)]);
    }

    // Announced on Friday 20/11/2026: five working days, with Tuesday 24/11 a holiday since 2026, end on Monday 30/11.
    [Fact]
    public void The_time_for_appeals_is_five_working_days()
    {
        var book = LawBook.Load();
        var row = book.Table("examinations.appeal-times").At(new DateOnly(2026, 11, 28)).Value.Rows[0];
        new Deadline(book.Calendar).Reckon(new DateOnly(2026, 11, 20), row.Integer("request"), PeriodUnit.WorkingDay).Due.ShouldBe(new DateOnly(2026, 11, 30));
    }

    private static IReadOnlyList<CandidateResult> Rank((Candidate Candidate, PaperResult Paper, PartResult Part)[] rows, int seats) =>
        Ranking.Of(ExamLaw.CivilServant, [.. rows.Select(r => r.Candidate)], [.. rows.Select(r => r.Paper)], [Written.Round], rows.ToLookup(r => r.Candidate.Id, r => r.Part), new Dictionary<string, int> { ["Văn thư"] = seats });

    private static (Candidate Candidate, PaperResult Paper, PartResult Part) One(string number, int written, int interview)
    {
        var candidate = new Candidate { FullName = number, PersonalId = number, Number = number, Position = "Văn thư" };
        var placed = new Placed(new Seat { CandidateId = candidate.Id, State = SeatState.Sealed }, candidate, new CongVu.Examinations.Data.Room { Name = "1" });
        return (candidate, new PaperResult(placed, Written, written, 100_00, 0, written, written >= 50_00), new PartResult(Interview, interview, interview >= 50_00, ""));
    }
}
