using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Due;

/// <summary>Who is due for a regular step raise, when and why; the chosen go into one decision.</summary>
[Requires("decisions.draft")]
internal sealed class StepRaisesModel(StepRaiseDue due, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    /// <summary>Unit and what is below it.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? Until { get; set; }

    /// <summary>The draft that the chosen are added to; null: a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "vao")]
    public Guid? Into { get; set; }

    /// <summary>Everybody due, by day and name.</summary>
    public IReadOnlyList<StepRaiseDueRow> Rows { get; private set; } = [];

    /// <summary>Units of today.</summary>
    public UnitTree Tree { get; private set; } = null!;

    /// <summary>Agencies of the actor's scope.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Today.</summary>
    public DateOnly Today => asOf.Today;

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        From ??= Today.AddMonths(-6);
        Until ??= Today.AddDays(60);
        if (UnitId is { } unit) gate.Demand(DecisionPermissions.Draft, unit);
        Tree = await units.TreeAsync(new AsOf(Today), ct);
        var scope = gate.Scope(DecisionPermissions.Draft);
        Units = [.. Tree.All.Where(u => scope.Has(u.Id) && u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name))];
        Rows = await due.ListAsync(UnitId, From.Value, Until.Value, ct);
        await audit.ReadAsync(new AuditLine("decisions.due.read", "unit", UnitId, UnitId, Rows.Count), ct);
    }
}
