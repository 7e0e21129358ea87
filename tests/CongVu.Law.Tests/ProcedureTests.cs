using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Statutory procedures as data.</summary>
public class ProcedureTests
{
    [Fact]
    public void The_appointment_lost_a_step_in_august_2026()
    {
        var procedure = Book.Procedure("appointment");

        procedure.At(Day("2026-07-31")).Value.Steps.Count(s => s.Code is not ("policy" or "decision")).ShouldBe(5);
        procedure.At(Day("2026-08-01")).Value.Steps.Count(s => s.Code is not ("policy" or "decision")).ShouldBe(4);
        Should.Throw<OutsideCoverageException>(() => procedure.At(Day("2025-06-30")));
    }

    [Fact]
    public void A_step_says_who_by_when_and_where_it_stands()
    {
        var step = Book.Procedure("recruitment").At(Day("2026-08-01")).Value.Find("decision")!;

        step.Within.ShouldBe(new Period(3, PeriodUnit.WorkingDay));
        step.Within!.Value.ToString().ShouldBe("3 ngày làm việc");
        step.Source.Text.ShouldContain("Nghị định 300/2026/NĐ-CP");
        Book.Procedure("recruitment").At(Day("2026-07-31")).Value.Find("decision")!.Within.ShouldBe(new Period(5, PeriodUnit.WorkingDay));
        Book.Procedure("recruitment").At(Day("2026-07-31")).Value.Find("nothing").ShouldBeNull();
    }

    [Fact]
    public void The_times_of_a_procedure_are_those_of_the_rules()
    {
        var retirement = Book.Procedure("retirement").At(Day("2026-11-27")).Value;

        retirement.Find("notice")!.Before!.Value.Count.ShouldBe(Book.Months("retirement.notice-months").At(Day("2026-11-27")).Value);
        retirement.Find("decision")!.Before!.Value.Count.ShouldBe(Book.Months("retirement.decision-months").At(Day("2026-11-27")).Value);
        foreach (var dated in Book.Procedure("reappointment").Values)
        {
            var row = Book.Table("leadership.reappointment-notice").At(dated.From).Value.Rows.ShouldHaveSingleItem();
            dated.Value.Find("notice")!.Before.ShouldBe(new Period(row.Integer("days"), row.Text("counting") == "working" ? PeriodUnit.WorkingDay : PeriodUnit.Day));
        }
        Book.Procedures.Select(p => p.Parameter.Key).ShouldBe(Book.Procedures.Select(p => p.Parameter.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("before: 6 month", "before: 6 moons", "một khoảng thời gian dạng")]
    [InlineData("before: 6 month", "before: 6 month, within: 6 month", "chỉ có “within” hoặc “before”")]
    [InlineData("code: decision", "code: notice", "Bước “notice” bị lặp")]
    [InlineData("before: 6 month, event: thời điểm nghỉ hưu", "before: 6 month", "“event”")]
    [InlineData("who: Công chức nghỉ hưu, ", "", "“who”")]
    [InlineData("who: Công chức nghỉ hưu, ", "who: Công chức nghỉ hưu, days: 3, ", "“days” không có trong quy cách")]
    [InlineData("key: procedure.retirement", "key: procedure.leaving", "phải chứa tham số “procedure.retirement”")]
    public void A_broken_step_is_refused_with_its_file_and_line(string old, string with, string told)
    {
        using var folder = ScratchFolder.WithTheLaw();
        const string file = "procedures/retirement.yaml";
        var line = File.ReadAllText(Path.Combine(folder.Path, file)).Split(old)[0].Count(c => c == '\n') + 1;
        folder.Replace(file, old, with);

        var error = Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors.FirstOrDefault(e => e.Message.Contains(told)).ShouldNotBeNull();

        error.Place.ShouldBe(new FilePlace(file, line));
    }
}
