using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Platform.Tests.Printing;

/// <summary>Papers as an office writes them, for the tests of layout.</summary>
internal static class SampleDocuments
{
    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lương"];
    private static readonly string[] Middle = ["Thị", "Văn", "Ngọc", "Quốc", "Thùy", "Đức"];
    private static readonly string[] Given = ["Hạnh", "Ưng", "Dũng", "Yến", "Quỳnh", "Phượng", "Đạt", "Sửu", "Tuyết", "Nghĩa"];

    /// <summary>A step raise of one person, signed and numbered.</summary>
    public static AdministrativeDocument StepRaise() => new()
    {
        Type = DocumentType.Decision,
        ParentAgency = "UBND tỉnh Đồng Nai",
        Agency = "Sở Nội vụ",
        Number = DocumentNumber.Of(5, DocumentType.Decision, "SNV"),
        Place = "Đồng Nai",
        Date = IssueDate.On(new DateOnly(2026, 2, 5)),
        Subject = "Về việc nâng bậc lương thường xuyên đối với công chức",
        Authority = "Giám đốc Sở Nội vụ",
        Bases =
        [
            "Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025",
            "Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ về chế độ tiền lương đối với cán bộ, công chức, viên chức và lực lượng vũ trang;",
            "Căn cứ Thông tư số 08/2013/TT-BNV ngày 31 tháng 7 năm 2013 của Bộ trưởng Bộ Nội vụ hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên và nâng bậc lương trước thời hạn.",
        ],
        Proposal = "Theo đề nghị của Trưởng phòng Tổ chức cán bộ",
        Body =
        [
            new BodyBlock.Article(1, RichText.Of(
                "Nâng bậc lương thường xuyên đối với bà ", Span.Strong("NGUYỄN THỊ HẠNH"),
                ", sinh ngày 12/09/1984, Chuyên viên (mã số 01.003), Phòng Tổ chức cán bộ, từ bậc 5, hệ số 3,66 lên bậc 6, hệ số 3,99; thời gian hưởng và mốc tính nâng bậc lương lần sau kể từ ngày 01 tháng 3 năm 2026.")),
            new BodyBlock.Article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
            new BodyBlock.Article(3, "Chánh Văn phòng, Trưởng phòng Tổ chức cán bộ, Trưởng phòng Kế hoạch - Tài chính và bà Nguyễn Thị Hạnh chịu trách nhiệm thi hành Quyết định này."),
        ],
        Recipients = ["Như Điều 3", "Bảo hiểm xã hội tỉnh Đồng Nai", "Lưu: VT, TCCB"],
        Signature = Signature.Deputy("Giám đốc", "Phó Giám đốc", "Trần Quốc Đạt"),
    };

    /// <summary>The same, not yet signed.</summary>
    public static AdministrativeDocument Draft() => StepRaise() with
    {
        Number = DocumentNumber.Of(null, DocumentType.Decision, "SNV"),
        Date = IssueDate.Open(2026),
        IsDraft = true,
    };

    /// <summary>One act for 200 people; the list lies on its side.</summary>
    public static AdministrativeDocument BulkRaise(bool landscape = true) => StepRaise() with
    {
        Subject = "Về việc nâng bậc lương thường xuyên đợt 1 năm 2026 đối với công chức, viên chức các đơn vị thuộc và trực thuộc Sở Nội vụ",
        Body =
        [
            new BodyBlock.Article(1, "Nâng bậc lương thường xuyên đợt 1 năm 2026 đối với 200 công chức, viên chức (có danh sách kèm theo)."),
            .. StepRaise().Body.Skip(1),
        ],
        Annexes = [new Annex { Title = "Danh sách công chức, viên chức được nâng bậc lương thường xuyên đợt 1 năm 2026", Landscape = landscape, Body = [new BodyBlock.Table(People())] }],
    };

    /// <summary>Name number n of the list, capitals as in a list of a decision.</summary>
    public static string Name(int n) => $"{Family[n % 10]} {Middle[n / 7 % 6]} {Given[n / 3 % 10]}";

    /// <summary>A công văn to several offices.</summary>
    public static AdministrativeDocument Letter() => new()
    {
        Type = DocumentType.OfficialLetter,
        ParentAgency = "UBND tỉnh Đồng Nai",
        Agency = "Sở Nội vụ",
        Number = new DocumentNumber(315, "SNV-TCCB"),
        Place = "Đồng Nai",
        Date = IssueDate.On(new DateOnly(2026, 11, 21)),
        Subject = "báo cáo tiến độ thực hiện Kế hoạch đẩy mạnh cải cách chế độ công vụ, công chức",
        Addressees = ["Văn phòng UBND tỉnh", "Các sở, ban, ngành", "UBND các xã, phường"],
        Body =
        [
            new BodyBlock.Paragraph("Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị các cơ quan, đơn vị báo cáo tiến độ thực hiện nhiệm vụ được giao đến ngày 30 tháng 11 năm 2026, gửi về Sở trước ngày 05 tháng 12 năm 2026."),
            new BodyBlock.Paragraph("Đề nghị các cơ quan, đơn vị quan tâm thực hiện."),
        ],
        Recipients = ["Như trên", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, TCCB"],
        Signature = Signature.ByMandate("Giám đốc", "Chánh Văn phòng", "Phạm Thùy Yến"),
        Urgency = Urgency.Urgent,
        DrafterMark = "PL.(60)",
        ContactLine = "Số 2 Nguyễn Văn Trị, phường Trấn Biên, tỉnh Đồng Nai; ĐT: 0251.3822.501; thư điện tử: snv@dongnai.gov.vn",
    };

    /// <summary>A report with sections, a table of two heading levels, and two annexes.</summary>
    public static AdministrativeDocument Report() => new()
    {
        Type = DocumentType.Report,
        Agency = "Ủy ban nhân dân tỉnh Đồng Nai",
        Number = DocumentNumber.Of(112, DocumentType.Report, "UBND"),
        Place = "Đồng Nai",
        Date = IssueDate.On(new DateOnly(2026, 12, 15)),
        Subject = "Kết quả thực hiện Kế hoạch đẩy mạnh cải cách chế độ công vụ, công chức năm 2026",
        Addressees = ["Bộ Nội vụ"],
        Body =
        [
            new BodyBlock.Heading(HeadingLevel.Roman, 1, "Kết quả thực hiện"),
            new BodyBlock.Heading(HeadingLevel.Numbered, 1, "Công tác chỉ đạo, điều hành"),
            new BodyBlock.Paragraph("Ủy ban nhân dân tỉnh đã chỉ đạo các sở, ban, ngành, Ủy ban nhân dân các xã, phường triển khai đầy đủ 33 nhiệm vụ của Kế hoạch."),
            new BodyBlock.Dash("Số nhiệm vụ hoàn thành đúng hạn: 29/33 nhiệm vụ;"),
            new BodyBlock.Dash("Số nhiệm vụ chậm tiến độ: 04/33 nhiệm vụ."),
            new BodyBlock.Heading(HeadingLevel.Numbered, 2, "Tình hình theo nhóm nhiệm vụ"),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("TT", 0.5, CellAlignment.Center), new("Nhóm nhiệm vụ", 4), new("Tổng", 1, CellAlignment.Right), new("Đúng hạn", 1, CellAlignment.Right), new("Chậm", 1, CellAlignment.Right)],
                HeaderRows =
                [
                    [new HeaderCell("TT", Rows: 2), new HeaderCell("Nhóm nhiệm vụ", Rows: 2), new HeaderCell("Số nhiệm vụ", Columns: 3)],
                    [new HeaderCell("Tổng"), new HeaderCell("Đúng hạn"), new HeaderCell("Chậm")],
                ],
                NumberColumns = true,
                Rows =
                [
                    PrintRow.Of("1", "Tuyển dụng, sử dụng công chức", "12", "11", "1"),
                    PrintRow.Of("2", "Đào tạo, bồi dưỡng", "21", "18", "3"),
                    PrintRow.Total("", "Cộng", "33", "29", "4"),
                ],
            }),
            new BodyBlock.Heading(HeadingLevel.Roman, 2, "Kiến nghị"),
            new BodyBlock.Paragraph("Ủy ban nhân dân tỉnh kính báo cáo Bộ Nội vụ."),
        ],
        Recipients = ["Như trên", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Sở Nội vụ", "Lưu: VT, NC"],
        Signature = Signature.Deputy("Chủ tịch", "Phó Chủ tịch", "Lê Ngọc Quỳnh", collective: "Ủy ban nhân dân"),
        Annexes =
        [
            new Annex { Title = "Nhiệm vụ chậm tiến độ", Body = [new BodyBlock.Paragraph("Không có nhiệm vụ nào chậm quá 90 ngày.")] },
            new Annex { Title = "Danh sách", Body = [new BodyBlock.Table(People() with { Rows = [.. People().Rows.Take(5)] })], Landscape = true },
        ],
    };

    private static PrintTable People() => new()
    {
        Columns =
        [
            new("TT", 0.6, CellAlignment.Center), new("Họ và tên", 2.6), new("Ngày sinh", 1.3, CellAlignment.Center), new("Đơn vị", 3),
            new("Ngạch", 1.2, CellAlignment.Center), new("Bậc cũ", 0.8, CellAlignment.Center), new("Hệ số cũ", 0.9, CellAlignment.Center),
            new("Bậc mới", 0.8, CellAlignment.Center), new("Hệ số mới", 0.9, CellAlignment.Center), new("Hưởng từ ngày", 1.3, CellAlignment.Center),
        ],
        Rows = [.. Enumerable.Range(0, 200).Select(n => PrintRow.Of(
            $"{n + 1}", Name(n), $"{(n % 28) + 1:00}/{(n % 12) + 1:00}/{1968 + (n % 30)}", "Trung tâm Dịch vụ việc làm", "01.003", "5", "3,66", "6", "3,99", "01/03/2026"))],
    };
}
