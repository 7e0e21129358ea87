using System.Collections.Frozen;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>Words of two syllables that come up in titles of this field; a line should not end between them.</summary>
internal static class CompoundWords
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        [
            "an giang", "ban chỉ", "ban hành", "biên chế", "biệt phái", "báo cáo", "bí thư", "bảo hiểm", "bảo vệ", "bầu cử", "bậc lương", "bắc ninh",
            "bệnh viện", "bồi dưỡng", "bổ nhiệm", "bộ trưởng", "cao bằng", "chi cục", "chuyên môn", "chuyên viên", "chuyển ngạch", "chuyển đổi",
            "chánh thanh", "chánh văn", "chí minh", "chính phủ", "chính quyền", "chính sách", "chấm dứt", "chấp hành", "chất lượng", "chế độ",
            "chỉ tiêu", "chỉ đạo", "chủ tịch", "chức danh", "chức vụ", "cà mau", "cách chức", "cán bộ", "công chức", "công lập", "công nghệ",
            "công thương", "công tác", "công vụ", "cơ cấu", "cơ quan", "cơ sở", "cải cách", "cấp tỉnh", "cấp xã", "cần thơ", "cục trưởng",
            "danh sách", "du lịch", "dân tộc", "dịch vụ", "gia lai", "giai đoạn", "giao thông", "giám đốc", "giáo dục", "giáo viên", "giải pháp",
            "giải quyết", "hiệu lực", "hiệu quả", "hiệu trưởng", "hoạt động", "hà nội", "hà tĩnh", "hành chính", "hưng yên", "hưởng lương",
            "hạ tầng", "hải phòng", "hệ số", "hồ chí", "hồ sơ", "hội thi", "hội đồng", "hủy bỏ", "khen thưởng", "khoa học", "khu vực", "khánh hòa",
            "kinh phí", "kinh tế", "kiêm nhiệm", "kiểm tra", "kế hoạch", "kết quả", "kỳ thi", "kỷ luật", "lai châu", "lao động", "luân chuyển",
            "lào cai", "lâm đồng", "lãnh đạo", "lương hưu", "lạng sơn", "miễn nhiệm", "môi trường", "mục tiêu", "nghệ an", "nghỉ hưu", "nghị quyết",
            "nghị định", "ngoại vụ", "nguyên tắc", "ngân sách", "ngạch lương", "nhiệm vụ", "nhà nước", "nhân dân", "nhân sự", "ninh bình",
            "nâng bậc", "nâng cao", "nâng ngạch", "nông nghiệp", "nông thôn", "nội vụ", "phát triển", "phân công", "phân cấp", "phê duyệt",
            "phòng ban", "phó chủ", "phó giám", "phó trưởng", "phú thọ", "phổ thông", "phụ cấp", "phụ trách", "quy chế", "quy hoạch", "quy định",
            "quyết định", "quán triệt", "quản lý", "quảng ngãi", "quảng ninh", "quảng trị", "quốc hội", "sơ kết", "sơn la", "sắp xếp", "số lượng",
            "sự nghiệp", "tai nạn", "thanh hóa", "thanh tra", "thi hành", "thi tuyển", "thu hồi", "thuyên chuyển", "thành phố", "thái nguyên",
            "thâm niên", "thôi việc", "thông báo", "thông tin", "thăng hạng", "thương binh", "thường xuyên", "thẩm quyền", "thể thao", "thị trường",
            "thời gian", "thời hạn", "thủ tướng", "thực hiện", "tinh giản", "tiêu chuẩn", "tiến độ", "tiếp nhận", "tiền lương", "tiểu học",
            "triển khai", "trung học", "trung tâm", "truyền thông", "trách nhiệm", "trước hạn", "trường học", "trưởng phòng", "trợ cấp",
            "trực thuộc", "tuyên quang", "tuyển dụng", "tài chính", "tài nguyên", "tây ninh", "tôn giáo", "tăng cường", "tư pháp", "tập sự",
            "tổ chức", "tổ công", "tổng kết", "từ chức", "uỷ ban", "viên chức", "việc làm", "văn hóa", "văn phòng", "vĩnh long", "vượt bậc",
            "vượt khung", "vị trí", "xây dựng", "xã hội", "xét tuyển", "xếp loại", "xếp lương", "y tế", "yêu cầu", "điều động", "điện biên",
            "đà nẵng", "đào tạo", "đánh giá", "đính chính", "đô thị", "đơn vị", "đại biểu", "đẩy mạnh", "đắk lắk", "đề nghị", "đề án", "địa phương",
            "định kỳ", "đối với", "đồng chí", "đồng nai", "đồng tháp", "đột xuất", "ủy ban", "ủy quyền",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string first, string second) => All.Contains($"{first} {second}");
}
