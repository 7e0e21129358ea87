namespace CongVu.Reform.Reading;

/// <summary>Recognises where the name of a unit begins, so that commas and "và" inside a name do not cut it.</summary>
internal static class UnitWords
{
    // First words of names of bodies; each must be written with a capital.
    private static readonly string[] Heads =
    [
        "ubnd", "uy ban", "hdnd", "hoi dong", "van phong", "vp", "thanh tra", "cuc", "chi cuc", "tong cuc", "kho bac", "cong an", "bao", "dai", "truong", "trung tam",
        "bao hiem", "bhxh", "toa an", "vien", "mat tran", "mttq", "ubmttq", "dang uy", "huyen uy", "thanh uy", "tinh uy", "thi uy", "quan uy", "cap uy", "thuong truc",
        "ban thuong vu", "thuong vu", "tinh doan", "thanh doan", "doan", "hoi", "lien doan", "lien minh", "lien hiep", "hiep hoi", "ngan hang", "cong ty", "tong cong ty", "tap doan",
        "buu dien", "vien thong", "vnpt", "viettel", "cong thong tin", "cong ttdt", "to chuc", "to cong tac", "to giup viec", "ban chi dao", "ban quan ly", "hoc vien", "dai hoc",
        "cao dang", "benh vien", "chu tich", "pho chu tich", "giam doc", "thu truong", "lanh dao", "nguoi dung dau", "don vi", "co quan", "doanh nghiep", "bo chi huy", "bo tu lenh",
        "bo doi", "dia phuong", "cap xa", "cap huyen", "nha xuat ban", "so nganh", "toan an", "phong noi vu", "chanh van phong", "tct", "ca nhan", "ttpvhcc",
    ];

    // First words that need a capitalised name after them: "Sở Nội vụ", but not "sở, ban, ngành".
    private static readonly string[] HeadsWithName = ["so", "ban", "bo", "phong", "khoi", "to", "vu", "xa", "phuong", "huyen", "thi xa", "thanh pho", "quan", "tp"];

    // First words of groups of units; small letters will do.
    private static readonly string[] Groups =
        ["cac", "tat ca", "toan the", "ubnd", "mot so", "nhung", "so, ban", "so, nganh", "so ban nganh", "so - ban", "so - nganh", "cap uy", "don vi su nghiep", "hoi dac thu"];

    /// <summary>True when a new unit begins here.</summary>
    public static bool Begins(string text)
    {
        var t = text.AsSpan().TrimStart(" \t\n-+•*\"“").ToString();
        if (t.Length < 2)
        {
            return false;
        }
        var folded = Vietnamese.Fold(t.Length > 60 ? t[..60] : t);
        if (Groups.Any(g => Vietnamese.StartsWithPhrase(folded, g)))
        {
            return true;
        }
        if (!char.IsUpper(t[0]))
        {
            return false;
        }
        if (t.StartsWith("Quỹ ", StringComparison.Ordinal) || Heads.Any(h => Vietnamese.StartsWithPhrase(folded, h)))
        {
            return true;
        }
        foreach (var head in HeadsWithName)
        {
            if (Vietnamese.StartsWithPhrase(folded, head) && t.Length > head.Length + 1)
            {
                var name = t.AsSpan(head.Length).TrimStart(' ');
                return name.Length > 0 && char.IsUpper(name[0]) && t[head.Length] == ' ';
            }
        }
        return false;
    }

    /// <summary>True when the text is nothing but a first word ("Báo", "Sở") and so still waits for its name.</summary>
    public static bool IsBareHead(string text)
    {
        var folded = Vietnamese.Fold(text.Trim());
        return folded is "bao" or "so" or "ban" or "bo" or "hoi" or "truong" or "phong" or "cac" or "dai" or "dang uy" or "cac so" or "cac ban" or "vien";
    }
}
