namespace CongVu.Reform.Reading;

/// <summary>"Cơ quan chủ trì: …", "Thời gian hoàn thành: …", "Sản phẩm: …" inside running text.</summary>
internal sealed record Labels(string Lead, string Support, string Time, string Product)
{
    public bool Any => Lead.Length + Support.Length + Time.Length + Product.Length > 0;

    /// <summary>True when the whole text is one labelled fact about the item above it.</summary>
    public static bool IsDetail(string text)
    {
        var line = Vietnamese.OneLine(text);
        return RoleBefore(line, line.IndexOf(':', StringComparison.Ordinal), out var start) is not ColumnRole.Unknown && start == 0;
    }

    /// <summary>Takes labelled facts out of the text and leaves the rest.</summary>
    public static Labels TakeFrom(ref string text)
    {
        Dictionary<ColumnRole, string> found = [];
        var labels = Find(text);
        if (labels.Count == 0)
        {
            return new Labels("", "", "", "");
        }
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : text.Length;
            var value = text[(labels[i].Colon + 1)..end].Trim(' ', '.', ';', ',', '-', '–', '(');
            if (value.EndsWith(')') && !value.Contains('(', StringComparison.Ordinal))
            {
                value = value[..^1];
            }
            found.TryAdd(labels[i].Role, value);
        }
        text = text[..labels[0].Start].TrimEnd(' ', '(', '-', '–', ';', ',');
        var both = found.GetValueOrDefault(ColumnRole.LeadAndSupport, "");
        var (lead, support) = both.Length > 0 ? Assignment.OfCell(both) : ("", "");
        return new Labels(
            found.GetValueOrDefault(ColumnRole.Lead, lead),
            found.GetValueOrDefault(ColumnRole.Support, support),
            found.GetValueOrDefault(ColumnRole.Time, found.GetValueOrDefault(ColumnRole.End, "")),
            found.GetValueOrDefault(ColumnRole.Product, ""));
    }

    private static List<(int Start, int Colon, ColumnRole Role)> Find(string text)
    {
        List<(int, int, ColumnRole)> found = [];
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var role = RoleBefore(text, colon, out var start);
            if (role != ColumnRole.Unknown)
            {
                found.Add((start, colon, role));
            }
        }
        return found;
    }

    private static ColumnRole RoleBefore(string text, int colon, out int start)
    {
        start = 0;
        if (colon <= 0)
        {
            return ColumnRole.Unknown;
        }
        for (var i = colon - 1; i >= 0 && colon - i < 60; i--)
        {
            if (text[i] is '.' or ';' or '(' or ':' or '\n' || (text[i] is '-' or '–' or '+' && (i == 0 || text[i - 1] == ' ')))
            {
                start = i + 1;
                break;
            }
        }
        if (start == 0 && colon > 60)
        {
            return ColumnRole.Unknown;
        }
        while (start < colon && text[start] == ' ')
        {
            start++;
        }
        var label = text[start..colon].Trim();
        if (label.Length is 0 or > 60 || label.Count(c => c == ' ') > 7)
        {
            return ColumnRole.Unknown;
        }
        var role = HeaderWords.Classify(label).Role;
        if (text.AsSpan(0, start).TrimStart(" -–+(").IsEmpty)
        {
            start = 0;
        }
        // "Cơ quan, đơn vị: …" alone says too little to be a label; it needs its telling word.
        var folded = Vietnamese.Fold(label);
        return role switch
        {
            ColumnRole.Lead when !Vietnamese.HasAny(folded, ["chu tri", "don vi thuc hien", "co quan thuc hien", "phan cong thuc hien", "phan cong", "don vi chiu trach nhiem", "co quan chiu trach nhiem"]) => ColumnRole.Unknown,
            ColumnRole.Time when !Vietnamese.HasAny(folded, ["thoi gian", "thoi han", "tien do", "hoan thanh", "thoi diem"]) => ColumnRole.Unknown,
            ColumnRole.Product when !Vietnamese.HasAny(folded, ["san pham", "dau ra", "ket qua"]) || folded.Length > 40 => ColumnRole.Unknown,
            ColumnRole.Lead or ColumnRole.Support or ColumnRole.LeadAndSupport or ColumnRole.Time or ColumnRole.End or ColumnRole.Product => role,
            _ => ColumnRole.Unknown,
        };
    }
}
