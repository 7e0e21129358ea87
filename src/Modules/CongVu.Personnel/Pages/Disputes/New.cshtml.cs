using System.Globalization;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Disputes;
using CongVu.Personnel.Pages.Record;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Disputes;

/// <summary>Raising a dispute about a fact of the own record.</summary>
[Requires("personnel.dispute")]
[RequestSizeLimit(SelfServiceFiles.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = SelfServiceFiles.LargestRequest)]
internal sealed class NewModel(DisputeDesk desk, People people, UnitDirectory units, RecordView view, FileInspector inspector, FileStore files, Gate gate, AsOfContext asOf) : PageModel
{
    private const string Missing = "thieu";
    private List<DisputedFact> _facts = [];

    /// <summary>The fact behind this effect is meant, when the page is opened from the record.</summary>
    [BindProperty(SupportsGet = true, Name = "tac-dong")]
    public Guid? EffectId { get; set; }

    /// <summary>The line of the record, as the form names it.</summary>
    [BindProperty]
    public string? Fact { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<Choice> Facts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (EffectId is { } effect && _facts.Find(f => f.EffectId == effect) is { } meant) Fact = Key(meant);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var fact = Fact == Missing ? new DisputedFact(null, "Hồ sơ thiếu nội dung", "(không có)") : _facts.Find(f => Key(f) == Fact);
        if (fact is null) ModelState.AddModelError(nameof(Fact), "Chọn nội dung của hồ sơ mà bạn cho là sai.");
        if (string.IsNullOrWhiteSpace(Wanted)) ModelState.AddModelError(nameof(Wanted), "Ghi nội dung đúng theo giấy tờ của bạn.");
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), "Nêu vì sao nội dung đang ghi là sai, theo giấy tờ nào.");
        var id = Guid.CreateVersion7();
        (Guid, string)? file = null;
        if (Upload is not null)
        {
            await using var upload = Upload.OpenReadStream();
            var inspection = await inspector.ReceiveAsync(upload, Upload.FileName, SelfServiceFiles.Proof, ct);
            if (inspection is FileInspection.Refused refused) ModelState.AddModelError(nameof(Upload), refused.Message);
            else if (inspection is FileInspection.Accepted accepted)
                using (accepted)
                {
                    await using var content = accepted.OpenRead();
                    if (ModelState.IsValid && (await files.SaveAsync(content, accepted.Name, accepted.Kind.MediaType(), DisputeFileGuard.Type, id, null, ct)) is var stored) file = (stored.Id, stored.Name);
                }
        }
        if (!ModelState.IsValid || fact is null) return Page();
        switch (await desk.RaiseAsync(id, fact, Wanted, Reason, file, ct))
        {
            case DisputeOutcome.Done done:
                TempData.Say(done.Said);
                return Redirect(PersonnelLinks.Dispute(done.Dispute.Id));
            case DisputeOutcome.Invalid invalid: ModelState.AddModelError(invalid.Field, invalid.Message); break;
            case DisputeOutcome.NotPossible no: ModelState.AddModelError(nameof(Fact), no.Why); break;
        }
        return Page();
    }

    // Only what the person sees in the own record can be disputed, in the words in which it stands there.
    private async Task LoadAsync(CancellationToken ct)
    {
        var me = gate.Actor.PersonId ?? throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị người quản trị gắn hồ sơ vào tài khoản.");
        var today = new AsOf(asOf.Today);
        var state = await people.StateAsync(me, today, ct) ?? throw new NotFoundException("Hồ sơ gắn với tài khoản này chưa có nội dung.");
        var lines = view.Sections(state, await units.TreeAsync(today, ct)).SelectMany(s => s.Lines.Where(l => l.Source is not null).Select(l => (Section: s.Title, Line: l))).ToList();
        _facts = [.. lines.Select(l => new DisputedFact(l.Line.Source!.EffectId, $"{l.Section}: {l.Line.Label}", l.Line.Value))];
        Facts = [.. lines.Zip(_facts, (l, f) => new Choice(Key(f), $"{l.Line.Label}: {l.Line.Value}", l.Section)), new Choice(Missing, "Hồ sơ thiếu nội dung (ghi ở dưới)", "Khác")];
    }

    private static string Key(DisputedFact fact) => string.Create(CultureInfo.InvariantCulture, $"{fact.EffectId}|{fact.About}");
}
