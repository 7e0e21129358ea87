using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Pay.Pages.Due;

/// <summary>Who is due for a regular step raise, when and why, what blocks; the chosen go into one decision.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class IndexModel(RaiseListing listing, UnitDirectory units, StaffCodes codes, Gate gate, AuditLog audit, AsOfContext asOf) : DueListPage(RaiseKind.Regular, listing, units, codes, gate, audit, asOf);
