using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>The report for people: what was read, where, and what was not understood.</summary>
public sealed class PlanReadReportTests
{
    [Fact]
    public void A_real_plan_reads_as_a_list_one_can_check_against_the_paper()
    {
        var report = PlanReadReport.Write(PlanFiles.ReadReal("hung-yen-2020-2025.txt"));
        report.ShouldContain("Số:           104/KH-UBND");
        report.ShouldContain("Ngày:         12/08/2020");
        report.ShouldContain("10 nhóm, 32 nhiệm vụ");
        report.ShouldContain("1.2  Việc phân cấp thẩm quyền quản lý");
        report.ShouldContain("Thời gian: thường xuyên, tối thiểu 1 lần/năm (“Thường xuyên (tối thiểu 01 đợt kiểm tra/năm)”)");
        report.ShouldContain("UBND cấp huyện [nhóm]");
        report.ShouldContain("Mọi dòng của bảng nhiệm vụ đều đã được hiểu.");
    }

    [Fact]
    public void What_was_not_understood_is_listed_with_its_place()
    {
        var report = PlanReadReport.Write(PlanFiles.ReadOwn("chi-tieu-va-nhieu-dong.md"));
        report.ShouldContain("CHƯA HIỂU");
        report.ShouldContain("dòng 16: xyz dòng lạc 123 giữa bảng");
        report.ShouldContain("= 100%, đến 31/12/2030: Tỷ lệ công chức cấp xã đạt chuẩn");
    }

    [Theory]
    [InlineData("Năm 2024", "từ 01/01/2024 đến 31/12/2024")]
    [InlineData("Trước ngày 15/12 hằng năm", "trước ngày 15/12 hằng năm")]
    [InlineData("Chậm nhất ngày 31 tháng 12 năm 2025", "chậm nhất 31/12/2025")]
    [InlineData("Sau khi Luật có hiệu lực", "khi đủ điều kiện")]
    [InlineData("Khi có nhu cầu", "khi phát sinh")]
    [InlineData("", "chưa có thời gian")]
    public void Schedules_are_put_in_words(string text, string words) => PlanReadReport.InWords(PlanReader.ReadSchedule(text)).ShouldBe(words);
}
