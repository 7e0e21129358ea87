using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Dev;

/// <summary>Every component in its states, with made-up content. Only in development and in the practice province.</summary>
[OpenToAll, AllowedOnPastDays]
public sealed class ComponentsModel(IWebHostEnvironment environment, Settings settings, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>Fields as a page would bind them.</summary>
    [BindProperty]
    public SampleForm Input { get; set; } = new();

    /// <summary>Rows of the sample table.</summary>
    public TablePage<SamplePerson> People { get; private set; } = null!;

    /// <summary>The layout with the menu for those signed in.</summary>
    public string LayoutName => gate.ActorOrNull is null ? "_Plain" : "_Layout";

    /// <summary>Today, for due times.</summary>
    public DateOnly Today => asOf.Today;

    /// <summary>Shows the catalogue.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await OnlyWhereNobodyIsRealAsync(ct);
        ListPeople();
    }

    /// <summary>Answers the sample combobox.</summary>
    public async Task<IActionResult> OnGetSearchAsync(string? q, CancellationToken ct)
    {
        await OnlyWhereNobodyIsRealAsync(ct);
        var folded = Platform.Text.VietnameseText.Fold(q);
        return new JsonResult(Samples.People.Where(p => Platform.Text.VietnameseText.Fold(p.Name).Contains(folded, StringComparison.Ordinal)).Take(20)
            .Select(p => new Choice(p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Name, Note: $"{p.Post} · {p.Unit}")));
    }

    /// <summary>Shows the form with what is wrong in it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnlyWhereNobodyIsRealAsync(ct);
        if (ModelState.IsValid)
        {
            TempData.Say("Đã nhận biểu mẫu mẫu. Không có gì được lưu.");
            return RedirectToPage();
        }

        ListPeople();
        return Page();
    }

    /// <summary>The sample table as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await OnlyWhereNobodyIsRealAsync(ct);
        var query = Samples.View.Read(HttpContext);
        return new TableExport<SamplePerson>(Samples.View, query, Filtered(query).ToAsyncEnumerable());
    }

    private void ListPeople()
    {
        var query = Samples.View.Read(HttpContext);
        People = Filtered(query).ToTablePage(Samples.View, query);
    }

    private static List<SamplePerson> Filtered(TableQuery query)
    {
        var folded = Platform.Text.VietnameseText.Fold(query.Search);
        return
        [
            .. Samples.People
                .Where(p => folded.Length == 0 || Platform.Text.VietnameseText.Fold(p.Name).Contains(folded, StringComparison.Ordinal))
                .Where(p => query["don-vi"] is not { } unit || p.Unit == unit),
        ];
    }

    private async Task OnlyWhereNobodyIsRealAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment() && await settings.GetAsync(Settings.Practice, ct) != "true")
        {
            throw new NotFoundException("Trang này chỉ có ở bản phát triển và tỉnh luyện tập.");
        }
    }
}
