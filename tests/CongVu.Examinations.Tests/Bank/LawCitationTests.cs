using CongVu.Examinations.Bank;

namespace CongVu.Examinations.Tests.Bank;

/// <summary>What authors type as the basis of a question.</summary>
public class LawCitationTests
{
    private static readonly string[] Known = ["170/2025/NĐ-CP", "138/2020/NĐ-CP", "80/2025/QH15", "202-TB/TW"];

    [Theory]
    [InlineData("170/2025/NĐ-CP", "170/2025/NĐ-CP")]
    [InlineData("170/2025/NĐ-CP, 138/2020/NĐ-CP", "170/2025/NĐ-CP|138/2020/NĐ-CP")]
    [InlineData("Điều 7 Nghị định 170/2025/NĐ-CP", "170/2025/NĐ-CP, Điều 7")]
    [InlineData("170/2025/NĐ-CP, Điều 7, khoản 2", "170/2025/NĐ-CP, Điều 7 khoản 2")]
    [InlineData("điểm a khoản 2, điều 7 của Nghị định số 170/2025/NĐ-CP", "170/2025/NĐ-CP, Điều 7 khoản 2 điểm a")]
    [InlineData("Điều 7 khoản 2 điểm a 170/2025/NĐ-CP", "170/2025/NĐ-CP, Điều 7 khoản 2 điểm a")]
    [InlineData("Điều 7 và Điều 9 Nghị định 170/2025/NĐ-CP; Luật 80/2025/QH15", "170/2025/NĐ-CP, Điều 7|170/2025/NĐ-CP, Điều 9|80/2025/QH15")]
    [InlineData("170/2025/NĐ-CP, Điều 5 Nghị định 138/2020/NĐ-CP", "170/2025/NĐ-CP|138/2020/NĐ-CP, Điều 5")]
    [InlineData("Phụ lục II Nghị định 170/2025/NĐ-CP\nThông báo 202-TB/TW", "170/2025/NĐ-CP, Phụ lục II|202-TB/TW")]
    [InlineData("170/2025/NĐ-CP; 170/2025/NĐ-CP", "170/2025/NĐ-CP")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Articles_and_instruments_are_read_in_either_order_and_again_from_what_is_shown(string? typed, string expected)
    {
        var (cited, error) = LawCitation.Read(typed, Known.Contains);
        error.ShouldBeNull();
        string.Join('|', cited).ShouldBe(expected);
        cited.Select(c => LawCitation.Of(c.ToString())).ShouldBe(cited);
        LawCitation.Read(string.Join("; ", cited.Select(c => $"{c.Detail} {c.Instrument}")), Known.Contains).Cited.ShouldBe(cited);
    }

    [Theory]
    [InlineData("999/1900/NĐ-CP", "“999/1900/NĐ-CP” không có trong hệ thống")]
    [InlineData("Nghị định tuyển dụng", "không có trong hệ thống")]
    [InlineData("Điều 7", "Ghi số, ký hiệu văn bản của “Điều 7”")]
    [InlineData("Điều 5 Nghị định 170/2025/NĐ-CP, Điều 7", "Ghi số, ký hiệu văn bản của “Điều 7”")]
    [InlineData("khoản 2 Nghị định 170/2025/NĐ-CP", "Ghi cả điều của “khoản 2”")]
    [InlineData("Điều bảy Nghị định 170/2025/NĐ-CP", "Không hiểu “Điều bảy”")]
    public void What_cannot_be_told_apart_is_asked_back(string typed, string message)
    {
        var (cited, error) = LawCitation.Read(typed, Known.Contains);
        cited.ShouldBeEmpty();
        error!.ShouldContain(message);
    }
}
