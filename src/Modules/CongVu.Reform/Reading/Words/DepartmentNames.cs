namespace CongVu.Reform.Reading;

/// <summary>Names of provincial departments, old and new, so that "Sở Nội vụ, Tài chính" is two and "Sở Văn hóa, Thể thao và Du lịch" is one.</summary>
internal static class DepartmentNames
{
    private static readonly HashSet<string> Names =
    [
        "noi vu", "tai chinh", "tu phap", "ke hoach va dau tu", "cong thuong", "nong nghiep va phat trien nong thon", "nong nghiep va moi truong", "nong nghiep va ptnt",
        "tai nguyen va moi truong", "giao thong van tai", "xay dung", "thong tin va truyen thong", "khoa hoc va cong nghe", "lao dong - thuong binh va xa hoi", "lao dong, thuong binh va xa hoi",
        "van hoa, the thao va du lich", "van hoa va the thao", "van hoa the thao va du lich", "giao duc va dao tao", "y te", "ngoai vu", "dan toc va ton giao", "du lich", "quy hoach - kien truc",
        "an toan thuc pham", "ke hoach dau tu", "khoa hoc cong nghe", "thong tin truyen thong", "tai nguyen moi truong", "giao duc dao tao", "ld-tb&xh", "ldtbxh", "vhttdl", "gd&dt", "tn&mt", "tt&tt", "kh&cn", "nn&ptnt", "nn&mt", "vh, tt&dl",
    ];

    /// <summary>True for a full name without "Sở".</summary>
    public static bool IsWhole(string folded) => Names.Contains(folded.Trim());

    /// <summary>True when the text, joined on, would be the beginning of or all of a longer name.</summary>
    public static bool MayGoOn(string folded) => Names.Any(n => n.StartsWith(folded.Trim(), StringComparison.Ordinal));
}
