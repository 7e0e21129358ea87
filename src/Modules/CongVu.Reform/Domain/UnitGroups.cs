using CongVu.Organisation.Contracts;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Domain;

/// <summary>The groups of units a plan may name, and who belongs to them on a day.</summary>
internal static class UnitGroups
{
    /// <summary>Groups that a person may choose; the "related" ones say too little to owe anything.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> Choosable =
    [
        (PlanUnitGroups.AllDepartments, "Các sở, ban, ngành cấp tỉnh"),
        (PlanUnitGroups.AllDistricts, "UBND cấp huyện (từ 01/7/2025: UBND cấp xã kế thừa)"),
        (PlanUnitGroups.AllCommunes, "UBND cấp xã"),
        (PlanUnitGroups.PublicServiceUnits, "Các đơn vị sự nghiệp công lập cấp tỉnh"),
        (PlanUnitGroups.MassOrganisations, "Các hội, đoàn thể"),
        (PlanUnitGroups.Inspectorates, "Cơ quan thanh tra"),
        (PlanUnitGroups.AllUnits, "Tất cả cơ quan, đơn vị, địa phương"),
    ];

    public static bool NamesNobody(string key) => key is PlanUnitGroups.RelatedDepartments or PlanUnitGroups.RelatedUnits;

    public static string Name(string key) => key switch
    {
        PlanUnitGroups.RelatedDepartments => "Các sở, ban, ngành có liên quan",
        PlanUnitGroups.RelatedUnits => "Các cơ quan, đơn vị có liên quan",
        _ => Choosable.FirstOrDefault(g => g.Key == key).Name ?? key,
    };

    public static IEnumerable<UnitView> On(string key, UnitTree tree)
    {
        var all = tree.All.OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal);
        bool Committee(UnitView u, UnitLevel level) => u.Kind == UnitKind.PeoplesCommittee && u.Level == level;
        bool Department(UnitView u) => u is { Kind: UnitKind.Department, Level: UnitLevel.Province };
        // Without a district level those who took over its work are the communes.
        var district = tree.All.Any(u => Committee(u, UnitLevel.District)) ? UnitLevel.District : UnitLevel.Commune;
        return key switch
        {
            PlanUnitGroups.AllDepartments => all.Where(Department),
            PlanUnitGroups.AllDistricts => all.Where(u => Committee(u, district)),
            PlanUnitGroups.AllCommunes => all.Where(u => Committee(u, UnitLevel.Commune)),
            PlanUnitGroups.PublicServiceUnits => all.Where(u => u is { Kind: UnitKind.PublicServiceUnit, Level: UnitLevel.Province }),
            PlanUnitGroups.MassOrganisations => all.Where(u => u.Kind == UnitKind.Association),
            PlanUnitGroups.Inspectorates => all.Where(u => Department(u) && u.Name.StartsWith("Thanh tra", StringComparison.Ordinal)),
            PlanUnitGroups.AllUnits => all.Where(u => Department(u) || Committee(u, UnitLevel.District) || Committee(u, UnitLevel.Commune)),
            _ => [],
        };
    }
}
