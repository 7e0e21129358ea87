using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Impact;

/// <summary>What a source found, summed over the lines the reader may see.</summary>
internal sealed record PartSum(string Code, string Title, int LookedAt, string? Problem, int Changed, int Untold, long? Before, long? After);

/// <summary>The same of one agency.</summary>
internal sealed record UnitSum(string Unit, int Count, long? Before, long? After);

/// <summary>The result of a preview: totals, by agency, and every person with before and after.</summary>
[Requires(LegislationPermissions.FollowCode)]
internal sealed class RunModel(CongVuDb db, LawInUse law, ImpactLines lines, IEnumerable<LawUseSource> uses, AuditLog audit, Gate gate) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    public ImpactRun Run { get; private set; } = null!;
    public string Name { get; private set; } = "";
    /// <summary>Of an instrument of a change, not of a value: then the key is its number.</summary>
    public bool IsInstrument => Run.ParameterKey.Contains('/');
    public string Back => Run.ChangeId is { } change ? LegislationLinks.Change(change) : LegislationLinks.Value(Run.ParameterKey);
    public IReadOnlyList<PartSum> Parts { get; private set; } = [];
    public IReadOnlyList<UnitSum> Units { get; private set; } = [];
    public IReadOnlyList<LawUse> Uses { get; private set; } = [];
    public TablePage<ImpactRow>? Table { get; private set; }
    public string PartTitle => Parts.FirstOrDefault(p => p.Code == Part)?.Title ?? "";

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Follow);
        Run = await db.Set<ImpactRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có lần xem trước tác động này.");
        Name = law.Current.Parameters.GetValueOrDefault(Run.ParameterKey)?.Name.Name ?? Run.ParameterKey;
        Uses = [.. uses.SelectMany(s => s.Uses).Where(u => u.Uses(Run.ParameterKey)).OrderBy(u => u.Kind).ThenBy(u => u.Name, StringComparer.Ordinal)];
        if (Run.FinishedAt is null) return;
        Parts = await lines.SumsAsync(id, ct);
        Part = ImpactLines.Shown(Parts, Part)?.Code;
        if (Part is null) return;
        Units = await lines.UnitsAsync(id, Part, ct);
        var query = ImpactLines.View.Read(HttpContext);
        Table = await lines.Of(id, Part, query).ToTablePageAsync(ImpactLines.View, query, ct);
        await audit.ReadAsync(new AuditLine("legislation.impact.read", "law-impact", id, Count: Table.Count, Detail: new { part = Part }), ct);
    }
}
