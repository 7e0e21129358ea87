using CongVu.Personnel.Contracts;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Acts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Disputes;

/// <summary>One dispute: what is said, by when it is answered, the answer; the officer answers here.</summary>
[Requires("personnel.dispute", "personnel.requests.read")]
internal sealed class ShowModel(DisputeDesk desk, People people, IEnumerable<CorrectionAddress> corrections, IEnumerable<DecisionAddress> decisions, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    private Guid? _unit;

    public Dispute Dispute { get; private set; } = null!;

    /// <summary>What became of the disputed fact in the record since; null when nothing did.</summary>
    public string? Since { get; private set; }

    /// <summary>The act behind the fact.</summary>
    public FactSource? Source { get; private set; }

    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>dung: upheld; sai: refused.</summary>
    [BindProperty]
    public string? Upheld { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public DateOnly Today => asOf.Today;

    public bool IsOwn => gate.IsSelf(Dispute.PersonId);

    public bool IsOpen => Dispute.State == DisputeState.Open;

    public bool MayAnswer => asOf.IsNow && IsOpen && desk.MayAnswer(Dispute, _unit);

    public bool MayTakeBack => asOf.IsNow && IsOpen && IsOwn;

    public static IReadOnlyList<Choice> Conclusions { get; } = [new("dung", "Đề nghị đúng, sẽ đính chính"), new("sai", "Hồ sơ ghi đúng, không đính chính")];

    /// <summary>Where the decision behind the fact is shown.</summary>
    public string? DecisionUrl => Source?.DecisionId is { } id ? decisions.FirstOrDefault()?.Of(id) : null;

    /// <summary>Where its correction is begun, for who may begin one.</summary>
    public string? CorrectUrl => asOf.IsNow && !IsOwn && Source?.DecisionId is { } id && corrections.FirstOrDefault() is { } correction && gate.May(correction.Requires) ? correction.Of(id) : null;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("personnel.dispute.read", "dispute", id, _unit, Detail: new { person = Dispute.PersonId }), ct);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct) =>
        await SayAsync(id, await desk.AnswerAsync(id, Version, Upheld switch { "dung" => true, "sai" => false, _ => null }, Answer, ct), ct);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct) => await SayAsync(id, await desk.TakeBackAsync(id, ct), ct);

    private async Task<IActionResult> SayAsync(Guid id, DisputeOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DisputeOutcome.Done done: TempData.Say(done.Said); break;
            case DisputeOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
            case DisputeOutcome.Invalid invalid:
                ModelState.AddModelError(invalid.Field, invalid.Message);
                await LoadAsync(id, ct);
                return Page();
        }
        return Redirect(PersonnelLinks.Dispute(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Dispute, _unit) = await desk.ReadAsync(id, ct);
        Version = Dispute.Version;
        if (Dispute.EffectId is not { } effect) return;
        var lines = (await people.TimelineAsync(Dispute.PersonId, new AsOf(asOf.Today), ct)).Where(l => l.Source.EffectId == effect).ToList();
        Source = lines.FirstOrDefault()?.Source;
        if (lines.Find(l => l.VoidedAt > Dispute.RaisedAt) is { } changed)
            Since = $"{(changed.WasCorrected ? "Đã đính chính" : "Đã thu hồi")} theo {changed.VoidedBy}.";
    }
}
