using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Organisation.Contracts;

/// <summary>
/// A section that another module shows on the unit page, e.g. leaders and staff. Registered with
/// <c>services.AddScoped&lt;UnitPanel, X&gt;()</c>.
/// </summary>
public abstract class UnitPanel
{
    /// <summary>Heading, in Vietnamese.</summary>
    public abstract string Title { get; }

    /// <summary>Place among the panels.</summary>
    public virtual int Order => 100;

    /// <summary>The view component that renders it; called with <c>UnitView unit</c> and <c>AsOf asOf</c>. Writes no heading of its own.</summary>
    public abstract Type Component { get; }

    /// <summary>Whether this actor is shown the panel for this unit.</summary>
    public abstract bool ShownTo(Gate gate, UnitView unit, AsOf asOf);
}
