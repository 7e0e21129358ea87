using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Values;

/// <summary>A stretch of time of a parameter: a value or a gap.</summary>
internal sealed record Stretch(DateOnly From, DateOnly? Until, Dated<object>? Value, string? Gap, Standing? Standing, bool IsNow);

/// <summary>One parameter: its values through time, the one of the day on screen, who uses it, what comes.</summary>
[Requires(LegislationPermissions.ReadCode)]
internal sealed class ValueModel(LawInUse law, IEnumerable<LawUseSource> uses, CongVuDb db, Previewing previewing, Gate gate, AsOfContext asOf) : PageModel
{
    public LawParameter Parameter { get; private set; } = null!;
    public IReadOnlyList<Stretch> Stretches { get; private set; } = [];
    public Dated<object>? Now { get; private set; }
    public string? NowGap { get; private set; }
    public Dated<object>? Next { get; private set; }
    public Standing? Standing { get; private set; }
    public IReadOnlyList<SourceCheck> Comparisons { get; private set; } = [];
    public IReadOnlyList<LawUse> Uses { get; private set; } = [];
    public IReadOnlyList<ImpactRun> Runs { get; private set; } = [];
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayKeep => asOf.IsNow && gate.May(LegislationPermissions.Keep);
    public bool MayExtend => EditableParameters.Allows(Parameter);

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Read);
        var knownAt = asOf.Current.KnownAt;
        Parameter = law.KnownAt(knownAt).Parameters.GetValueOrDefault(key) ?? throw new NotFoundException("Không có tham số này trong bộ dữ liệu pháp luật.");
        var values = Parameter.Values;
        Stretches = [.. values.Values.Select(v => new Stretch(v.From, v.Until, v, null, law.Comparisons.Of(Parameter, v, knownAt), Holds(v.From, v.Until)))
            .Concat(values.Gaps.Select(g => new Stretch(g.From, g.Until, null, g.Reason, null, Holds(g.From, g.Until)))).OrderByDescending(s => s.From)]; // what holds and what comes is what people look for
        Now = values.Covers(On) ? values.At(On) : null;
        NowGap = Stretches.FirstOrDefault(s => s.IsNow)?.Gap;
        Next = values.Values.FirstOrDefault(v => v.From > On);
        if (Now is { } now)
        {
            Standing = law.Comparisons.Of(Parameter, now, knownAt);
            Comparisons = law.Comparisons.Of(key, now.From, knownAt);
        }
        Uses = [.. uses.SelectMany(s => s.Uses).Where(u => u.Uses(key)).OrderBy(u => u.Kind).ThenBy(u => u.Name, StringComparer.Ordinal)];
        if (gate.May(LegislationPermissions.Follow))
            Runs = await db.Set<ImpactRun>().AsNoTracking().Where(r => r.ParameterKey == key).OrderByDescending(r => r.AskedAt).Take(5).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string key, [FromForm(Name = "tu")] DateOnly from, CancellationToken ct)
    {
        if (law.Current.Parameters.GetValueOrDefault(key)?.Values.Values.Any(v => v.From == from) is not true) throw new NotFoundException("Không có giá trị từ ngày này.");
        var run = await previewing.OrderAsync(null, key, from, ct);
        return Redirect($"/cong-viec/{run.JobId}?ve={Uri.EscapeDataString(LegislationLinks.Impact(run.Id))}");
    }

    private bool Holds(DateOnly from, DateOnly? until) => from <= On && (until is null || On < until);
}
