namespace CongVu.Reform.Reading;

/// <summary>Tells the role of a column from the words of its heading, in any order and wording offices use.</summary>
internal static class HeaderWords
{
    private static readonly HashSet<string> NumberLabels =
        ["stt", "tt", "so tt", "so thu tu", "s tt", "no", "ma", "ma so", "ma nhiem vu", "ma nv", "#", "muc", "thu tu", "so nhiem vu", "so hieu", "s/tt", "st t", "s t t", "tt.", "stt."];

    private static readonly (ColumnRole Role, string[] Phrases)[] Rules =
    [
        (ColumnRole.Note, ["kinh phi", "du toan", "nguon von", "nguon luc", "ghi chu", "can cu", "co so phap ly", "dia diem", "doi tuong", "so luong", "cap trinh", "co quan trinh", "don vi trinh", "cap ban hanh", "co quan ban hanh",
            "tham quyen", "nguoi ky", "lanh dao phu trach", "lanh dao chi dao", "lanh dao ubnd", "nguoi phu trach", "can bo phu trach", "chuyen vien", "trang thai", "ket qua theo doi", "tinh trang", "danh gia", "phuong phap", "tieu chi", "y kien", "dieu kien", "khu vuc", "quy mo",
            "cap phe duyet", "cap quyet dinh", "co quan phe duyet", "don vi phe duyet", "lanh dao"]),
        (ColumnRole.Measure, ["don vi tinh", "dvt", "hien trang", "thuc trang", "gia tri hien tai", "co so so sanh"]),
        (ColumnRole.Product, ["san pham", "ket qua", "dau ra", "hinh thuc van ban", "loai van ban", "the loai van ban", "ten loai van ban"]),
        (ColumnRole.Start, ["bat dau", "khoi dau", "tu ngay", "thoi gian bat dau", "ngay bat dau", "tu thang", "tu nam", "trien khai tu"]),
        (ColumnRole.End, ["ket thuc", "den ngay", "den thang", "den nam"]),
        (ColumnRole.Time, ["thoi gian", "tien do", "thoi han", "thoi diem", "hoan thanh", "lo trinh", "ky han", "han xong", "han chot", "han cuoi", "han", "ngay den han", "ke hoach thoi gian", "nam thuc hien", "giai doan thuc hien", "ky bao cao", "tan suat", "dinh ky"]),
        (ColumnRole.Group, ["nhom nhiem vu", "linh vuc", "nhom", "nhom noi dung", "nhom cong viec", "mang cong viec", "truc noi dung"]),
        (ColumnRole.Goal, ["chi tieu", "chi so", "muc tieu cu the"]),
        (ColumnRole.Task, ["nhiem vu", "noi dung", "cong viec", "hoat dong", "dau viec", "viec can lam", "giai phap", "ten de an", "ten van ban", "ten viec", "chuyen de", "van de", "hang muc", "phan viec", "muc tieu", "de an", "chuong trinh"]),
        (ColumnRole.Lead, ["chu tri", "thuc hien chinh", "chiu trach nhiem", "co quan", "don vi", "phan cong", "dau moi", "trach nhiem", "thuc hien", "to chuc thuc hien", "tham muu", "phu trach", "giao cho", "nguoi thuc hien"]),
    ];

    /// <summary>The role, and whether the label is one of a heading at all (short, in words).</summary>
    public static (ColumnRole Role, bool IsLabel) Classify(string label)
    {
        var text = Vietnamese.OneLine(label).Trim(' ', ':', '.', '*');
        if (text.Length is 0 or > 90 || text.EndsWith(';'))
        {
            return (ColumnRole.Unknown, false);
        }
        var folded = Vietnamese.Fold(text);
        if (NumberLabels.Contains(folded))
        {
            return (ColumnRole.Number, true);
        }
        var words = folded.Count(c => c == ' ') + 1;
        if (words > 14)
        {
            return (ColumnRole.Unknown, false);
        }
        if (IsTimeMark(folded))
        {
            return (ColumnRole.TimeMark, true);
        }
        var (leads, supports) = (Vietnamese.HasPhrase(folded, "chu tri") || Vietnamese.HasPhrase(folded, "thuc hien chinh"), Vietnamese.HasPhrase(folded, "phoi hop"));
        if (leads || supports)
        {
            return words <= 12 ? (leads && supports ? ColumnRole.LeadAndSupport : leads ? ColumnRole.Lead : ColumnRole.Support, true) : (ColumnRole.Unknown, false);
        }
        if (folded is "tu")
        {
            return (ColumnRole.Start, true);
        }
        if (folded is "den")
        {
            return (ColumnRole.End, true);
        }
        return (RoleByEarliestPhrase(folded, words), true);
    }

    /// <summary>The role whose phrase stands first; at the same place the longer phrase wins ("kết quả" of "kết quả hoàn thành").</summary>
    private static ColumnRole RoleByEarliestPhrase(string folded, int words)
    {
        var best = (Role: ColumnRole.Unknown, At: int.MaxValue, Length: 0);
        foreach (var (role, phrases) in Rules)
        {
            foreach (var phrase in phrases)
            {
                var at = Vietnamese.IndexOfPhrase(folded, phrase);
                if (at >= 0 && (at < best.At || (at == best.At && phrase.Length > best.Length)))
                {
                    best = (role, at, phrase.Length);
                }
            }
        }
        // In a long label the telling word stands near the front; further back it is a word of a sentence.
        return best.At <= 24 && (words <= 9 || best.At <= 4) ? best.Role : ColumnRole.Unknown;
    }

    /// <summary>"2024", "Năm 2024", "Quý I", "T6", "Tháng 6".</summary>
    private static bool IsTimeMark(string folded)
    {
        if (folded.Length > 16)
        {
            return false;
        }
        var mentions = DateMentions.Find(folded);
        if (mentions is [{ Precision: DatePrecision.Year or DatePrecision.Quarter or DatePrecision.Month or DatePrecision.Half } only])
        {
            return only.Start == 0 && only.End == folded.Length;
        }
        return mentions.Count == 0 && folded is ['t' or 'q', >= '1' and <= '9', ..] && folded[1..].All(char.IsAsciiDigit);
    }
}
