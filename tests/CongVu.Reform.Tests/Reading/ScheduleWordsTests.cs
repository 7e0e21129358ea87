using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>The words of time columns, as offices write them.</summary>
public sealed class ScheduleWordsTests
{
    private static readonly PlanReadPeriod FiveYears = new(new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31));
    private static readonly PlanReadPeriod OneYear = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly DateOnly Issued = new(2021, 2, 5);

    [Theory]
    [InlineData("Năm 2021", "2021-01-01", "2021-12-31")]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("Năm 2022 - 2023", "2022-01-01", "2023-12-31")]
    [InlineData("2021-2025", "2021-01-01", "2025-12-31")]
    [InlineData("Giai đoạn 2021 – 2025", "2021-01-01", "2025-12-31")]
    [InlineData("Từ năm 2021 đến năm 2023", "2021-01-01", "2023-12-31")]
    [InlineData("Các năm 2021, 2022 và 2023", "2021-01-01", "2023-12-31")]
    [InlineData("Tháng 10/2013 - 3/2014", "2013-10-01", "2014-03-31")]
    [InlineData("Tháng 10/2014 -10/2015", "2014-10-01", "2015-10-31")]
    [InlineData("Tháng 11/2013", "2013-11-01", "2013-11-30")]
    [InlineData("Tháng\n8/2013 -\n9/2013", "2013-08-01", "2013-09-30")]
    [InlineData("Tháng 02 năm 2024", "2024-02-01", "2024-02-29")]
    [InlineData("Từ tháng 3 đến tháng 6/2024", "2024-03-01", "2024-06-30")]
    [InlineData("Tháng 3, 4/2024", "2024-03-01", "2024-04-30")]
    [InlineData("Tháng 10 - tháng 3/2024", "2023-10-01", "2024-03-31")]
    [InlineData("T6/2024", "2024-06-01", "2024-06-30")]
    [InlineData("6/2024", "2024-06-01", "2024-06-30")]
    [InlineData("Quý I/2024", "2024-01-01", "2024-03-31")]
    [InlineData("Quý IV năm 2024", "2024-10-01", "2024-12-31")]
    [InlineData("Quý 2 - 3/2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý II và quý III năm 2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý IV/2024 - Quý I/2025", "2024-10-01", "2025-03-31")]
    [InlineData("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30")]
    [InlineData("06 tháng cuối năm 2024", "2024-07-01", "2024-12-31")]
    [InlineData("Cuối năm 2024", "2024-10-01", "2024-12-31")]
    [InlineData("Hoàn thành trong quý II/2026", "2026-04-01", "2026-06-30")]
    [InlineData("01/3/2024 - 30/6/2024", "2024-03-01", "2024-06-30")]
    [InlineData("Từ ngày 01/3/2024 đến ngày 30/6/2024", "2024-03-01", "2024-06-30")]
    [InlineData("Từ nay đến hết tháng 10 năm 2025", "2021-02-05", "2025-10-31")]
    [InlineData("Năm 2022 và các năm tiếp theo", "2022-01-01", "2025-12-31")]
    [InlineData("Từ năm 2023", "2023-01-01", "2025-12-31")]
    [InlineData("Cả giai đoạn", "2021-01-01", "2025-12-31")]
    public void Periods_are_widened_to_their_first_and_last_day(string text, string from, string to)
    {
        var schedule = PlanReader.ReadSchedule(text, FiveYears, Issued);
        schedule.ShouldBe(PlanScheduleKind.Period, from, to);
        schedule.Text.ShouldBe(text.Replace('\n', ' '));
    }

    [Theory]
    [InlineData("Quý II", "2026-04-01", "2026-06-30")]
    [InlineData("Tháng 9 - 10", "2026-09-01", "2026-10-31")]
    [InlineData("6 tháng đầu năm", "2026-01-01", "2026-06-30")]
    [InlineData("Trong năm", "2026-01-01", "2026-12-31")]
    public void In_a_plan_for_one_year_the_year_need_not_be_written(string text, string from, string to) =>
        PlanReader.ReadSchedule(text, OneYear).ShouldBe(PlanScheduleKind.Period, from, to);

    [Fact]
    public void Without_any_year_a_quarter_is_a_period_whose_days_are_unknown() =>
        PlanReader.ReadSchedule("Quý II", FiveYears).ShouldBe(PlanScheduleKind.Period);

    [Theory]
    [InlineData("Chậm nhất ngày 31 tháng 12 năm 2025", "2025-12-31")]
    [InlineData("Trước ngày 15/12/2024", "2024-12-15")]
    [InlineData("Trước 30.6.2024", "2024-06-30")]
    [InlineData("30/06/2024", "2024-06-30")]
    [InlineData("Ngày 30-6-2024", "2024-06-30")]
    [InlineData("Hoàn thành trước 31/12/2025", "2025-12-31")]
    [InlineData("Đến năm 2025", "2025-12-31")]
    [InlineData("Đến hết quý II/2025", "2025-06-30")]
    [InlineData("Trước tháng 6/2024", "2024-05-31")]
    [InlineData("Chậm nhất tháng 6/2024", "2024-06-30")]
    [InlineData("Trong 15 ngày kể từ ngày ban hành Kế hoạch", "2021-02-20")]
    public void Deadlines_have_a_last_day_only(string text, string to) =>
        PlanReader.ReadSchedule(text, FiveYears, Issued).ShouldBe(PlanScheduleKind.Deadline, to: to);

    [Theory]
    [InlineData("Trước ngày 15/12 hàng năm", 12, 15)]
    [InlineData("trước ngày 01/12 hằng năm", 12, 1)]
    [InlineData("Ngày 10 tháng 11 hàng năm", 11, 10)]
    [InlineData("Quý IV hằng năm", 12, 31)]
    [InlineData("Trước ngày 25/11 hằng năm trong giai đoạn 2021 - 2025", 11, 25)]
    public void A_yearly_deadline_keeps_its_day(string text, int month, int day)
    {
        var schedule = PlanReader.ReadSchedule(text, FiveYears);
        schedule.ShouldBe(PlanScheduleKind.Deadline, minPerYear: 1);
        schedule.Yearly.ShouldBe(new PlanYearDay(month, day));
    }

    [Theory]
    [InlineData("Thường xuyên", null)]
    [InlineData("Thường xuyên (tối thiểu 01 đợt kiểm tra/năm)", 1)]
    [InlineData("Thường xuyên, ít nhất 02 lần/năm", 2)]
    [InlineData("Hằng năm", null)]
    [InlineData("Hàng năm", null)]
    [InlineData("Hằng quý", 4)]
    [InlineData("Hằng tháng", 12)]
    [InlineData("Định kỳ 6 tháng/lần", 2)]
    [InlineData("Định kỳ 03 tháng một lần", 4)]
    [InlineData("02 cuộc/năm", 2)]
    [InlineData("Mỗi năm 02 lớp", 2)]
    [InlineData("Liên tục", null)]
    [InlineData("Thường xuyên, khi có yêu cầu", null)]
    public void What_goes_on_all_the_time_may_say_how_often_a_year(string text, int? min) =>
        PlanReader.ReadSchedule(text, FiveYears).ShouldBe(PlanScheduleKind.Ongoing, minPerYear: min);

    [Fact]
    public void What_goes_on_may_have_its_years() =>
        PlanReader.ReadSchedule("Hằng năm, giai đoạn 2022 - 2024", FiveYears).ShouldBe(PlanScheduleKind.Ongoing, "2022-01-01", "2024-12-31");

    [Theory]
    [InlineData("Sau khi Chính phủ ban hành Nghị định về tuyển dụng", PlanScheduleKind.Conditional)]
    [InlineData("Sau khi Nghị định số 34/2019/NĐ-CP được sửa đổi", PlanScheduleKind.Conditional)]
    [InlineData("Khi có văn bản hướng dẫn của Bộ Nội vụ", PlanScheduleKind.Conditional)]
    [InlineData("Theo hướng dẫn của Trung ương", PlanScheduleKind.Conditional)]
    [InlineData("Ngay khi Luật có hiệu lực", PlanScheduleKind.Conditional)]
    [InlineData("Khi có nhu cầu", PlanScheduleKind.OnDemand)]
    [InlineData("Khi có nhu cầu biên chế", PlanScheduleKind.OnDemand)]
    [InlineData("Khi có công chức lãnh đạo quản lý không đủ năng lực hoàn thành nhiệm vụ được giao", PlanScheduleKind.OnDemand)]
    [InlineData("Khi phát sinh", PlanScheduleKind.OnDemand)]
    [InlineData("Theo yêu cầu", PlanScheduleKind.OnDemand)]
    [InlineData("Đột xuất", PlanScheduleKind.OnDemand)]
    public void Conditions_wait_for_a_document_or_an_event(string text, PlanScheduleKind kind) =>
        PlanReader.ReadSchedule(text, FiveYears).ShouldBe(kind);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("...")]
    public void Nothing_written_is_no_schedule(string text)
    {
        var schedule = PlanReader.ReadSchedule(text);
        schedule.ShouldBe(PlanScheduleKind.None);
        schedule.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("Ngày 31 tháng 4 năm 2025")]
    [InlineData("45/13/2025")]
    [InlineData("Chưa xác định")]
    public void Days_that_do_not_exist_and_words_without_time_are_kept_as_text_and_given_back(string text)
    {
        PlanReader.ReadSchedule(text).ShouldBe(PlanScheduleKind.None);
        PlanReader.ReadSchedule(text).Text.ShouldBe(text);

        var plan = PlanFiles.ReadText($"| Stt | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Việc một | Sở Nội vụ | {text} |\n");
        plan.NotUnderstood.ShouldHaveSingleItem().Text.ShouldBe(text);
        plan.NotUnderstood[0].Line.ShouldBe(3);
    }

    [Fact]
    public void Decomposed_letters_hard_blanks_and_old_tone_marks_change_nothing()
    {
        var text = "Thường\u00A0xuyên (tối thiểu 01 đợt kiểm tra/năm)".Normalize(System.Text.NormalizationForm.FormD);
        PlanReader.ReadSchedule(text).ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 1);
        PlanReader.ReadSchedule("Quí II/2026".Replace("Quí", "Quý", StringComparison.Ordinal)).ShouldBe(PlanScheduleKind.Period, "2026-04-01", "2026-06-30");
    }
}
