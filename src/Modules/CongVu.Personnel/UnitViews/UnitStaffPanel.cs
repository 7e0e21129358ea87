using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Personnel.UnitViews;

/// <summary>Leaders and staff on the unit page.</summary>
internal sealed class UnitStaffPanel : UnitPanel
{
    public override string Title => "Lãnh đạo và nhân sự";

    public override int Order => 10;

    public override Type Component => typeof(UnitStaffViewComponent);

    public override bool ShownTo(Gate gate, UnitView unit, AsOf asOf) => gate.May(PersonnelPermissions.Read, unit.Id);
}
