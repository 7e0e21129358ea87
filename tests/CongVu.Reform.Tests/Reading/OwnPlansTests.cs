using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Plans written for this project in the many ways provinces write theirs.</summary>
public sealed class OwnPlansTests
{
    [Fact]
    public void A_plan_for_one_year_with_roman_groups_numbers_again_in_each_and_has_no_products()
    {
        var plan = PlanFiles.ReadOwn("nam-2026-cot-don-vi.md");
        plan.Title.ShouldBe("KẾ HOẠCH Cải cách chế độ công vụ năm 2026 trên địa bàn tỉnh Bình Giang");
        plan.Number.ShouldBe("15/KH-UBND");
        plan.Issuer.ShouldBe("Ủy ban nhân dân tỉnh Bình Giang");
        plan.Issued.ShouldBe(new DateOnly(2026, 1, 9));
        plan.Groups.Select(g => g.Title).ShouldBe(["TỔ CHỨC BỘ MÁY", "QUẢN LÝ CÔNG CHỨC", "KIỂM TRA CÔNG VỤ"]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["I.1", "I.2", "II.1", "II.2", "II.3", "III.1", "III.2"]);
        plan.Tasks.ShouldAllBe(t => t.Products.Count == 1 && t.Products[0].Text.Length == 0);
        plan.Task("I.2").Only().Schedule.ShouldBe(PlanScheduleKind.Deadline, to: "2026-06-30");
        plan.Task("II.1").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 2);
        plan.Task("II.2").Only().Support.Names().ShouldBe(["Công an tỉnh", "Sở Y tế", "các đơn vị có liên quan"]);
        plan.Task("II.3").Only().Schedule.Yearly.ShouldBe(new PlanYearDay(12, 15));
        plan.Task("III.2").Only().Schedule.ShouldBe(PlanScheduleKind.OnDemand);
        plan.Task("III.2").Only().Support.ShouldBeEmpty();
        plan.Targets.Select(t => (t.Value, t.Comparison, t.Unit)).ShouldBe(
        [
            (100m, PlanComparison.Equal, PlanTargetUnit.Percent), (85m, PlanComparison.MoreThan, PlanTargetUnit.Percent), (2m, PlanComparison.AtMost, PlanTargetUnit.Percent),
            (5m, PlanComparison.AtLeast, PlanTargetUnit.Percent), (4m, PlanComparison.AtLeast, PlanTargetUnit.Count),
        ]);
        plan.Targets[4].By.ShouldBe(new DateOnly(2026, 9, 30));
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_a_sheet_may_quote_a_cell()
    {
        var plan = PlanFiles.ReadOwn("giai-doan-2021-2025-cot-dao.txt");
        plan.Title.ShouldBe("KẾ HOẠCH Đẩy mạnh cải cách chế độ công vụ, công chức tỉnh Đông Hải giai đoạn 2021 - 2025");
        plan.Number.ShouldBe("321/QĐ-UBND");
        plan.Issued.ShouldBe(new DateOnly(2021, 2, 5));
        plan.Groups.Select(g => g.Code).ShouldBe(["A", "B"]);
        plan.Tasks.Select(t => (t.Code, t.Group)).ShouldBe([("1", "A"), ("2", "A"), ("3", "A"), ("4", "B"), ("5", "B"), ("6", "B")]);
        plan.Task("1").Notes.ShouldHaveSingleItem().ShouldBe(new PlanReadNote("Kinh phí (triệu đồng)", "350"));
        plan.Task("2").Only().Support.Names().ShouldBe(["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"]);
        plan.Task("4").Products.Select(p => p.Text).ShouldBe(["Phần mềm", "cơ sở dữ liệu"]);
        plan.Task("4").Products[0].Schedule.ShouldBe(PlanScheduleKind.Period, "2022-03-01", "2022-09-30");
        plan.Task("5").Products.Select(p => p.Text).ShouldBe(["Hồ sơ số hóa", "Báo cáo tiến độ"]);
        plan.Task("5").Products[1].Lead.Names().ShouldBe(["Sở Nội vụ"]);
        plan.Task("5").Products[1].Schedule.ShouldBe(PlanScheduleKind.Period, "2022-07-01", "2022-12-31");
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void A_heading_of_two_rows_gives_lead_and_support_start_and_end()
    {
        var plan = PlanFiles.ReadOwn("hai-tang-tieu-de.md");
        plan.Title.ShouldBe("Kế hoạch nâng cao chất lượng đội ngũ công chức thành phố Hải Vân năm 2024");
        plan.Groups.Select(g => g.Code).ShouldBe(["1", "2"]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["1.1", "1.2", "2"]);
        plan.Task("1.1").Products.Select(p => p.Text).ShouldBe(["Ngân hàng câu hỏi", "Quy chế sử dụng"]);
        plan.Task("1.1").Products[1].Schedule.ShouldBe(PlanScheduleKind.Period, "2024-03-01", "2024-06-30");
        plan.Task("1.2").Only().Support.Names().ShouldBe(["Sở Nội vụ", "Công an thành phố"]);
        plan.Task("1.2").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2024-09-01", "2024-10-31");
        plan.Task("2").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2024-04-01", "2024-09-30");
        plan.TableLines.Count(l => l.Use == PlanLineUseKind.Header).ShouldBe(4);
    }

    [Fact]
    public void Running_text_names_units_and_times_in_its_sentences()
    {
        var plan = PlanFiles.ReadOwn("van-xuoi-phan-cong.md");
        plan.Issuer.ShouldBe("Sở Nội vụ tỉnh Sơn Lâm");
        plan.Groups.Select(g => (g.Code, g.Title)).ShouldBe([("1", "Thể chế công vụ"), ("2", "Đội ngũ công chức"), ("3", "Kiểm tra công vụ")]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["1.a", "1.b", "2.a", "2.b", "3"]);

        var first = plan.Task("1.a");
        first.Title.ShouldBe("Tham mưu UBND tỉnh ban hành Quy định phân cấp quản lý cán bộ.");
        first.Only().Lead.Names().ShouldBe(["Sở Nội vụ"]);
        first.Only().Support.Names().ShouldBe(["Sở Tư pháp", "các sở, ban, ngành có liên quan"]);
        first.Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2026-04-01", "2026-06-30");

        plan.Task("1.b").Title.ShouldBe("Rà soát văn bản quy phạm pháp luật về công chức");
        plan.Task("1.b").Only().Lead.Names().ShouldBe(["Thanh tra tỉnh"]);
        plan.Task("1.b").Only().Schedule.ShouldBe(PlanScheduleKind.Deadline, to: "2026-03-31");

        plan.Task("2.a").Title.ShouldBe("Xây dựng Đề án vị trí việc làm sau sắp xếp");
        plan.Task("2.a").Only().Support.Names().ShouldBe(["Sở Tài chính", "Kho bạc Nhà nước khu vực"]);
        plan.Task("2.a").Only().Schedule.ShouldBe(PlanScheduleKind.Deadline, to: "2026-09-30");

        plan.Task("2.b").Title.ShouldBe("Tổ chức 03 lớp bồi dưỡng kỹ năng số cho công chức cấp xã.");
        plan.Task("2.b").Products.Select(p => p.Text).ShouldBe(["Kế hoạch mở lớp", "báo cáo kết quả"]);
        plan.Task("2.b").Products[0].Lead.Names().ShouldBe(["Trường Chính trị tỉnh"]);
        plan.Task("2.b").Products[0].Schedule.ShouldBe(PlanScheduleKind.Period, "2026-04-01", "2026-06-30");

        plan.Task("3").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 2);
        plan.Targets.ShouldHaveSingleItem().Value.ShouldBe(90);
    }

    [Fact]
    public void One_cell_a_line_needs_no_tabs_when_the_column_headings_stand_one_a_line()
    {
        var plan = PlanFiles.ReadOwn("o-moi-dong-khong-tab.txt");
        plan.Issuer.ShouldBe("Ủy ban nhân dân huyện Yên Thủy");
        plan.Groups.Select(g => g.Title).ShouldBe(["Sắp xếp tổ chức bộ máy", "Tinh giản biên chế"]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["1.1", "1.2", "2.1"]);
        plan.Task("1.2").Title.ShouldBe("Phê duyệt vị trí việc làm của đơn vị sự nghiệp công lập");
        plan.Task("1.2").Products.Select(p => p.Text).ShouldBe(["Quyết định", "báo cáo"]);
        plan.Task("2.1").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 4);
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void A_number_and_title_repeated_over_two_rows_are_one_task_with_two_products()
    {
        var plan = PlanFiles.ReadOwn("o-moi-dong-co-tab.txt");
        plan.Groups.Select(g => (g.Code, g.Title)).ShouldBe([("I", "NHIỆM VỤ CHUNG"), ("II", "NHIỆM VỤ CỤ THỂ")]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["1", "2", "3"]);
        plan.Task("1").Products.Select(p => (p.Text, p.Lead.Names()[0])).ShouldBe([("Kế hoạch", "Sở Nội vụ"), ("Hội nghị", "Văn phòng UBND tỉnh")]);
        plan.Task("1").Products[0].Support.Names().ShouldBe(["Ban Tuyên giáo và Dân vận Tỉnh ủy"]);
        plan.Task("3").Only().Support.ShouldBeEmpty();
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Html_cells_may_reach_over_rows_and_columns()
    {
        var plan = PlanFiles.ReadOwn("bang-html-gop-o.md");
        plan.Groups.Select(g => g.Title).ShouldBe(["Giai đoạn chuẩn bị", "Giai đoạn phê duyệt"]);
        var products = plan.Task("1").Products;
        products.Select(p => (p.Text, p.Lead.Names()[0], p.Support.Names()[0])).ShouldBe(
            [("Bảng thống kê", "Các sở, ban, ngành", "Sở Nội vụ"), ("Báo cáo tổng hợp", "UBND cấp huyện", "Phòng Nội vụ")]);
        foreach (var product in products)
        {
            product.Schedule.ShouldBe(PlanScheduleKind.Period, "2019-07-01", "2019-09-30");
        }
        plan.Task("2").Only().Text.ShouldBe("Danh mục & bản thuyết minh");
        plan.Task("3").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2020-01-01", "2021-12-31");
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Years_marked_with_crosses_make_the_period_and_one_column_may_name_lead_and_support()
    {
        var plan = PlanFiles.ReadOwn("danh-dau-theo-nam.md");
        plan.Task("1").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2021-01-01", "2022-12-31");
        plan.Task("1").Only().Support.Names().ShouldBe(["Trường Chính trị tỉnh"]);
        plan.Task("2").Only().Lead.Names().ShouldBe(["Sở Giáo dục và Đào tạo"]);
        plan.Task("2").Only().Support.Names().ShouldBe(["Sở Nội vụ", "Sở Ngoại vụ"]);
        plan.Task("2").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2023-01-01", "2025-12-31");
        plan.Task("2").Notes.ShouldHaveSingleItem().Text.ShouldBe("Theo đề án riêng");
    }

    [Fact]
    public void Two_annexes_that_number_alike_become_the_groups()
    {
        var plan = PlanFiles.ReadOwn("hai-phu-luc-nfd-crlf.md");
        plan.Number.ShouldBe("45/KH-UBND");
        plan.Issued.ShouldBe(new DateOnly(2021, 12, 28));
        plan.Groups.Select(g => (g.Code, g.Title)).ShouldBe([("PLI", "DANH MỤC NHIỆM VỤ CẢI CÁCH CÔNG VỤ NĂM 2022"), ("PLII", "DANH MỤC VĂN BẢN CẦN BAN HÀNH NĂM 2022")]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["PLI.1", "PLI.2", "PLII.1", "PLII.2", "PLII.3"]);
        plan.Task("PLI.1").Only().Schedule.ShouldBe(PlanScheduleKind.Deadline, to: "2022-06-30");
        plan.Task("PLI.2").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2022-10-01", "2022-12-31");
        plan.Task("PLII.2").Only().Schedule.ShouldBe(PlanScheduleKind.Deadline, to: "2022-08-31");
        plan.NotUnderstood.ShouldHaveSingleItem().ShouldBe(new PlanUnreadLine(17, "31/02/2022", "dòng 17"));
    }

    [Fact]
    public void Numbers_may_stand_inside_the_titles()
    {
        var plan = PlanFiles.ReadOwn("so-trong-noi-dung.md");
        plan.Groups.Select(g => (g.Code, g.Title)).ShouldBe([("I", "Công tác quy hoạch"), ("II", "Công tác đào tạo")]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["I.1", "I.2", "II.1", "II.2"]);
        plan.Task("I.2").Products.Select(p => p.Text).ShouldBe(["Biên bản", "danh sách quy hoạch (kèm lý lịch; bản kê khai)"]);
        plan.Task("I.1").Only().Lead.Names().ShouldBe(["Phòng Tổ chức – Biên chế"]);
        plan.Task("II.1").Only().Schedule.ShouldBe(PlanScheduleKind.Conditional);
        plan.Task("II.2").Title.ShouldBe("Theo dõi kết quả học tập");
        plan.Task("II.2").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 12);
    }

    [Fact]
    public void A_table_of_goals_gives_targets_and_odd_lines_are_given_back()
    {
        var plan = PlanFiles.ReadOwn("chi-tieu-va-nhieu-dong.md");
        plan.Targets.Select(t => (t.Value, t.Unit, t.By!.Value.Year)).ShouldBe(
            [(95m, PlanTargetUnit.Percent, 2027), (100m, PlanTargetUnit.Percent, 2030), (10m, PlanTargetUnit.Count, 2027), (12m, PlanTargetUnit.Count, 2030)]);
        plan.Tasks.Select(t => t.Code).ShouldBe(["1", "2"]);
        plan.NotUnderstood.Select(u => (u.Line, u.Text)).ShouldBe(
            [(16, "xyz dòng lạc 123 giữa bảng"), (17, "?? | Không rõ thuộc mục nào"), (18, "ô thừa"), (19, "Tổng cộng: 02 nhiệm vụ")]);
        plan.Task("2").Only().Support.Names().ShouldBe(["Các sở, ngành"]);
    }
}
