using CongVu.Personnel.Contracts;
using CongVu.Platform.Web;

namespace CongVu.Personnel.Lists;

/// <summary>The columns of the list of people; the first few are shown until somebody chooses others.</summary>
internal static class PersonTable
{
    /// <summary>For those who may see party data somewhere.</summary>
    public static readonly TableView<PersonLine> View = Make(party: true);

    /// <summary>For those who may not: the column is not even offered.</summary>
    public static readonly TableView<PersonLine> ViewWithoutParty = Make(party: false);

    /// <summary>The order that a column key means.</summary>
    public static PersonOrder OrderOf(string key) => key switch
    {
        "ngay-sinh" => PersonOrder.Birth,
        "ngay-tuyen-dung" => PersonOrder.Joined,
        "he-so" => PersonOrder.Coefficient,
        "huong-tu" => PersonOrder.StepSince,
        _ => PersonOrder.Name,
    };

    private static TableView<PersonLine> Make(bool party)
    {
        var view = new TableView<PersonLine>("ho-so", "Danh sách cán bộ, công chức, viên chức", l => l.Row.PersonId.ToString()) { DefaultSort = "ho-ten" }
            .Column("ho-ten", "Họ và tên", l => l.Row.FullName, sortable: true, fixedColumn: true, url: l => PersonnelLinks.Record(l.Row.PersonId))
            .Column("ngay-sinh", "Ngày sinh", l => l.Born, sortable: true)
            .Column("don-vi", "Đơn vị", l => l.Unit)
            .Column("chuc-vu", "Chức vụ", l => l.Post)
            .Column("ten-ngach", "Ngạch, chức danh nghề nghiệp", l => l.Rank)
            .Column("bac", "Bậc", l => l.Row.Step, CellKind.Count)
            .Column("he-so", "Hệ số", l => l.Coefficient, CellKind.Coefficient, sortable: true)
            .Column("huong-tu", "Hưởng từ", l => l.Row.StepSince, CellKind.Date, sortable: true, wide: true)
            .Column("ho-dem", "Họ và chữ đệm", l => l.Surnames, shown: false)
            .Column("ten-goi", "Tên", l => l.GivenName, shown: false)
            .Column("so-dinh-danh", "Số định danh cá nhân", l => l.Row.PersonalId, shown: false)
            .Column("tuoi", "Tuổi", l => l.Age, CellKind.Count, shown: false)
            .Column("gioi-tinh", "Giới tính", l => l.Sex, shown: false)
            .Column("dan-toc", "Dân tộc", l => l.Ethnicity, shown: false)
            .Column("ton-giao", "Tôn giáo", l => l.Religion, shown: false)
            .Column("co-quan", "Cơ quan", l => l.Agency, shown: false)
            .Column("loai", "Đối tượng", l => l.Category, shown: false)
            .Column("vi-tri", "Vị trí, chức danh công việc", l => l.Row.JobTitle, shown: false)
            .Column("noi-giu-chuc-vu", "Nơi giữ chức vụ", l => l.PostUnit, shown: false)
            .Column("giu-chuc-vu-tu", "Giữ chức vụ từ", l => l.Row.PostSince, CellKind.Date, shown: false)
            .Column("het-nhiem-ky", "Hết thời hạn giữ chức vụ", l => l.Row.PostUntil, CellKind.Date, shown: false)
            .Column("ma-ngach", "Mã ngạch", l => l.Row.RankCode, shown: false)
            .Column("bang-luong", "Bảng lương", l => l.Row.TableCode, shown: false)
            .Column("vuot-khung", "Phụ cấp thâm niên vượt khung", l => l.OverScale, CellKind.Percent, shown: false)
            .Column("ngay-tuyen-dung", "Ngày được tuyển dụng lần đầu", l => l.Row.JoinedOn, CellKind.Date, sortable: true, shown: false)
            .Column("tham-nien", "Số năm công tác", l => l.ServiceYears, CellKind.Count, shown: false)
            .Column("chuyen-mon", "Trình độ chuyên môn", l => l.Professional, shown: false)
            .Column("chinh-tri", "Lý luận chính trị", l => l.Political, shown: false)
            .Column("trang-thai", "Trạng thái", l => l.Standing, shown: false)
            .Column("thoi-tu", "Thôi công tác từ", l => l.Row.EndedOn, CellKind.Date, shown: false)
            .Column("ly-do-thoi", "Lý do thôi công tác", l => l.EndReason, shown: false);
        return party ? view.Column("dang-vien", "Đảng viên", l => l.Party, shown: false) : view;
    }
}
