namespace CongVu.Reform.Reading;

/// <summary>Splits "Sở Kế hoạch và Đầu tư, Sở Tài chính; các sở, ban, ngành có liên quan và UBND cấp huyện" into its four units.</summary>
internal static class UnitList
{
    public static IReadOnlyList<PlanReadUnit> Read(string text) => [.. Split(text).Select(PlanUnitGroups.Describe)];

    public static IReadOnlyList<string> Split(string text)
    {
        text = Vietnamese.Normalise(text);
        List<string> units = [];
        var (current, start) = ("", 0);
        foreach (var (separator, from, to, ahead) in Pieces(text))
        {
            var part = Bare(text[from..to]);
            if (part.Length == 0)
            {
                continue;
            }
            if (current.Length == 0)
            {
                (current, start) = (part, from);
            }
            else if (NextDepartment(current, separator, part) is { } department)
            {
                units.Add(current);
                (current, start) = (department, -1);
            }
            else if (Separates(current, separator, text[from..to], ahead))
            {
                units.Add(current);
                (current, start) = (part, from);
            }
            else
            {
                // Taken from the source as it stands, so that a name keeps its own commas and dashes.
                current = start >= 0 ? Bare(text[start..to]) : current + Joint(separator) + part;
            }
        }
        if (current.Length > 0)
        {
            units.Add(current);
        }
        return [.. units.SelectMany(AfterColon).Select(Finish).Where(u => u.Any(char.IsLetter)).Distinct()];
    }

    private static bool Separates(string current, string separator, string piece, string ahead) => separator switch
    {
        ";" => !IsGroupPart(piece),
        "\n" => UnitWords.Begins(ahead) && !UnitWords.IsBareHead(current),
        _ => UnitWords.Begins(ahead) && !UnitWords.IsBareHead(current) && !IsDoubleOffice(current, piece),
    };

    /// <summary>The "ban" and "ngành" of "sở; ban; ngành".</summary>
    private static bool IsGroupPart(string piece) => Vietnamese.Fold(piece.Trim()) is "ban" or "nganh" or "ban nganh";

    /// <summary>"Văn phòng Đoàn ĐBQH và HĐND tỉnh" is one office.</summary>
    private static bool IsDoubleOffice(string current, string next)
    {
        var (left, right) = (Vietnamese.Fold(current), Vietnamese.Fold(next.TrimStart()));
        return left.StartsWith("van phong", StringComparison.Ordinal)
            && (left.EndsWith("dbqh", StringComparison.Ordinal) || left.EndsWith("quoc hoi", StringComparison.Ordinal) || left.EndsWith("hdnd", StringComparison.Ordinal)
                || left.EndsWith("hoi dong nhan dan", StringComparison.Ordinal) || left.EndsWith("huyen uy", StringComparison.Ordinal) || left.EndsWith("dang uy", StringComparison.Ordinal))
            && (right.StartsWith("hdnd", StringComparison.Ordinal) || right.StartsWith("hoi dong", StringComparison.Ordinal)
                || right.StartsWith("ubnd", StringComparison.Ordinal) || right.StartsWith("uy ban nhan dan", StringComparison.Ordinal));
    }

    /// <summary>"Sở Nội vụ, Tài chính": the second one gets its "Sở" back.</summary>
    private static string? NextDepartment(string current, string separator, string part)
    {
        if (separator is not ("," or "và" or "/") || !current.StartsWith("Sở ", StringComparison.Ordinal) || !char.IsUpper(part[0]))
        {
            return null;
        }
        var name = Vietnamese.Fold(current[3..]);
        var next = Vietnamese.Fold(part);
        return DepartmentNames.IsWhole(name) && DepartmentNames.MayGoOn(next) && !DepartmentNames.MayGoOn(name + Vietnamese.Fold(Joint(separator)) + next)
            ? "Sở " + part
            : null;
    }

    /// <summary>"Các sở: Nội vụ, Tài chính, Tư pháp".</summary>
    private static IEnumerable<string> AfterColon(string unit)
    {
        var colon = unit.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return [unit];
        }
        var head = Vietnamese.Fold(unit[..colon]).Trim();
        var rest = unit[(colon + 1)..].Trim();
        if (head is "cac so" or "so" or "cac so, nganh")
        {
            List<string> names = [];
            foreach (var (separator, from, to, _) in Pieces(rest))
            {
                var name = rest[from..to].Trim();
                var joined = names.Count > 0 ? names[^1] + Joint(separator) + name : name;
                if (names.Count > 0 && (!DepartmentNames.IsWhole(Vietnamese.Fold(names[^1])) || DepartmentNames.MayGoOn(Vietnamese.Fold(joined))))
                {
                    names[^1] = joined;
                }
                else
                {
                    names.Add(name);
                }
            }
            return names.Select(n => UnitWords.Begins(n) ? n : "Sở " + n);
        }
        // "Chủ trì: Sở Nội vụ": the label is no part of the name.
        return head.EndsWith("chu tri", StringComparison.Ordinal) || head.EndsWith("phoi hop", StringComparison.Ordinal) || head.EndsWith("thuc hien", StringComparison.Ordinal) ? [rest] : [unit];
    }

    /// <summary>Pieces between separators that stand outside brackets, each with the separator before it and the text from it on.</summary>
    private static IEnumerable<(string Separator, int From, int To, string Ahead)> Pieces(string text)
    {
        var separator = "";
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            depth = c switch { '(' => depth + 1, ')' => Math.Max(0, depth - 1), _ => depth };
            var found = depth > 0 && c != '\n' ? null : SeparatorAt(text, i);
            if (found is null)
            {
                continue;
            }
            yield return (separator, start, i, Ahead(start));
            separator = found.Value.Name;
            i += found.Value.Length - 1;
            start = i + 1;
        }
        yield return (separator, start, text.Length, Ahead(start));
        string Ahead(int at) => text.Substring(at, Math.Min(80, text.Length - at));
    }

    private static (string Name, int Length)? SeparatorAt(string text, int i) => text[i] switch
    {
        ';' => (";", 1),
        '\n' => ("\n", 1),
        ',' => (",", 1),
        '/' => ("/", 1),
        '+' or '•' => ("+", 1),
        '-' or '–' when i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] == ' ' => ("-", 1),
        'v' when i > 0 && (text[i - 1] is ' ' or '\n') && string.CompareOrdinal(text, i, "và ", 0, 3) == 0 => ("và", 3),
        '&' when i > 0 && text[i - 1] == ' ' => ("và", 1),
        '.' when i + 2 < text.Length && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i > 2 && char.IsLower(text[i - 1]) => (".", 1),
        _ => null,
    };

    private static string Joint(string separator) => separator switch
    {
        "," => ", ",
        ";" => "; ",
        "và" => " và ",
        "\n" or "" => " ",
        "-" => " - ",
        "." => ". ",
        _ => separator,
    };

    private static string Bare(string piece)
    {
        var part = Vietnamese.OneLine(piece).TrimStart('-', '+', '•', '*', '–', ' ').TrimEnd(' ', '.', ';', ',', ':');
        if (ItemNumber.OfStart(part) is { } number && number.WordsAt < part.Length && UnitWords.Begins(part[number.WordsAt..]))
        {
            part = part[number.WordsAt..];
        }
        foreach (var lead in (string[])["và ", "cùng ", "với "])
        {
            part = part.StartsWith(lead, StringComparison.Ordinal) ? part[lead.Length..] : part;
        }
        return part;
    }

    private static string Finish(string unit) => unit.Trim(' ', '.', ';', ',', ':', '-', '–');
}
