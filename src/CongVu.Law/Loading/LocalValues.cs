using System.Collections;
using System.Collections.Frozen;

namespace CongVu.Law.Loading;

/// <summary>
/// Lays the province's values over the nation's. Where both speak of the same time, a national provision must let the province decide (<c>localRule</c>), and
/// the value must keep to it; a local value never overrides silently.
/// </summary>
internal sealed class LocalValues(IReadOnlyDictionary<string, Instrument> instruments, SourceReader sources, LawErrors errors)
{
    private static readonly FrozenDictionary<string, LocalLatitude> Latitudes = new Dictionary<string, LocalLatitude>
    {
        ["replaces"] = LocalLatitude.Replaces,
        ["raises"] = LocalLatitude.Raises,
        ["lowers"] = LocalLatitude.Lowers,
    }.ToFrozenDictionary();

    public LocalRule? ReadRule(ParameterHead head)
    {
        if (head.LocalRule is null || MappingReader.Of(head.LocalRule, errors) is not { } reader)
        {
            return null;
        }
        var latitude = reader.OneOf("may", Latitudes);
        var source = sources.Cited(reader);
        var status = SourceReader.Status(reader, errors);
        reader.RefuseOtherKeys();
        if (latitude is not null and not LocalLatitude.Replaces && head.Kind is ValueKind.Table or ValueKind.CodeList or ValueKind.Procedure)
        {
            errors.Add(reader.PlaceOf("may"), "Bảng, danh mục và quy trình chỉ có thể được thay cả (“may: replaces”).");
        }
        if (source is not null && sources.ScopeOf(source) == LawScope.Province)
        {
            errors.Add(reader.PlaceOf("source"), "Chỉ văn bản của trung ương mới cho phép tỉnh quy định khác.");
        }
        return latitude is null || source is null || status is null ? null : new LocalRule(latitude.Value, source, status.Value);
    }

    public Timeline<object>? Merge(ParameterName name, WrittenValues values, LocalRule? rule)
    {
        if (values.Local.Count == 0)
        {
            return new Timeline<object>(name, values.National, values.Gaps);
        }
        var sound = true;
        foreach (var local in values.Local)
        {
            foreach (var national in values.National.Where(n => Overlap(n, local.Value)))
            {
                sound &= IsAllowed(local, national, rule);
            }
        }
        var merged = values.National.SelectMany(n => Without(n, values.Local)).Concat(values.Local.Select(l => l.Value)).OrderBy(v => v.From);
        return sound ? new Timeline<object>(name, merged, values.Gaps) : null;
    }

    private bool IsAllowed(LocalValue local, Dated<object> national, LocalRule? rule)
    {
        if (rule is null)
        {
            errors.Add(local.Place, $"Giá trị của tỉnh trùng thời gian với giá trị chung từ {national.From:yyyy-MM-dd}; tệp của tham số phải có “localRule” nêu điều khoản cho phép tỉnh quy định.");
            return false;
        }
        var allowing = instruments[rule.Source.Instrument];
        if (local.Value.From < allowing.Earliest || allowing.Ceases <= local.Value.From)
        {
            errors.Add(local.Place, $"Vào ngày {local.Value.From:yyyy-MM-dd}, {allowing.ShortName} (điều khoản cho phép tỉnh quy định) không có hiệu lực.");
            return false;
        }
        var order = rule.Latitude == LocalLatitude.Replaces ? 0 : Comparer.DefaultInvariant.Compare(local.Value.Value, national.Value);
        if ((rule.Latitude == LocalLatitude.Raises && order < 0) || (rule.Latitude == LocalLatitude.Lowers && order > 0))
        {
            errors.Add(local.Place, rule.Latitude == LocalLatitude.Raises
                ? $"{rule.Source}: tỉnh chỉ được quy định bằng hoặc cao hơn mức chung {national.Value}."
                : $"{rule.Source}: tỉnh chỉ được quy định bằng hoặc thấp hơn mức chung {national.Value}.");
            return false;
        }
        return true;
    }

    private static bool Overlap(Dated<object> a, Dated<object> b) => (a.Until is null || b.From < a.Until) && (b.Until is null || a.From < b.Until);

    /// <summary>What is left of a national value between the province's own.</summary>
    private static IEnumerable<Dated<object>> Without(Dated<object> national, IReadOnlyList<LocalValue> local)
    {
        DateOnly? from = national.From;
        foreach (var own in local.Select(l => l.Value).Where(l => Overlap(national, l)))
        {
            if (from < own.From)
            {
                yield return national with { From = from.Value, Until = own.From };
            }
            from = own.Until;
            if (from is null)
            {
                yield break;
            }
        }
        if (from is { } rest && (national.Until is null || rest < national.Until))
        {
            yield return national with { From = rest };
        }
    }
}
