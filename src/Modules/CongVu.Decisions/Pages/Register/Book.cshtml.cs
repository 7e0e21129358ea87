using CongVu.Decisions.Domain;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Numbers;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Register;

/// <summary>The register of numbered decisions of an agency and year, with the proof that no number is missing.</summary>
[Requires("decisions.read")]
internal sealed class BookModel(RegisterBook registers, UnitDirectory units, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const int PageSize = 100;
    private readonly Dictionary<Guid, UnitView?> _units = [];

    /// <summary>Agency that issued.</summary>
    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public Guid? UnitId { get; set; }

    /// <summary>Year of the register.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>Type of document.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? DocType { get; set; }

    /// <summary>Page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int No { get; set; } = 1;

    /// <summary>The whole year on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "ca-so")]
    public bool Whole { get; set; }

    /// <summary>What is shown; null when there is no register yet.</summary>
    public BookPage? Book { get; private set; }

    /// <summary>Name of the agency.</summary>
    public string Agency { get; private set; } = "";

    /// <summary>Agencies with a register.</summary>
    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    /// <summary>Years of the agency.</summary>
    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>Types of document of the agency and year.</summary>
    public IReadOnlyList<Choice> Types { get; private set; } = [];

    /// <summary>Number of pages.</summary>
    public int Pages => Book is null ? 1 : Math.Max(1, (Book.Total + PageSize - 1) / PageSize);

    /// <summary>Day the states are of.</summary>
    public DateOnly On => asOf.Current.ValidOn;

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await ChooseAsync(ct) is not { } key) return;
        No = Math.Max(1, No);
        Book = await registers.OfAsync(key, asOf.Current, asOf.IsNow, Whole ? 0 : (No - 1) * PageSize, Whole ? null : PageSize, ct);
        await ReadAsync("decisions.register.read", key, ct);
    }

    /// <summary>The whole book as a workbook.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (await ChooseAsync(ct) is not { } key) return Redirect(DecisionLinks.Register);
        Book = await registers.OfAsync(key, asOf.Current, asOf.IsNow, 0, null, ct);
        await ReadAsync("decisions.register.export", key, ct);
        return File(RegisterSheet.Of(Book, Agency, On, Signer), XlsxTable.ContentType, $"so-dang-ky-quyet-dinh-{_units[key.UnitId]?.Symbol}-{key.Year}.xlsx");
    }

    /// <summary>Name and post of a signer, in the words of the day.</summary>
    public string Signer(BookEntry entry) => entry.SignerLines.Length > 0 ? $"{entry.SignerName}, {entry.SignerLines[^1].ToLowerInvariant()}"
        : entry.SignerPost is { } post && _units.GetValueOrDefault(Book!.Key.UnitId) is { } unit ? $"{entry.SignerName}, {PostTitles.Short(post, unit)}" : entry.SignerName ?? "";

    /// <summary>Address of another page of the same book.</summary>
    public string Address(int page, string? handler = null, bool whole = false) =>
        $"{DecisionLinks.Register}?co-quan={UnitId}&nam={Year}&loai={Uri.EscapeDataString(DocType ?? "")}" + (page > 1 ? $"&trang={page}" : "") + (handler is null ? "" : $"&handler={handler}") + (whole ? "&ca-so=true" : "");

    private async Task<RegisterKey?> ChooseAsync(CancellationToken ct)
    {
        var all = await registers.RegistersAsync(asOf.Current, ct);
        if (all.Count == 0) return null;
        foreach (var id in all.Select(k => k.UnitId).Distinct()) _units[id] = await units.NearestAsync(id, asOf.Current, ct);
        Agencies = [.. _units.OrderBy(u => u.Value?.Level).ThenBy(u => u.Value?.Code, StringComparer.Ordinal).Select(u => new Choice(u.Key.ToString(), u.Value?.Name ?? "(đơn vị cũ)"))];
        // Without a choice: the latest year, and there the agency that heads the list.
        UnitId ??= Guid.Parse((Agencies.FirstOrDefault(a => all.Any(k => k.UnitId.ToString() == a.Value && k.Year == all.Max(x => x.Year))) ?? Agencies[0]).Value);
        var own = all.Where(k => k.UnitId == UnitId).ToList();
        Years = [.. own.Select(k => k.Year).Distinct().OrderDescending().Select(y => new Choice($"{y}", $"{y}"))];
        if (own.All(k => k.Year != Year)) Year = own.Count > 0 ? own.Max(k => k.Year) : Year ?? On.Year;
        Types = [.. own.Where(k => k.Year == Year).Select(k => k.DocType).Distinct().Order(StringComparer.Ordinal).Select(t => new Choice(t, t))];
        if (Types.All(t => t.Value != DocType)) DocType = Types.Count > 0 ? Types[0].Value : "QĐ";
        if (!_units.ContainsKey(UnitId.Value)) _units[UnitId.Value] = await units.NearestAsync(UnitId.Value, asOf.Current, ct);
        Agency = _units[UnitId.Value]?.Name ?? "";
        return new RegisterKey(UnitId.Value, DocType ?? "QĐ", Year ?? On.Year);
    }

    private Task ReadAsync(string act, RegisterKey key, CancellationToken ct) => audit.ReadAsync(new AuditLine(act, "unit", key.UnitId, key.UnitId, Book!.Entries.Count, new { key.DocType, key.Year }), ct);
}
