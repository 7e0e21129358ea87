using CongVu.Communes;
using CongVu.Decisions;
using CongVu.Examinations;
using CongVu.Legislation;
using CongVu.Organisation;
using CongVu.Pay;
using CongVu.Personnel;
using CongVu.Platform.Modules;
using CongVu.Reform;
using CongVu.Severance;

namespace CongVu.Host;

/// <summary>The modules of this installation. Removing a line (and the module's folder) removes the capability.</summary>
public static class CongVuModules
{
    /// <summary>All modules, lower tiers first.</summary>
    public static ModuleList All { get; } = new([
        new LegislationModule(),
        new OrganisationModule(),
        new PersonnelModule(),
        new DecisionsModule(),
        new PayModule(),
        new CommunesModule(),
        new SeveranceModule(),
        new ExaminationsModule(),
        new ReformModule(),
        new ShellModule(),
    ]);
}
