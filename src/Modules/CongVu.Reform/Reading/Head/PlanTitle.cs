namespace CongVu.Reform.Reading;

/// <summary>The title: the kind of document ("KẾ HOẠCH") and the lines under it.</summary>
internal static class PlanTitle
{
    private static readonly string[] Kinds = ["ke hoach", "de an", "chuong trinh", "phuong an", "lo trinh"];

    private static readonly string[] Lists = ["danh muc", "bang phan cong", "phan cong nhiem vu", "bang tong hop", "phu luc"];

    public static string? Of(List<TextBlock> text)
    {
        var at = text.FindIndex(b => IsKindAlone(b.Text));
        if (at >= 0)
        {
            var lines = new List<string> { Line(text[at]) };
            for (var i = at + 1; i < text.Count && i <= at + 6 && GoesOn(text[i], lines, text[at]); i++)
            {
                lines.Add(Line(text[i]));
            }
            if (lines.Count > 1)
            {
                return string.Join(" ", lines);
            }
        }
        if (DecisionSubject(text) is { } subject)
        {
            return subject;
        }
        at = text.FindIndex(b => IsKindWithWords(b, Kinds));
        at = at >= 0 ? at : text.FindIndex(b => IsKindWithWords(b, Lists));
        if (at >= 0)
        {
            var lines = new List<string> { Line(text[at]) };
            for (var i = at + 1; i < text.Count && i <= at + 4 && !text[i].AfterGap && Vietnamese.IsCapitals(lines[^1]) && GoesOn(text[i], lines, text[at]); i++)
            {
                lines.Add(Line(text[i]));
            }
            return string.Join(" ", lines);
        }
        return text.Take(6).Where(b => b.HeadingLevel == 1 || (b.Bold && Vietnamese.IsCapitals(b.Text))).Select(Line).FirstOrDefault();
    }

    private static bool IsKindAlone(string text)
    {
        var folded = Vietnamese.Fold(Vietnamese.OneLine(text)).Trim(' ', ':', '.');
        return folded is "ke hoach" or "de an" or "chuong trinh" or "chuong trinh hanh dong" or "phuong an" or "ke hoach hanh dong" or "chuong trinh cong tac" or "ke hoach cong tac";
    }

    private static bool IsKindWithWords(TextBlock block, string[] kinds)
    {
        var line = Line(block);
        var folded = Vietnamese.Fold(line);
        var heads = Vietnamese.IsCapitals(line) || block.HeadingLevel > 0 || block.Bold || (line.Length < 160 && !line.EndsWith('.') && !line.EndsWith(';') && block.AfterGap);
        return heads && line.Length is > 12 and < 500 && kinds.Any(k => Vietnamese.StartsWithPhrase(folded, k)) && ItemNumber.OfStart(line) is null;
    }

    private static bool GoesOn(TextBlock block, List<string> lines, TextBlock kind)
    {
        var line = Line(block);
        var folded = Vietnamese.Fold(line);
        if (line.StartsWith('(') || line.EndsWith(':') || line.Length > 420 || ItemNumber.OfStart(line) is not null || line[0] is '-' or '+'
            || folded.StartsWith("can cu ", StringComparison.Ordinal) || folded.StartsWith("kinh gui", StringComparison.Ordinal) || folded.StartsWith("so:", StringComparison.Ordinal)
            || folded.StartsWith("cong hoa xa hoi", StringComparison.Ordinal) || (folded.Contains("quyet dinh so ", StringComparison.Ordinal) && line.EndsWith('.')))
        {
            return false;
        }
        if (lines.Count == 1)
        {
            return true;
        }
        // Lines of one title stand together, or are all in capitals, or all bold.
        return !block.AfterGap ? !line.EndsWith('.') && (Vietnamese.IsCapitals(line) || !Vietnamese.IsCapitals(lines[^1]) || block.Bold)
            : Vietnamese.IsCapitals(line) && Vietnamese.IsCapitals(lines[^1]) && line.Length < 120 && !folded.StartsWith("uy ban", StringComparison.Ordinal) && !folded.StartsWith("ubnd", StringComparison.Ordinal) && !folded.StartsWith("chu tich", StringComparison.Ordinal);
    }

    /// <summary>"QUYẾT ĐỊNH / Về việc ban hành Kế hoạch …".</summary>
    private static string? DecisionSubject(List<TextBlock> text)
    {
        foreach (var block in text.Take(40))
        {
            var line = Line(block);
            var folded = Vietnamese.Fold(line);
            foreach (var lead in (string[])["ve viec ban hanh ", "ve ban hanh ", "v/v ban hanh ", "ban hanh "])
            {
                if (folded.StartsWith(lead, StringComparison.Ordinal) && Kinds.Any(k => Vietnamese.StartsWithPhrase(folded[lead.Length..], k)))
                {
                    return line[lead.Length..];
                }
            }
        }
        return null;
    }

    private static string Line(TextBlock block) => Vietnamese.OneLine(block.Text).Trim('*', ' ');
}
