using System.Text.RegularExpressions;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Reform.Domain;

/// <summary>
/// Finds the unit a plan means by a name: "Sở Nội vụ", "Sở NV", "SNV", "UBND tỉnh". Accents, case, "và" and punctuation do not
/// matter. Units that ended are found too; who stands for them on a day is asked of the directory.
/// </summary>
internal sealed partial class UnitNames
{
    private readonly Dictionary<string, List<UnitView>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Names of the units of several days; of equal names the day given first counts.</summary>
    public UnitNames(IEnumerable<UnitTree> trees)
    {
        var seen = new HashSet<(Guid, string)>();
        foreach (var tree in trees)
            foreach (var unit in tree.All.Where(u => u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)))
                foreach (var key in Keys(unit).Distinct())
                    if (seen.Add((unit.Id, key))) (_byKey.TryGetValue(key, out var list) ? list : _byKey[key] = []).Add(unit);
    }

    /// <summary>The unit, or null when none or several fit.</summary>
    public UnitView? Find(string text)
    {
        if (!_byKey.TryGetValue(Compact(Plain(text)), out var found)) return null;
        if (found.Count == 1) return found[0];
        var province = found.Where(u => u.Level == UnitLevel.Province).ToList();
        return province.Count == 1 ? province[0] : null;
    }

    private static IEnumerable<string> Keys(UnitView unit)
    {
        var name = Plain(unit.Name);
        yield return Compact(name);
        yield return Compact(Plain(unit.ShortName));
        if (unit.Kind is UnitKind.PeoplesCommittee && unit.Level == UnitLevel.Province)
        {
            yield return "uybannhandan";
            yield return "uybannhandanthanhpho";
        }
        if (unit.Level != UnitLevel.Province || unit.Kind == UnitKind.PeoplesCommittee) yield break;
        yield return Compact(VietnameseText.Fold(unit.Code));
        foreach (var head in Heads)
            if (name.StartsWith(head + " ", StringComparison.Ordinal))
                yield return Compact(head) + Initials(name[(head.Length + 1)..]);
        yield return Initials(name);
    }

    private static readonly string[] Heads = ["so", "ban", "van phong", "chi cuc", "trung tam", "ban quan ly"];

    private static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w[0]));

    private static string Compact(string plain) => plain.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Folded words without brackets, punctuation, "và", the province's own name and who signs for the committee.</summary>
    private static string Plain(string text)
    {
        var folded = Signs().Replace(VietnameseText.Fold(Brackets().Replace(text, " ")), " ");
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w switch { "ubnd" => "uy ban nhan dan", "hdnd" => "hoi dong nhan dan", "tp" => "thanh pho", "vp" => "van phong", _ => w })
            .Where(w => w != "va");
        var plain = string.Join(' ', words);
        if (plain.StartsWith("chu tich uy ban", StringComparison.Ordinal)) plain = plain["chu tich ".Length..];
        return Province().Replace(plain, "");
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Signs();

    [GeneratedRegex(@" tinh( \S+){0,4}$")]
    private static partial Regex Province();
}
