using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Pay.Pages.Due;

/// <summary>Who on the last step gets the first or the next percent of the over-scale allowance, when and why; the chosen go into one decision.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class OverScaleModel(RaiseListing listing, UnitDirectory units, StaffCodes codes, Gate gate, AuditLog audit, AsOfContext asOf) : DueListPage(RaiseKind.OverScale, listing, units, codes, gate, audit, asOf);
