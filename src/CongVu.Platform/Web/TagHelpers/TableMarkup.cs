using System.Globalization;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>The parts of a drawn table.</summary>
internal sealed class TableMarkup(TablePage page, string noun, bool selectable, bool showCaption)
{
    private readonly IReadOnlyList<ColumnHead> heads = page.Heads;

    private string CaptionId => "bang-" + page.TableKey + "-ten";

    private string FormId => "bang-" + page.TableKey + "-chon";

    public string TotalInWords => page.Total switch
    {
        null => "",
        > TablePage.CountLimit => $"hơn {VnFormat.Count(TablePage.CountLimit)} {noun}",
        { } total => $"{VnFormat.Count(total)} {noun}",
    };

    public void WriteTools(IHtmlContentBuilder html, string? export)
    {
        html.AppendHtml("<div class=\"cv-table-tools\"><p class=\"cv-total\">").AppendText(TotalInWords);
        if (page.Query.IsFiltered)
        {
            html.AppendHtml(" <span class=\"cv-muted\">theo điều kiện lọc</span>");
        }

        html.AppendHtml("</p>");
        WriteColumnChoice(html);
        if (export is not null)
        {
            foreach (var (form, label) in (ReadOnlySpan<(string, string)>)[("xlsx", "Xuất XLSX"), ("csv", "Xuất CSV")])
            {
                html.Open("a").Attr("class", "btn btn-sm").Attr("href", page.Query.UrlAt(export, ("dang", form)))
                    .Attr("data-download", "").Close().Icon("file-download").AppendText(label).AppendHtml("</a>");
            }
        }

        html.AppendHtml("</div>");
    }

    public void WriteNothingFound(IHtmlContentBuilder html)
    {
        html.AppendHtml("<div class=\"cv-nothing\"><p>");
        if (page.Query.IsFiltered)
        {
            html.AppendText($"Không có {noun} nào khớp với điều kiện lọc. ").Open("a").Attr("href", page.Query.UrlWithoutFilters())
                .Close().AppendText("Xoá bộ lọc").AppendHtml("</a>");
        }
        else if (page.Query.Page > 1)
        {
            html.AppendText("Trang này không còn dữ liệu. ").Open("a").Attr("href", page.Query.Url()).Close()
                .AppendText("Về trang đầu").AppendHtml("</a>");
        }
        else
        {
            html.AppendText($"Chưa có {noun} nào.");
        }

        html.AppendHtml("</p></div>");
    }

    public void WriteBulkBar(IHtmlContentBuilder html, string? action, string buttons, IHtmlContent antiforgery)
    {
        html.Open("form").Attr("method", "post").Attr("action", action).Attr("id", FormId).Attr("class", "cv-bulk")
            .Attr("data-selection", page.TableKey).Close().AppendHtml(antiforgery)
            .AppendHtml("<span class=\"cv-bulk-count\" data-selection-count aria-live=\"polite\">Chọn dòng để làm cùng lúc</span>");
        if (page.Total > page.Count)
        {
            html.Open("input").Attr("type", "hidden").Attr("name", "loc").Attr("value", page.Query.UrlAt("")).Close()
                .AppendHtml("<label class=\"cv-check-line\"><input type=\"checkbox\" class=\"form-check-input\" name=\"chon-tat-ca\" value=\"true\"> <span>")
                .AppendText("Cả " + TotalInWords + " đang lọc").AppendHtml("</span></label>");
        }

        html.AppendHtml("<span class=\"cv-bulk-acts\">").AppendHtml(buttons).AppendHtml("</span></form>");
    }

    public void WriteTable(IHtmlContentBuilder html, bool plain)
    {
        html.Open("div").Attr("class", plain ? "cv-table-plain" : "cv-table-scroll").Attr("role", "region")
            .Attr("tabindex", "0").Attr("aria-labelledby", CaptionId).Close()
            .AppendHtml(plain ? "<table class=\"cv-grid\">" : "<table class=\"cv-grid cv-grid-stack\">").Open("caption").Attr("id", CaptionId)
            .Attr("class", showCaption ? null : "visually-hidden").Close().AppendText(page.Caption).AppendHtml("</caption><thead><tr>");
        if (selectable)
        {
            html.AppendHtml("<th scope=\"col\" class=\"cv-pick\"><input type=\"checkbox\" class=\"form-check-input\" data-selection-page hidden aria-label=\"Chọn cả trang\"><span class=\"visually-hidden\">Chọn</span></th>");
        }

        foreach (var head in heads)
        {
            WriteHead(html, head);
        }

        html.AppendHtml("</tr></thead><tbody>");
        for (var row = 0; row < page.Count; row++)
        {
            WriteRow(html, row);
        }

        html.AppendHtml("</tbody></table></div>");
    }

    public void WritePager(IHtmlContentBuilder html)
    {
        var query = page.Query;
        var byMark = page.Next is not null || page.Previous is not null || query.After is not null || query.Before is not null;
        var more = page.Total is { } total ? query.Skip + page.Count < total : page.Count == TableQuery.PageSize;
        var previous = byMark
            ? page.Previous is { } before ? query.Url(("truoc", before)) : null
            : query.Page > 1 ? query.Url(("trang", Number(query.Page - 1))) : null;
        var next = byMark
            ? page.Next is { } after ? query.Url(("sau", after)) : null
            : more ? query.Url(("trang", Number(query.Page + 1))) : null;
        if (previous is null && next is null)
        {
            return;
        }

        html.Open("nav").Attr("class", "cv-pager").Attr("aria-label", "Các trang của " + page.Caption).Close();
        WriteStep(html, previous, "prev", "chevron-left", "Trang trước");
        html.AppendHtml("<span class=\"cv-pager-place\">");
        if (!byMark)
        {
            html.AppendText($"{VnFormat.Count(query.Skip + 1)}–{VnFormat.Count(query.Skip + page.Count)}")
                .AppendText(page.Total is null ? "" : " trong " + TotalInWords);
        }

        html.AppendHtml("</span>");
        WriteStep(html, next, "next", "chevron-right", "Trang sau");
        html.AppendHtml("</nav>");
    }

    private static void WriteStep(IHtmlContentBuilder html, string? url, string rel, string icon, string text)
    {
        html.Open(url is null ? "span" : "a").Attr("href", url).Attr("rel", url is null ? null : rel)
            .Attr("class", url is null ? "btn btn-sm disabled" : "btn btn-sm").Attr("aria-disabled", url is null ? "true" : null).Close()
            .Icon(icon).AppendText(text).AppendHtml(url is null ? "</span>" : "</a>");
    }

    private void WriteHead(IHtmlContentBuilder html, ColumnHead head)
    {
        var query = page.Query;
        var sorted = head.CanSort && query.Sort == head.Key;
        html.Open("th").Attr("scope", "col").Attr("class", Classes(head)).Attr("title", head.Hint)
            .Attr("aria-sort", sorted ? query.Descending ? "descending" : "ascending" : null).Close();
        if (head.CanSort)
        {
            var down = sorted && !query.Descending;
            html.Open("a").Attr("href", query.Url(("sort", head.Key), ("dir", down ? "giam" : null))).Close().AppendText(head.Title)
                .Icon(sorted ? query.Descending ? "chevron-down" : "chevron-up" : "selector").AppendHtml("</a>");
        }
        else
        {
            html.AppendText(head.Title);
        }

        html.AppendHtml("</th>");
    }

    private void WriteRow(IHtmlContentBuilder html, int row)
    {
        var tone = page.RowTone(row);
        html.Open("tr").Attr("class", tone is null ? null : "cv-row-" + tone).Close();
        if (selectable)
        {
            html.AppendHtml("<td class=\"cv-pick\">").Open("input").Attr("type", "checkbox").Attr("class", "form-check-input")
                .Attr("name", "chon").Attr("form", FormId).Attr("value", page.RowId(row))
                .Attr("aria-label", "Chọn " + page.CellTextAt(row, 0)).Close().AppendHtml("</td>");
        }

        for (var column = 0; column < heads.Count; column++)
        {
            // The first fixed column names the row: screen readers say it before every other cell.
            var names = column == 0 && heads[0].Fixed;
            html.Open(names ? "th" : "td").Attr("scope", names ? "row" : null).Attr("class", Classes(heads[column]))
                .Attr("data-title", names ? null : heads[column].Title).Close();
            page.WriteCell(html, row, column);
            html.AppendHtml(names ? "</th>" : "</td>");
        }

        html.AppendHtml("</tr>");
    }

    private void WriteColumnChoice(IHtmlContentBuilder html)
    {
        html.AppendHtml("<details class=\"cv-menu\"><summary class=\"btn btn-sm\">").Icon("columns").AppendText("Cột")
            .AppendHtml("</summary>").Open("form").Attr("method", "get").Attr("action", page.Query.Path).Attr("class", "cv-menu-box").Close();
        foreach (var (key, value) in page.Query.Pairs(k => k == "cot"))
        {
            html.Open("input").Attr("type", "hidden").Attr("name", key).Attr("value", value).Close();
        }

        html.AppendHtml("<input type=\"hidden\" name=\"cot\" value=\"\"><fieldset><legend class=\"cv-label\">Cột hiển thị</legend>");
        foreach (var column in page.AllColumns)
        {
            html.AppendHtml("<label class=\"cv-check-line\">").Open("input").Attr("type", "checkbox").Attr("class", "form-check-input")
                .Attr("name", "cot").Attr("value", column.Key).Flag("checked", column.Shown).Flag("disabled", column.Fixed).Close()
                .AppendHtml(" <span>").AppendText(column.Title).AppendHtml("</span></label>");
        }

        html.AppendHtml("</fieldset><div class=\"cv-actions\"><button class=\"btn btn-sm btn-primary\">Áp dụng</button>")
            .Open("a").Attr("class", "btn btn-sm").Attr("href", page.Query.Url(("cot", TableColumns.Default))).Close()
            .AppendText("Về mặc định").AppendHtml("</a></div></form></details>");
    }

    private static string? Classes(ColumnHead head) => (head.IsNumber, head.Wide) switch
    {
        (true, true) => "cv-num cv-wide",
        (true, false) => "cv-num",
        (false, true) => "cv-wide",
        _ => null,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
