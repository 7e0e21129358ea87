namespace CongVu.Reform.Reading;

/// <summary>Keys of the groups of units a plan may name. A group resolves to the units that exist on the date asked.</summary>
public static class PlanUnitGroups
{
    /// <summary>Sở, ban, ngành of the province.</summary>
    public const string AllDepartments = "all-departments";

    /// <summary>Those sở, ban, ngành that the task concerns.</summary>
    public const string RelatedDepartments = "related-departments";

    /// <summary>UBND of every district (until 2025-06-30).</summary>
    public const string AllDistricts = "all-districts";

    /// <summary>UBND of every commune, ward, township or special zone.</summary>
    public const string AllCommunes = "all-communes";

    /// <summary>Public service units.</summary>
    public const string PublicServiceUnits = "public-service-units";

    /// <summary>Mass organisations and associations.</summary>
    public const string MassOrganisations = "mass-organisations";

    /// <summary>Inspectorates of districts and departments.</summary>
    public const string Inspectorates = "inspectorates";

    /// <summary>Every agency and unit.</summary>
    public const string AllUnits = "all-units";

    /// <summary>Agencies and units the task concerns, not named.</summary>
    public const string RelatedUnits = "related-units";

    /// <summary>What the text names: one unit, or one or more groups.</summary>
    internal static PlanReadUnit Describe(string text)
    {
        var folded = Vietnamese.Fold(text);
        List<string> keys = [];
        var related = Vietnamese.HasAny(folded, ["lien quan"]);
        var inspectors = folded.StartsWith("thanh tra ", StringComparison.Ordinal);
        void Add(bool holds, string key)
        {
            if (holds && !keys.Contains(key))
            {
                keys.Add(key);
            }
        }
        if (inspectors)
        {
            Add(Vietnamese.HasAny(folded, ["cap huyen", "so, nganh", "so, ban", "cac so", "cac huyen", "cap xa"]), Inspectorates);
        }
        else
        {
            Add(HasDepartments(folded), related ? RelatedDepartments : AllDepartments);
            Add(Vietnamese.HasAny(folded, Districts), AllDistricts);
            Add(Vietnamese.HasAny(folded, Communes), AllCommunes);
            Add(Vietnamese.HasAny(folded, ["cac don vi su nghiep", "don vi su nghiep cong lap"]), PublicServiceUnits);
            Add(Vietnamese.HasAny(folded, ["doan the", "cac hoi", "cac to chuc chinh tri", "cac to chuc hoi", "hoi dac thu"]), MassOrganisations);
            Add(Vietnamese.HasAny(folded, ["dia phuong"]) && (folded.StartsWith("cac ", StringComparison.Ordinal) || keys.Count > 0), AllDistricts);
        }
        if (keys.Count == 0 && !inspectors)
        {
            var loose = folded.StartsWith("cac ", StringComparison.Ordinal) || folded.StartsWith("tat ca ", StringComparison.Ordinal)
                || folded.StartsWith("co quan, ", StringComparison.Ordinal) || folded.StartsWith("don vi, ", StringComparison.Ordinal) || related;
            Add(loose, related ? RelatedUnits : AllUnits);
        }
        return new PlanReadUnit(text, keys.Count > 0 ? PlanUnitKind.Group : PlanUnitKind.Single, keys);
    }

    private static readonly string[] Districts =
    [
        "ubnd cap huyen", "cap huyen", "cac huyen", "huyen, thi xa", "huyen, thanh pho", "quan, huyen", "cac quan", "cac thi xa", "huyen, quan", "quan - huyen",
        "uy ban nhan dan huyen, thi xa",
    ];

    private static readonly string[] Communes =
        ["cap xa", "cac xa", "xa, phuong", "phuong, xa", "cac phuong", "xa, thi tran", "phuong, thi tran", "phuong, dac khu", "xa, dac khu"];

    private static bool HasDepartments(string folded) =>
        Vietnamese.HasAny(folded, ["so, ban", "so ban nganh", "so, nganh", "ban, nganh", "cac so", "so - ban - nganh", "so - nganh", "cac ban", "cac nganh"]);
}
