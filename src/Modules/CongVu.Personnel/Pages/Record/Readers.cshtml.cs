using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Record;

/// <summary>Who read the own record and when; of the audit log this and nothing else.</summary>
[Requires("personnel.own")]
internal sealed class ReadersModel(RecordReadings readings, Gate gate) : PageModel
{
    private static readonly TableView<RecordReading> View = new TableView<RecordReading>("ai-da-xem", "Người đã xem hồ sơ của tôi", r => r.Last.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)) { DefaultSort = "-luc" }
        .Column("ten", "Người xem", r => r.Reader, fixedColumn: true)
        .Column("don-vi", "Đơn vị", r => r.Unit)
        .Column("luc", "Lần cuối trong ngày", r => VnFormat.Instant(r.Last), sort: r => r.Last)
        .Column("lan", "Số lần trong ngày", r => r.Times, CellKind.Count);

    public TablePage<RecordReading> Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = gate.Actor.PersonId ?? throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị người quản trị gắn hồ sơ vào tài khoản.");
        Table = await readings.Of(me).ToTablePageAsync(View, View.Read(HttpContext), ct);
    }
}
