namespace CongVu.Law.Severance;

/// <summary>What each regime class declares of itself; its time is that of its figures.</summary>
internal static class SeveranceRegimes
{
    private const string Downsizing = "severance.odd-months";

    public static Regime Decree108(Timeline<LawTable> figures) => Make("severance.108-2014", "Nghị định 108/2014/NĐ-CP", "108/2014/NĐ-CP", figures.Values, Downsizing, [
        new("Điều 8", "Nghỉ hưu trước tuổi: không trừ tỷ lệ lương hưu, trợ cấp cho mỗi năm nghỉ sớm, cho 20 năm đầu và mỗi năm đóng tiếp theo, theo lương bình quân"),
        new("Điều 9", "Chuyển sang tổ chức không dùng ngân sách: trợ cấp một lần theo lương hiện hưởng và cho mỗi năm đóng theo lương bình quân"),
        new("Điều 10", "Thôi việc ngay hoặc sau học nghề: trợ cấp một lần theo lương hiện hưởng và cho mỗi năm đóng theo lương bình quân")]);

    public static Regime Decree29(Timeline<LawTable> figures) => Make("severance.29-2023", "Nghị định 29/2023/NĐ-CP", "29/2023/NĐ-CP", figures.Values, Downsizing, [
        new("Điều 5", "Nghỉ hưu trước tuổi theo lương bình quân 60 tháng; còn dưới 2 năm chỉ không trừ tỷ lệ lương hưu"),
        new("Điều 6", "Chuyển sang tổ chức không dùng ngân sách"),
        new("Điều 7", "Thôi việc ngay; thôi việc sau khi đi học nghề"),
        new("Điều 9", "Trợ cấp thêm cho mỗi tháng nghỉ trước khi kết thúc lộ trình sắp xếp đơn vị hành chính")]);

    public static Regime Decree154(Timeline<LawTable> figures) => Make("severance.154-2025", "Nghị định 154/2025/NĐ-CP", "154/2025/NĐ-CP", figures.Values, Downsizing, [
        new("Điều 5", "Lương hiện hưởng của tháng liền kề; tháng lẻ đến 6 tháng tính nửa năm, trên 6 tháng tính một năm"),
        new("Điều 6", "Nghỉ hưu trước tuổi từ 2 đến 5 năm; đóng từ 15 đến dưới 20 năm hưởng một mức"),
        new("Điều 7", "Chuyển sang tổ chức không dùng ngân sách"),
        new("Điều 8", "Thôi việc ngay; thôi việc sau khi đi học nghề")]);

    public static Regime CommunePartTime(Timeline<LawTable> figures) => Make("severance.154-2025.commune-part-time", "Nghị định 154/2025/NĐ-CP (Điều 9)", "154/2025/NĐ-CP",
        figures.Values, Downsizing, [new("Điều 9", "Người hoạt động không chuyên trách cấp xã nghỉ ngay: theo số tháng công tác hoặc số tháng còn lại, số năm công tác và một khoản cố định")]);

    public static Regime VillagePartTime(Timeline<LawTable> figures) => Make("severance.154-2025.village-part-time", "Nghị định 154/2025/NĐ-CP (Điều 10)", "154/2025/NĐ-CP",
        figures.Values, Downsizing, [new("Điều 10", "Người hoạt động không chuyên trách ở thôn, tổ dân phố nghỉ ngay: tính như Điều 9")]);

    public static Regime Decree178(Timeline<LawTable> figures) => Make("severance.178-2024", "Nghị định 178/2024/NĐ-CP", "178/2024/NĐ-CP",
        figures.Values, "severance.decree-178-odd-months", [
        new("Điều 7", "Nghỉ hưu trước tuổi do sắp xếp: theo tháng nghỉ sớm, năm nghỉ sớm và thời gian đóng bảo hiểm xã hội"),
        new("Điều 9, Điều 10", "Thôi việc do sắp xếp: theo số tháng đóng (nhiều nhất 60), số năm đóng; cán bộ, công chức thêm một khoản")]);

    public static Regime Resignation170(Timeline<LawTable> figures) => Make("severance.resignation.170-2025", "Nghị định 170/2025/NĐ-CP", "170/2025/NĐ-CP",
        [figures.Values[0]], "severance.resignation-odd-months", [new("Điều 58", "Thôi việc: trợ cấp một lần và cho mỗi năm công tác")]);

    public static Regime Resignation300(Timeline<LawTable> figures) => Make("severance.resignation.300-2026", "Nghị định 170/2025/NĐ-CP được sửa đổi bởi Nghị định 300/2026/NĐ-CP",
        "300/2026/NĐ-CP", [.. figures.Values.Skip(1)], "severance.resignation-odd-months", [new("Điều 58 (sửa đổi)", "Thôi việc theo nguyện vọng: trợ cấp cho mỗi năm công tác")]);

    private static Regime Make(string code, string name, string instrument, IReadOnlyList<Dated<LawTable>> values, string oddMonths, IReadOnlyList<Provision> provisions) =>
        new(code, name, instrument, values[0].From, values[^1].Until?.AddDays(-1), provisions, [values[0].Parameter.Key, oddMonths]);
}
