using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;

namespace CongVu.Pay.Pages.Payrolls;

/// <summary>Payroll of a unit for a month.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class IndexModel(PayrollReckoning reckoning, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PayrollPage(reckoning, units, gate, asOf)
{
    private readonly Gate _gate = gate;

    public TablePage<PayrollRow>? Table { get; private set; }
    public bool MayExport => _gate.May(PayPermissions.Export);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(PayPermissions.Read, ct);
        if (Payroll is null) return;
        Table = Payroll.Rows.ToTablePage(PayrollTable.View, Query);
        await audit.ReadAsync(new AuditLine("pay.payroll.read", "unit", UnitId, UnitId, Payroll.Rows.Count), ct);
    }
}
