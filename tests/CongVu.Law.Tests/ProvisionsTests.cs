namespace CongVu.Law.Tests;

/// <summary>Articles a text names, in one spelling.</summary>
public class ProvisionsTests
{
    [Theory]
    [InlineData("Điều 7", "Điều 7")]
    [InlineData("điểm a khoản 2 điều 7 và Điều 12A", "Điều 7|Điều 12a")]
    [InlineData("các Điều 5, 6 và 9; Phụ lục ii", "Điều 5|Điều 6|Điều 9|Phụ lục II")]
    [InlineData("Điều 3 đến Điều 5, khoản 1 Điều 8", "Điều 3|Điều 4|Điều 5|Điều 8")]
    [InlineData("Điều 7, 138/2020/NĐ-CP", "Điều 7")]
    [InlineData("Điều 5 đến Điều 4000", "Điều 5|Điều 4000")]
    [InlineData("Điều kiện đăng ký dự tuyển", "")]
    [InlineData("Bảng phụ cấp chức vụ lãnh đạo", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Articles_and_annexes_are_found_however_they_are_listed(string? text, string expected) => string.Join('|', Provisions.In(text)).ShouldBe(expected);
}
