using System.Globalization;

namespace CongVu.Browser.Tests;

/// <summary>A small plan of this year, with one task that falls due within the month.</summary>
internal static class SamplePlan
{
    public const string Task = "Rà xoát quy chế làm việc của Sở";
    public const string TaskMended = "Rà soát quy chế làm việc của Sở";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow().AddHours(7);

    public static string Title => $"Giữ nền nếp làm việc của các cơ quan giai đoạn {Now.Year} - {Now.Year + 1}";

    public static string Text => string.Create(CultureInfo.InvariantCulture, $"""
        ỦY BAN NHÂN DÂN TỈNH TÂN GIANG

        Số: 77/KH-UBND

        Tân Giang, ngày 05 tháng 01 năm {Now.Year}

        KẾ HOẠCH

        {Title}

        I. NHIỆM VỤ

        | STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
        |---|---|---|---|---|---|
        | I | Nền nếp làm việc | | | | |
        | 1 | {Task} | Quy chế làm việc được duyệt | Sở Xây dựng | Sở Nội vụ | Chậm nhất ngày {Now.AddDays(20):dd 'tháng' MM 'năm' yyyy} |
        | 2 | Sắp xếp kho lưu trữ | Báo cáo kết quả | Sở Nội vụ | Sở Tài chính | Năm {Now.Year} - {Now.Year + 1} |
        """);
}
