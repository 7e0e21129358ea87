using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>A column in the form.</summary>
internal sealed record ColumnRow(ListColumn Column, bool Shown, string Title, string Place);

/// <summary>Which columns the lists of a scheme print.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class ListsModel(SchemeReading reading, ListTemplates templates, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "danh-sach")]
    public ListKind List { get; set; }

    [BindProperty] public int Version { get; set; }
    [BindProperty(Name = "hien")] public string[] Shown { get; set; } = [];

    public Scheme Scheme { get; private set; } = null!;
    public IReadOnlyList<ColumnRow> Rows { get; private set; } = [];
    public IReadOnlyList<ListKind> Kinds { get; } = Enum.GetValues<ListKind>();

    /// <summary>The scheme has columns of its own.</summary>
    public bool IsOwn { get; private set; }

    public bool MayChange => asOf.IsNow && Scheme.State != SchemeState.Cancelled && gate.May(SeverancePermissions.Appraise, Scheme.UnitId);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var typed = ListColumn.Of(List).Select(c => new ColumnChoice(c.Key, Shown.Contains(c.Key), Request.Form[$"ten-{c.Key}"].FirstOrDefault(), int.TryParse(Request.Form[$"thu-tu-{c.Key}"].FirstOrDefault(), out var place) ? place : null)).ToList();
        return Answer(id, await templates.SaveAsync(id, Version, List, typed, ct), typed);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Answer(id, await templates.ResetAsync(id, Version, List, ct), null);
    }

    private IActionResult Answer(Guid id, Outcome outcome, IReadOnlyList<ColumnChoice>? typed)
    {
        if (outcome is Outcome.Done done)
        {
            TempData.Say(done.Said);
            return Redirect($"{SeveranceLinks.Lists(id)}?danh-sach={List}");
        }
        var refused = (Outcome.Refused)outcome;
        ModelState.AddModelError(refused.Field, refused.Message);
        if (typed is not null) Rows = [.. ListColumn.Of(List).Select(c => typed.Single(t => t.Key == c.Key) is var t ? new ColumnRow(c, t.Shown, t.Title ?? "", Request.Form[$"thu-tu-{c.Key}"].FirstOrDefault() ?? "") : null!)];
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        if (!Enum.IsDefined(List)) throw new NotFoundException("Không có danh sách này.");
        Scheme = (await reading.OfAsync(id, ct)).Scheme;
        var known = ListColumn.Of(List);
        var printed = await templates.OfAsync(id, List, ct);
        var common = known.Where(c => c.Shown).Select(c => new PrintedColumn(c, c.Title));
        IsOwn = !printed.SequenceEqual(common);
        // Printed ones in their order, then those that could be added.
        Rows = [.. printed.Select((p, i) => new ColumnRow(p.Column, true, p.Title, $"{i + 1}")), .. known.Where(c => printed.All(p => p.Column.Key != c.Key)).Select((c, i) => new ColumnRow(c, false, c.Title, $"{printed.Count + i + 1}"))];
    }
}
