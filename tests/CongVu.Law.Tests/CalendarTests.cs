using CongVu.Law.Retirement;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class CalendarTests
{
    private static readonly WorkCalendar Calendar = Book.Calendar;
    private static readonly Deadline Deadline = new(Book.Calendar);

    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2025-11-24", true)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-29", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-03", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-10", true)]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-04-28", true)]
    public void People_work_as_the_notices_say(string day, bool works) => Calendar.IsWorking(Day(day)).ShouldBe(works);

    [Fact]
    public void What_is_not_published_is_not_guessed()
    {
        Should.Throw<OutsideCoverageException>(() => Calendar.IsWorking(Day("2027-02-08"))).Message.ShouldContain("lịch năm 2027 chưa công bố");
        Should.Throw<OutsideCoverageException>(() => Calendar.IsWorking(Day("2028-01-03"))).Message.ShouldContain("chưa công bố lịch nghỉ");
        Should.Throw<OutsideCoverageException>(() => Calendar.IsWorking(Day("2020-12-31")));
        Calendar.IsWorking(Day("2027-02-02")).ShouldBeTrue();
        Calendar.Knows(Day("2026-11-27")).ShouldBeTrue();
        Calendar.Knows(Day("2027-01-20")).ShouldBeFalse();
        Calendar.Knows(Day("2021-01-10")).ShouldBeFalse();
    }

    [Fact]
    public void A_moved_deadline_says_why()
    {
        var told = Deadline.Explain(Day("2026-08-01"), 30, PeriodUnit.Day, "Ngày nhận quyết định");

        told.Value.AsDate.ShouldBe(Day("2026-09-03"));
        told.Formula.ShouldBe("Ngày nhận quyết định + 30 ngày, không tính ngày đầu tiên");
        told.Notes.ShouldHaveSingleItem().ShouldStartWith("Ngày 31/08/2026 là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo");
        told.Parameters.ShouldHaveSingleItem().Value.ToString().ShouldBe("Quốc khánh");
        Deadline.Explain(Day("2027-05-01"), -6, PeriodUnit.Month).Notes.ShouldHaveSingleItem().ShouldContain("ngày làm việc liền trước");
        Deadline.Explain(Day("2026-08-05"), 15, PeriodUnit.Day).Notes.ShouldBeEmpty();
        Deadline.After(Day("2026-08-05"), new Period(15, PeriodUnit.Day)).IsMoved.ShouldBeFalse();
        Deadline.Before(Day("2026-06-09"), new Period(2, PeriodUnit.WorkingDay)).Due.ShouldBe(Day("2026-06-05"));
    }

    [Fact]
    public void A_deadline_always_falls_on_a_day_people_work_and_never_goes_back_as_time_is_added() =>
        Prop.ForAll(Starts, Gen.Choose(1, 60).ToArbitrary(), (from, count) =>
        {
            foreach (var unit in new[] { PeriodUnit.Day, PeriodUnit.WorkingDay })
            {
                var (due, later) = (Deadline.Reckon(from, count, unit).Due, Deadline.Reckon(from, count + 1, unit).Due);
                if (!Calendar.IsWorking(due) || due < from || later < due || Deadline.Reckon(from, -count, unit).Due > from)
                {
                    return false;
                }
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_counted_forth_and_back_meet_again() =>
        Prop.ForAll(Starts, Gen.Choose(1, 40).ToArbitrary(), (from, count) =>
            !Calendar.IsWorking(from) || Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, count), -count) == from).QuickCheckThrowOnFailure();

    [Fact]
    public void Notice_and_decision_of_retirement_have_their_last_days()
    {
        var rule = new RetirementDeadlines(Book, Day("2026-11-27"));

        rule.Assess(Day("2027-05-01")).ShouldBe(new RetirementDeadlineOutcome(Day("2026-10-30"), Day("2027-02-01")));
        rule.Assess(Day("2026-11-01")).NoticeBy.ShouldBe(Day("2026-04-29"));
        rule.Assess(Day("2031-05-01")).ShouldBe(new RetirementDeadlineOutcome(Day("2030-11-01"), Day("2031-02-01")));
        var told = rule.Explain(Day("2027-05-01"));
        told.Value.AsDate.ShouldBe(Day("2026-10-30"));
        told.Parameters.ShouldHaveSingleItem().Source.ShouldBe("Điều 61, Nghị định 170/2025/NĐ-CP");
        told.Children.ShouldHaveSingleItem().Value.AsDate.ShouldBe(Day("2027-02-01"));
    }

    [Fact]
    public void A_forecast_lists_those_who_retire_within_the_time_earliest_first()
    {
        RetirementCandidate<string>[] people =
        [
            new("later", Sex.Female, Day("1970-02-10")),
            new("soon", Sex.Male, Day("1965-06-20")),
            new("gone", Sex.Male, Day("1960-01-01")),
            new("edge", Sex.Male, new PartialDate(1965, 6)),
            new("young", Sex.Female, Day("1990-01-01")),
        ];

        var found = new RetirementForecast(Book, Day("2026-11-27")).Between(people, Day("2027-01-01"), Day("2027-07-01"));

        found.Select(f => f.Key).ShouldBe(["soon", "edge", "later"]);
        found[0].Age.PensionFrom.ShouldBe(Day("2027-01-01"));
        found[2].Age.PensionFrom.ShouldBe(Day("2027-07-01"));
        found[0].Deadlines.NoticeBy.ShouldBe(Day("2026-07-01"));
    }

    [Fact]
    public void A_broken_calendar_is_refused()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Replace("parameters/calendar/days-off.yaml", "{ name: Tết Nguyên đán, kind: off, from: 2026-02-16, until: 2026-02-20 }", "{ name: Tết Nguyên đán, kind: holiday, from: 2026-02-16, until: 2026-02-20 }");
        folder.Replace("parameters/calendar/days-off.yaml", "from: 2026-01-10, until: 2026-01-10", "from: 2026-01-02, until: 2026-01-10");

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors.Select(e => e.Message).ShouldBe(
        [
            "Ngày 2026-01-02 đã thuộc một đợt khác của lịch.",
            "Mỗi dòng của lịch cần “kind” (worked, off, pending), ngày đầu và ngày cuối.",
        ]);
    }

    private static Arbitrary<DateOnly> Starts => Gen.Choose(0, 1_600).Select(n => Day("2022-03-01").AddDays(n)).ToArbitrary();
}
