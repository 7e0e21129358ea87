using System.ComponentModel.DataAnnotations;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Host.Pages.Dev;

/// <summary>A made-up person of the catalogue.</summary>
public sealed record SamplePerson(int Id, string Name, string Unit, string Post, DateOnly Born, decimal Coefficient, DateOnly NextRaise, string State);

/// <summary>A form with every kind of field.</summary>
public sealed class SampleForm
{
    /// <summary>Text.</summary>
    [Required, StringLength(60)]
    public string FullName { get; set; } = "Trần Văn Bình";

    /// <summary>Date.</summary>
    [Required]
    public DateOnly? From { get; set; } = new(2026, 9, 1);

    /// <summary>Coefficient.</summary>
    [Display(Name = "Hệ số lương"), Range(1, 13)]
    public decimal? Coefficient { get; set; } = 4.98m;

    /// <summary>Money.</summary>
    public long? Allowance { get; set; } = 1_053_000;

    /// <summary>Chosen unit.</summary>
    public string? Unit { get; set; } = "so-noi-vu";

    /// <summary>Searched person.</summary>
    public int? Person { get; set; }

    /// <summary>Way of recruiting.</summary>
    public string Way { get; set; } = "xet";

    /// <summary>Several values.</summary>
    public string[] Copies { get; set; } = ["so-noi-vu"];

    /// <summary>Yes or no.</summary>
    public bool Concurrent { get; set; }

    /// <summary>Long text.</summary>
    [DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    /// <summary>A file.</summary>
    public IFormFile? Evidence { get; set; }
}

/// <summary>Made-up content for the catalogue.</summary>
public static class Samples
{
    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Bùi"];
    private static readonly string[] Middle = ["Văn", "Thị", "Thị Thuỳ", "Hữu", "Quốc", "Ngọc"];
    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hạnh", "Khánh", "Lan", "Ước"];
    private static readonly string[] UnitNames = ["Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "UBND xã Tân Lập", "Trung tâm Lưu trữ lịch sử"];
    private static readonly string[] Posts = ["Chuyên viên", "Chuyên viên chính", "Phó Trưởng phòng", "Trưởng phòng"];
    private static readonly string[] States = ["effective", "scheduled", "draft", "submitted"];

    /// <summary>Two hundred people, the same every time.</summary>
    public static IReadOnlyList<SamplePerson> People { get; } =
        [.. Enumerable.Range(0, 203).Select(i => new SamplePerson(
            i + 1,
            $"{Family[i % 8]} {Middle[i * 7 % 6]} {Given[i * 3 % 10]}",
            UnitNames[i * 11 % 5],
            Posts[i * 5 % 4],
            new DateOnly(1968, 3, 14).AddDays(i * 67),
            2.34m + (i % 9 * 0.33m),
            new DateOnly(2026, 10, 1).AddDays(i * 4),
            States[i % 4]))];

    /// <summary>The sample table.</summary>
    public static TableView<SamplePerson> View { get; } =
        new TableView<SamplePerson>("mau", "Người đến kỳ nâng bậc lương", p => p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
        { DefaultSort = "ten", RowTone = p => p.Id % 17 == 0 ? "bad" : null }
        .Column("ten", "Họ và tên", p => p.Name, sort: p => VietnameseText.NameSortKey(p.Name), fixedColumn: true, url: p => $"/dev/components?q={Uri.EscapeDataString(p.Name)}#bang-mau")
        .Column("don-vi", "Đơn vị", p => p.Unit, sort: p => VietnameseText.SortKey(p.Unit))
        .Column("chuc-vu", "Chức vụ, chức danh", p => p.Post, wide: true)
        .Column("sinh", "Ngày sinh", p => p.Born, CellKind.Date, sort: p => p.Born, wide: true)
        .Column("he-so", "Hệ số", p => p.Coefficient, CellKind.Coefficient, sort: p => p.Coefficient)
        .Column("ky-toi", "Kỳ tới", p => p.NextRaise, CellKind.Date, sort: p => p.NextRaise, show: p => Markup.Due(p.NextRaise, new DateOnly(2026, 11, 21)))
        .Column("luong", "Lương theo hệ số", p => (long)(p.Coefficient * 2_340_000), CellKind.Money, shown: false, hint: "Hệ số nhân mức lương cơ sở 2.340.000 đ")
        .Column("trang-thai", "Trạng thái", p => BadgeStates.Of(p.State).Word, show: p => Markup.Badge(p.State));

    /// <summary>Units in groups.</summary>
    public static IReadOnlyList<Choice> Units { get; } =
    [
        new("so-noi-vu", "Sở Nội vụ", "Sở, ban, ngành"),
        new("so-tai-chinh", "Sở Tài chính", "Sở, ban, ngành"),
        new("so-nnmt", "Sở Nông nghiệp và Môi trường", "Sở, ban, ngành"),
        new("xa-tan-lap", "UBND xã Tân Lập", "Xã, phường"),
        new("phuong-dong-an", "UBND phường Đông An", "Xã, phường", "Thành lập ngày 01/07/2025"),
        new("huyen-yen-binh", "UBND huyện Yên Bình", "Đã kết thúc", "Kết thúc hoạt động ngày 30/06/2025", Disabled: true),
    ];

    /// <summary>A calculation.</summary>
    public static ExplainNode Pay { get; } = new(
        "Tiền lương tháng 12/2026", VnFormat.Money(14_817_600), "Tiền lương theo hệ số cộng phụ cấp chức vụ",
        Note: "Làm tròn đến đồng (quy ước tính toán).",
        Children:
        [
            new("Tiền lương theo hệ số", VnFormat.Money(11_653_200), "Hệ số × mức lương cơ sở", Children:
            [
                new("Hệ số lương", "4,98", Source: "QĐ 125/QĐ-SNV ngày 05/09/2023", SourceUrl: "#giai-trinh"),
                new("Mức lương cơ sở", VnFormat.Money(2_340_000), Source: "Khoản 2 Điều 3 NĐ 73/2024/NĐ-CP", SourceUrl: "#giai-trinh", Status: "text-read"),
            ]),
            new("Phụ cấp chức vụ", VnFormat.Money(3_164_400), "Hệ số phụ cấp × mức lương cơ sở", Children:
            [
                new("Hệ số phụ cấp", "0,60", Source: "Bảng phụ cấp chức vụ lãnh đạo, NĐ 204/2004/NĐ-CP", Status: "secondary"),
            ]),
        ]);

    /// <summary>Checks in all four states.</summary>
    public static IReadOnlyList<CheckLine> Checks { get; } =
    [
        new(CheckState.Met, "Đủ thời gian giữ bậc", "Giữ bậc 5 từ 01/09/2023, đủ 36 tháng ngày 01/09/2026.", "Điều 2 TT 08/2013/TT-BNV", "#kiem-tra"),
        new(CheckState.Blocks, "Ngày nâng bậc không sớm hơn ngày đủ điều kiện", "Ngày nâng bậc 01/03/2026 sớm hơn ngày đủ điều kiện 01/09/2026 (36 tháng).", "Điều 2 TT 08/2013/TT-BNV", "#kiem-tra", "Sửa ngày, hoặc chọn nâng bậc trước thời hạn.", "#kiem-tra"),
        new(CheckState.Unknown, "Hoàn thành nhiệm vụ trong thời gian giữ bậc", "Chưa có kết quả xếp loại năm 2025.", Cure: "Nhập kết quả xếp loại năm 2025.", CureUrl: "#kiem-tra"),
        new(CheckState.Overridden, "Trong số lượng biên chế được giao", "Vượt 1 so với biên chế năm 2026; cho qua theo Công văn 45/UBND-TH ngày 12/02/2026."),
    ];

    /// <summary>Events.</summary>
    public static IReadOnlyList<TimelineEntry> Events { get; } =
    [
        new(new(2026, 9, 1), "Nâng bậc lương thường xuyên: bậc 6, hệ số 4,98", null, null, "QĐ 318/QĐ-SNV ngày 20/08/2026", "#dong-thoi-gian", "Lương", "stairs-up"),
        new(new(2026, 2, 1), "Bổ nhiệm Phó Trưởng phòng Công chức, viên chức", "Bổ nhiệm lần đầu, qua thi tuyển", new(2031, 1, 31), "QĐ 27/QĐ-UBND ngày 20/01/2026", "#dong-thoi-gian", "Chức vụ", "certificate"),
        new(new(2025, 7, 1), "Chuyển về Sở Nội vụ (hợp nhất)", null, null, "QĐ 512/QĐ-UBND ngày 28/06/2025", "#dong-thoi-gian", "Công tác", "transfer"),
        new(new(2023, 9, 1), "Nâng bậc lương: bậc 6", null, null, "QĐ 125/QĐ-SNV ngày 05/09/2023", "#dong-thoi-gian", "Lương", "stairs-up", Void: true),
    ];

    /// <summary>Units under units.</summary>
    public static IReadOnlyList<TreeNode> Tree { get; } =
    [
        new("UBND tỉnh", "#cay", "11.840 người", Open: true, Children:
        [
            new("Sở Nội vụ", "#cay", "86 người", Open: true, Here: true, Children:
            [
                new("Văn phòng Sở", "#cay", "12 người"),
                new("Phòng Công chức, viên chức", "#cay", "14 người"),
                new("Trung tâm Lưu trữ lịch sử", "#cay", "21 người", Children: [new("Phòng Nghiệp vụ", "#cay"), new("Phòng Hành chính", "#cay")]),
            ]),
            new("Sở Tài chính", "#cay", "74 người"),
            new("UBND xã Tân Lập", "#cay", "38 người", Children: [new("Văn phòng HĐND và UBND", "#cay"), new("Phòng Kinh tế", "#cay")]),
        ]),
    ];

    /// <summary>Bars over years.</summary>
    public static GanttModel Plan { get; } = new("Tiến độ kế hoạch 2025–2028", new(2025, 1, 1), new(2028, 12, 31), new(2026, 11, 21),
    [
        new("1.1 Rà soát quy định phân cấp quản lý", [new(new(2025, 1, 1), new(2025, 12, 31), "done"), new(new(2026, 1, 1), new(2026, 12, 31), "on-time")], "#gantt", "1. Phân cấp, tổ chức bộ máy"),
        new("1.2 Kiểm tra việc thực hiện phân cấp", [new(new(2026, 3, 1), new(2026, 9, 30), "overdue", "chưa có báo cáo")], "#gantt", "1. Phân cấp, tổ chức bộ máy"),
        new("2.1 Phê duyệt đề án vị trí việc làm", [new(new(2026, 6, 1), new(2027, 3, 31), "at-risk")], "#gantt", "2. Vị trí việc làm"),
        new("2.2 Điều chỉnh cơ cấu ngạch", [new(new(2027, 4, 1), new(2028, 6, 30), "not-due")], "#gantt", "2. Vị trí việc làm"),
    ]);

    /// <summary>A line with a target.</summary>
    public static ChartModel Degrees { get; } = new(ChartKind.Line, "Tỷ lệ công chức có trình độ đại học trở lên", "Năm", ["2021", "2022", "2023", "2024", "2025", "2026"],
        [new("Cấp tỉnh", [88.2m, 90.1m, 92.7m, 94m, 95.4m, 96.1m]), new("Cấp xã", [null, 71.5m, 74.8m, 79.9m, 84.2m, 87m])], "%", 95, "Mục tiêu");

    /// <summary>Bars.</summary>
    public static ChartModel Staff { get; } = new(ChartKind.Bar, "Người theo đối tượng, ngày 21/11/2026", "Đối tượng", ["Cán bộ", "Công chức", "Viên chức", "Hợp đồng 111"], [new("Số người", [412, 1_874, 9_230, 655])], "người");

    /// <summary>Slices.</summary>
    public static ChartModel Tasks { get; } = new(ChartKind.Pie, "Nhiệm vụ theo trạng thái", "Trạng thái", ["Hoàn thành", "Đúng hạn", "Có nguy cơ", "Quá hạn"], [new("Nhiệm vụ", [12, 14, 4, 2])], "nhiệm vụ");
}
