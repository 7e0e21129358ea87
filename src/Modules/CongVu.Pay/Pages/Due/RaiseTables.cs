using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace CongVu.Pay.Pages.Due;

/// <summary>The columns of the due lists.</summary>
internal static class RaiseTables
{
    /// <summary>Regular raises.</summary>
    public static readonly TableView<RaiseRow> Regular = Make("den-han", "Người đến hạn nâng bậc lương thường xuyên", "Bậc mới");

    /// <summary>Over-scale allowance.</summary>
    public static readonly TableView<RaiseRow> OverScale = Make("vuot-khung", "Người đến hạn phụ cấp thâm niên vượt khung", "Mức mới");

    public static TableView<RaiseRow> Of(RaiseKind kind) => kind == RaiseKind.Regular ? Regular : OverScale;

    private static TableView<RaiseRow> Make(string key, string caption, string next) => new TableView<RaiseRow>(key, caption, r => r.PersonId.ToString()) { DefaultSort = "den-han-ngay" }
        .Column("ho-ten", "Họ và tên", r => r.Person.FullName, sort: r => r.SortKey, fixedColumn: true, url: r => PayLinks.Raise(r.PersonId))
        .Column("don-vi", "Đơn vị", r => r.UnitName)
        .Column("ngach", "Ngạch, bậc đang hưởng", r => $"{r.Person.RankCode}, {r.Person.TableCode} bậc {r.Person.Step} ({r.Current}){Over(r)}", show: Held)
        .Column("tu-ngay", "Tính từ", r => r.Person.StepSince, CellKind.Date, sort: r => r.Person.StepSince, shown: false)
        .Column("moi", next, r => r.NextWords)
        .Column("den-han-ngay", "Đến hạn", r => r.Due, CellKind.Date, sort: r => r.Due, show: Day)
        .Column("keo-dai", "Kéo dài (tháng)", r => r.ExtensionMonths == 0 ? null : r.ExtensionMonths, CellKind.Count, shown: false)
        .Column("tang", "Tăng mỗi tháng", r => r.Increase, CellKind.Money, sort: r => r.Increase, wide: true, hint: "Chênh lệch lương và phụ cấp công vụ theo mức lương cơ sở cuối khoảng ngày")
        .Column("vuong-mac", "Vướng mắc, cách xử lý", r => r.Obstacle is { } o ? $"{o.What} {o.Cure}." : null, show: Blocked)
        .Column("ngay-sinh", "Ngày sinh", r => r.Person.BirthDate, CellKind.Date, shown: false)
        .Column("so-dinh-danh", "Số định danh cá nhân", r => r.Person.PersonalId, shown: false);

    private static IHtmlContent Held(RaiseRow row) => Markup.Stacked(Markup.Text($"{row.Person.TableCode} bậc {row.Person.Step} ({row.Current}){Over(row)}"), $"{row.RankName} ({row.Person.RankCode})");

    private static string Over(RaiseRow row) => row.Person.OverScalePercent > 0 ? $", vượt khung {row.Person.OverScalePercent}%" : "";

    private static IHtmlContent Day(RaiseRow row) => row.ExtensionMonths == 0 ? Markup.Text(VnFormat.Date(row.Due)) : Markup.Stacked(Markup.Text(VnFormat.Date(row.Due)), $"đã kéo dài {row.ExtensionMonths} tháng");

    private static IHtmlContent Blocked(RaiseRow row) => row.Obstacle is not { } o ? Markup.Text("")
        : new MarkupText().AppendHtml(Markup.Badge(o.Stops ? row.UnderWayId is null ? "bad" : "info" : "warn", row.UnderWayId is null ? o.Stops ? "Chặn" : "Lưu ý" : "Đang giải quyết")).Append(" " + o.What + " ")
            .AppendHtml(o.CureUrl is { } url ? Markup.Link(o.Cure, url) : Markup.Text(o.Cure));
}
