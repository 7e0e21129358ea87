using CongVu.Organisation.Contracts;

namespace CongVu.Host.Practice;

/// <summary>Departments of the practice province: those of before March 2025, what merged, and what came of it.</summary>
internal sealed class PracticeDepartments(PracticeMap map)
{
    private static readonly (string Code, string Name, string[] Divisions)[] Lasting =
    [
        ("VPUB", "Văn phòng UBND tỉnh", ["Phòng Nội chính", "Phòng Kinh tế", "Phòng Khoa giáo - Văn xã", "Phòng Hành chính - Quản trị"]),
        ("SNV", "Sở Nội vụ", ["Văn phòng Sở", "Phòng Công chức, viên chức", "Phòng Tổ chức bộ máy và Biên chế", "Phòng Cải cách hành chính", "Phòng Xây dựng chính quyền", "Thanh tra Sở"]),
        ("STC", "Sở Tài chính", ["Văn phòng Sở", "Phòng Quản lý ngân sách", "Phòng Tài chính hành chính sự nghiệp", "Phòng Quản lý giá và Công sản"]),
        ("STP", "Sở Tư pháp", ["Văn phòng Sở", "Phòng Xây dựng và Kiểm tra văn bản", "Phòng Hành chính tư pháp", "Phòng Phổ biến, giáo dục pháp luật"]),
        ("SXD", "Sở Xây dựng", ["Văn phòng Sở", "Phòng Quy hoạch - Kiến trúc", "Phòng Quản lý xây dựng", "Phòng Phát triển đô thị và Hạ tầng", "Phòng Quản lý nhà"]),
        ("SCT", "Sở Công Thương", ["Văn phòng Sở", "Phòng Quản lý thương mại", "Phòng Quản lý công nghiệp", "Phòng Quản lý năng lượng"]),
        ("SKHCN", "Sở Khoa học và Công nghệ", ["Văn phòng Sở", "Phòng Quản lý khoa học", "Phòng Quản lý công nghệ", "Phòng Tiêu chuẩn đo lường chất lượng"]),
        ("SGDDT", "Sở Giáo dục và Đào tạo", ["Văn phòng Sở", "Phòng Tổ chức cán bộ", "Phòng Giáo dục trung học", "Phòng Giáo dục tiểu học", "Phòng Kế hoạch - Tài chính"]),
        ("SYT", "Sở Y tế", ["Văn phòng Sở", "Phòng Nghiệp vụ y", "Phòng Nghiệp vụ dược", "Phòng Tổ chức cán bộ", "Phòng Bảo trợ xã hội"]),
        ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", ["Văn phòng Sở", "Phòng Quản lý văn hóa", "Phòng Quản lý thể dục thể thao", "Phòng Quản lý du lịch"]),
        ("TTT", "Thanh tra tỉnh", ["Văn phòng", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2", "Phòng Giám sát, kiểm tra"]),
    ];

    private static readonly (string Code, string Name, string Into, string[] Divisions)[] Merged =
    [
        ("SKHDT", "Sở Kế hoạch và Đầu tư", "STC", ["Văn phòng Sở", "Phòng Tổng hợp, Quy hoạch", "Phòng Đăng ký kinh doanh"]),
        ("STTTT", "Sở Thông tin và Truyền thông", "SKHCN", ["Văn phòng Sở", "Phòng Công nghệ thông tin", "Phòng Bưu chính, Viễn thông"]),
        ("SGTVT", "Sở Giao thông vận tải", "SXD", ["Văn phòng Sở", "Phòng Quản lý giao thông", "Phòng Quản lý vận tải"]),
        ("SLDTBXH", "Sở Lao động - Thương binh và Xã hội", "SNV", ["Văn phòng Sở", "Phòng Lao động - Việc làm", "Phòng Người có công"]),
        ("STNMT", "Sở Tài nguyên và Môi trường", "SNNMT", ["Văn phòng Sở", "Phòng Quản lý đất đai", "Phòng Quản lý môi trường"]),
        ("SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", "SNNMT", ["Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ"]),
    ];

    public void Draw()
    {
        foreach (var (code, name, divisions) in Lasting) Department(code, name, divisions);
        var agriculture = Department("SNNMT", "Sở Nông nghiệp và Môi trường", ["Văn phòng Sở", "Phòng Quản lý đất đai", "Phòng Quản lý môi trường", "Phòng Trồng trọt và Chăn nuôi", "Phòng Kế hoạch - Tài chính"], PracticeMap.DepartmentsMerged);
        foreach (var (code, name, into, divisions) in Merged)
        {
            var old = Department(code, name, divisions, until: PracticeMap.DepartmentsMerged);
            var heir = into == agriculture.Code ? agriculture : map.Units.First(u => u.Code == into);
            old.Successors.Add(heir);
            heir.Predecessors.Add(old);
        }
        SubDepartments();
        Centres();
    }

    private PracticeUnit Department(string code, string name, string[] divisions, DateOnly? from = null, DateOnly? until = null)
    {
        var department = map.Add(code, name, name, code, UnitKind.Department, UnitLevel.Province, map.Root, Staffing.Leaders, from, until);
        foreach (var (division, no) in divisions.Select((d, no) => (d, no)))
            map.Add($"{code}.{no + 1}", division, division, "", UnitKind.Division, UnitLevel.Province, department, Staffing.Office, from, until);
        return department;
    }

    private void SubDepartments()
    {
        foreach (var (code, name, above) in new[] { ("CCQLTT", "Chi cục Quản lý thị trường", "SCT"), ("CCTDC", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "SKHCN"), ("CCDS", "Chi cục Dân số", "SYT"), ("CCVTLT", "Chi cục Văn thư - Lưu trữ", "SNV") })
        {
            var unit = map.Add(code, name, name, code, UnitKind.SubDepartment, UnitLevel.Province, map.Units.First(u => u.Code == above), Staffing.Leaders);
            map.Add($"{code}.1", "Phòng Hành chính - Tổng hợp", "Phòng HC-TH", "", UnitKind.Division, UnitLevel.Province, unit, Staffing.Office);
            map.Add($"{code}.2", "Phòng Nghiệp vụ", "Phòng Nghiệp vụ", "", UnitKind.Division, UnitLevel.Province, unit, Staffing.Office);
        }
    }

    private void Centres()
    {
        foreach (var (code, name, above) in new[] { ("TTCNTT", "Trung tâm Chuyển đổi số", "SKHCN"), ("TTLT", "Trung tâm Lưu trữ lịch sử", "SNV"), ("TTKN", "Trung tâm Khuyến công", "SCT"), ("TVT", "Thư viện tỉnh", "SVHTTDL"), ("BTT", "Bảo tàng tỉnh", "SVHTTDL") })
            map.Add(code, name, name, code, UnitKind.PublicServiceUnit, UnitLevel.Province, map.Units.First(u => u.Code == above), Staffing.Centre);
    }
}
