using CongVu.Platform.Security;

namespace CongVu.Organisation.Contracts;

/// <summary>A button on a unit's page.</summary>
public sealed record UnitAct(string Text, string Href, string Icon, int Order = 100);

/// <summary>
/// Acts that a module above offers on a unit, e.g. drafting the decision that renames it. Registered with
/// <c>services.AddScoped&lt;UnitPageActs, X&gt;()</c>; asked only while today is on screen.
/// </summary>
public abstract class UnitPageActs
{
    /// <summary>Acts this actor may start on a unit; on the tree page the unit is null (acts that make a new unit).</summary>
    public abstract IEnumerable<UnitAct> For(Gate gate, UnitView? unit);
}
