namespace CongVu.Host.Practice;

/// <summary>Vietnamese names as they are common; combinations are drawn, nobody real is meant.</summary>
internal static class PersonNames
{
    private static readonly (string, int)[] Families =
    [
        ("Nguyễn", 384), ("Trần", 121), ("Lê", 95), ("Phạm", 70), ("Huỳnh", 51), ("Phan", 45), ("Vũ", 39), ("Võ", 30), ("Đặng", 21), ("Bùi", 20), ("Đỗ", 14),
        ("Hồ", 13), ("Ngô", 13), ("Dương", 10), ("Lý", 8), ("Đinh", 8), ("Đoàn", 7), ("Trương", 7), ("Lâm", 6), ("Mai", 5), ("Hà", 5), ("Trịnh", 5), ("Cao", 4), ("Thạch", 4), ("Kim", 3),
    ];

    private static readonly string[] MenMiddle = ["Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Công", "Ngọc", "Xuân", "Anh", "Hoàng", "Trọng", "Đình", "Tấn", "Thành", "Gia", "Nhật", "Chí"];
    private static readonly string[] WomenMiddle = ["Thị", "Thị", "Thị", "Ngọc", "Thanh", "Thu", "Kim", "Phương", "Minh", "Bích", "Thùy", "Mỹ", "Hồng", "Quỳnh", "Tuyết", "Thị Thanh", "Thị Thu", "Thị Kim"];
    private static readonly string[] Men =
    [
        "An", "Ân", "Bảo", "Bình", "Cường", "Chiến", "Dũng", "Duy", "Dương", "Đạt", "Điền", "Đông", "Hải", "Hào", "Hậu", "Hiếu", "Hòa", "Hoàng", "Hùng", "Huy", "Hưng", "Khải", "Khánh", "Khoa", "Kiên",
        "Lâm", "Lập", "Long", "Lộc", "Lợi", "Luân", "Minh", "Nam", "Nghĩa", "Nguyên", "Nhân", "Phát", "Phong", "Phú", "Phúc", "Phước", "Quân", "Quang", "Quý", "Sang", "Sơn", "Tài", "Tâm", "Tân", "Thái",
        "Thắng", "Thành", "Thiện", "Thịnh", "Thuận", "Tiến", "Toàn", "Trí", "Trung", "Trường", "Tú", "Tuấn", "Tùng", "Việt", "Vinh", "Vũ", "Vương",
    ];

    private static readonly string[] Women =
    [
        "An", "Anh", "Ánh", "Bích", "Châu", "Chi", "Cúc", "Diễm", "Diệu", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ", "Huyền", "Hương", "Khanh", "Lan", "Lệ", "Liên",
        "Linh", "Loan", "Ly", "Mai", "My", "Mỹ", "Nga", "Ngân", "Ngọc", "Nguyệt", "Nhi", "Nhung", "Oanh", "Phượng", "Phương", "Quyên", "Quỳnh", "Sương", "Tâm", "Thảo", "Thắm", "Thanh", "Thoa", "Thơ", "Thu",
        "Thúy", "Thủy", "Thư", "Tiên", "Trang", "Trâm", "Trinh", "Trúc", "Tuyền", "Tuyết", "Uyên", "Vân", "Vy", "Xuân", "Yến", "Ý",
    ];

    /// <summary>A full name in Vietnamese order.</summary>
    public static string Draw(Dice dice, bool woman) =>
        $"{dice.Weighted<string>(Families)} {dice.Pick(woman ? WomenMiddle : MenMiddle)} {dice.Pick(woman ? Women : Men)}";
}
