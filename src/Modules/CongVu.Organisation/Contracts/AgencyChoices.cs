using CongVu.Platform.Security;
using CongVu.Platform.Web;

namespace CongVu.Organisation.Contracts;

/// <summary>Agencies to choose from in a form: those of somebody's scope, without the divisions inside them, from the top down.</summary>
public static class AgencyChoices
{
    public static IReadOnlyList<Choice> In(UnitTree tree, UnitScope scope) => Of(tree.All.Where(u => scope.Has(u.Id)));

    /// <summary>The agencies among these units.</summary>
    public static IReadOnlyList<Choice> Of(IEnumerable<UnitView> units) =>
        [.. units.Where(u => u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name))];
}
