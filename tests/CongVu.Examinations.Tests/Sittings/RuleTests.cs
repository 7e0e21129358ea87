using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Items;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Law;

namespace CongVu.Examinations.Tests.Sittings;

public sealed class RuleTests
{
    // Differences up to 5 are averaged, from 10 on a third marks, between them the head decides (TT 22/2025/TT-BNV).
    [Theory]
    [InlineData(72, 76, null, 7400)]
    [InlineData(70, 75, null, 7250)]
    [InlineData(70, 77, null, null)]
    [InlineData(60, 71, null, null)]
    [InlineData(60, 71, 71, 7100)]
    [InlineData(60, 71, 65, null)]
    public void Two_marks_settle_or_ask_for_more(int first, int second, int? third, int? final)
    {
        Dictionary<MarkStep, int> marks = new() { [MarkStep.First] = first * 100, [MarkStep.Second] = second * 100 };
        if (third is { } t) marks[MarkStep.Third] = t * 100;
        var outcome = MarkRules.Of(marks, 100_00, 500, 1000);
        (outcome is MarkOutcome.Settled settled ? settled.Hundredths : (int?)null).ShouldBe(final);
        if (final is null) outcome.ShouldBeOfType<MarkOutcome.Needs>().Step.ShouldBe(third is null && second - first >= 10 ? MarkStep.Third : MarkStep.Agreed);
    }

    // A new pair: equal marks stand, else a third, else the mean of three; a change from 5 on needs a dialogue.
    [Theory]
    [InlineData(71, 71, null, 7100)]
    [InlineData(74, 74, null, null)]
    [InlineData(70, 71, 71, 7100)]
    [InlineData(69, 70, 72, 7033)]
    [InlineData(69, 70, null, null)]
    public void Marking_again_after_68(int first, int second, int? third, int? final)
    {
        Dictionary<MarkStep, int> marks = new() { [MarkStep.AppealFirst] = first * 100, [MarkStep.AppealSecond] = second * 100 };
        if (third is { } t) marks[MarkStep.AppealThird] = t * 100;
        var outcome = MarkRules.OfAppeal(marks, 68_00, 100_00, 500);
        (outcome is MarkOutcome.Settled settled ? settled.Hundredths : (int?)null).ShouldBe(final);
        if (final is null) outcome.ShouldBeOfType<MarkOutcome.Needs>().Step.ShouldBe(first == second ? MarkStep.AppealAgreed : MarkStep.AppealThird);
    }

    [Fact]
    public void Differences_count_on_the_scale_of_100_whatever_the_essay_is_worth() =>
        MarkRules.Of(new Dictionary<MarkStep, int> { [MarkStep.First] = 1500, [MarkStep.Second] = 1600 }, 20_00, 500, 1000).ShouldBeOfType<MarkOutcome.Settled>().Hundredths.ShouldBe(1550);

    [Fact]
    public void What_a_machine_receives_does_not_tell_the_order_or_the_pairs()
    {
        var item = new ExamItem
        {
            Id = "x", Title = "x", Stem = new Content("Ghép"),
            Parts = [new Part { Id = "P", Kind = PartKind.Matching, Choices = [.. Enumerable.Range(1, 6).SelectMany(n => new[] { new Choice($"S{n}", new Content($"trái {n}")) { Set = 1 }, new Choice($"T{n}", new Content($"phải {n}")) { Set = 2 } })], Key = [.. Enumerable.Range(1, 6).Select(n => $"S{n} T{n}")] }],
        };
        var orders = Enumerable.Range(0, 20).Select(_ => Blinding.Seal(item, Guid.Empty, 1, 500)).ToList();
        orders.Select(o => string.Join(' ', o.Item.Parts[0].Choices.Select(c => c.Content.Xml))).Distinct().Count().ShouldBeGreaterThan(10);
        foreach (var sealedItem in orders)
        {
            var part = sealedItem.Item.Parts[0];
            part.Choices.ShouldAllBe(c => c.Id.StartsWith('c'));
            var said = part.Choices.ToDictionary(c => c.Id, c => c.Content.Xml.Split(' ')[1]);
            part.Key.Select(k => k.Split(' ')).ShouldAllBe(k => said[k[0]] == said[k[1]]);
            sealedItem.Labels!["P"].Count.ShouldBe(12);
        }
    }

    [Fact]
    public void Alpha_discrimination_and_correlation_are_the_textbook_figures()
    {
        // Four papers, three questions; alpha = 3/2 · (1 − 0.625/1.25) = 0.75 by hand.
        Statistics.Alpha([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]]).ShouldNotBeNull().ShouldBe(0.75, 1e-9);
        Statistics.Alpha([[1, 1], [1, 1]]).ShouldBeNull();
        Statistics.UpperLower([.. Enumerable.Range(0, 10).Select(n => ((double)n, n >= 5 ? 1.0 : 0.0))]).ShouldBe(1);
        Statistics.Correlation([1, 2, 3, 4], [2, 4, 6, 8]).ShouldNotBeNull().ShouldBe(1, 1e-9);
        Statistics.Correlation([1, 2, 3], [5, 5, 5]).ShouldBeNull();
    }

    [Fact]
    public void Equal_totals_are_told_apart_by_the_score_without_priority_and_else_left_to_the_head()
    {
        var sitting = new Sitting { Name = "Vòng 2", Round = "r" };
        (Candidate, PaperResult) One(string number, int points, int priority)
        {
            var candidate = new Candidate { FullName = number, PersonalId = number, Number = number, Position = "Văn thư", PriorityHundredths = priority, PriorityReason = "Con thương binh" };
            var seat = new Seat { CandidateId = candidate.Id, State = SeatState.Sealed };
            return (candidate, new PaperResult(new Placed(seat, candidate, new CongVu.Examinations.Data.Room { Name = "1" }), sitting, points, 100_00, 0, points, points >= 50_00));
        }
        var rows = new[] { One("001", 75_00, 5_00), One("002", 80_00, 0), One("003", 60_00, 0), One("004", 60_00, 0), One("005", 49_99, 7_50) };
        var ranked = Ranking.Of(ExamLaw.CivilServant, [.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], ["r"]);
        ranked.Select(r => (r.Candidate.Number, r.Rank)).ShouldBe([("002", 1), ("001", 2), ("003", 3), ("004", 3), ("005", null)]);
        ranked[0].Why.ShouldContain("xếp trên");
        ranked[2].Why.ShouldContain("người đứng đầu cơ quan quyết định");
        ranked[4].Why.ShouldContain("Không đạt");
    }

    [Fact]
    public void The_law_of_the_day_gives_the_rounds_and_every_value_has_a_source()
    {
        var law = LawBook.Load();
        law.Table("examinations.civil-servant-rounds").At(new DateOnly(2024, 5, 1)).Value.Rows.Count.ShouldBe(4);
        var now = law.Table("examinations.civil-servant-rounds").At(new DateOnly(2026, 11, 28));
        now.Source.Instrument.ShouldBe("170/2025/NĐ-CP");
        (now.Value.Rows[0].Integer("questions"), now.Value.Rows[0].Integer("minutes"), now.Value.Rows[0].Ratio("pass")).ShouldBe((60, 60, Percent.Of(50)));
        law.Table("examinations.public-employee-rounds").At(new DateOnly(2026, 7, 1)).Source.Instrument.ShouldBe("259/2026/NĐ-CP");
        law.Table("examinations.penalties").At(new DateOnly(2026, 11, 28)).Value.Rows.Select(r => r.Ratio("cut").Hundredths).ShouldBe([0, 2500, 5000, 10_000, 10_000]);
    }
}
