using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Reform.Data;

/// <summary>Names of units for screens: as they are on the day shown, or as they last were.</summary>
internal sealed class UnitLabels(UnitDirectory directory, AsOfContext asOf)
{
    private readonly Dictionary<Guid, string> _names = [];

    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        foreach (var id in ids.Distinct())
            if (!_names.ContainsKey(id)) _names[id] = await directory.NearestAsync(id, new(asOf.Current.ValidOn), ct) is { } unit ? unit.ShortName.Length > 0 && unit.Name.Length > 40 ? unit.ShortName : unit.Name : "(đơn vị không còn trong danh mục)";
        return _names;
    }

    /// <summary>Who leads a product in words: the names of the plan, with the successors of those that ended.</summary>
    public async Task<string> LeadAsync(IEnumerable<ProductUnit> units, CancellationToken ct)
    {
        var parts = new List<string>();
        foreach (var lead in units.Where(u => u.Role == UnitRole.Lead).DistinctBy(u => u.Text))
        {
            if (lead.UnitId is not { } id) { parts.Add(lead.Text); continue; }
            var heirs = await directory.StandInsAsync(id, new(asOf.Current.ValidOn), ct);
            if (heirs.Count == 0 || heirs.Any(h => h.Id == id)) parts.Add(lead.Text);
            else parts.Add($"{lead.Text} → {(heirs.Count > 3 ? $"{heirs.Count} đơn vị kế thừa" : string.Join(", ", heirs.Select(h => h.Name)))}");
        }
        return string.Join("; ", parts);
    }
}
