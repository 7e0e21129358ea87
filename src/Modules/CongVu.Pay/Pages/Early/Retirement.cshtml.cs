using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Early;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>Who retires within a year and may be raised once at the notice of retirement; starts the decision.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class RetirementModel(RetirementRaises raises, DraftStart drafts, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const int MonthsEarly = 12;

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public string? UnitName { get; private set; }
    public IReadOnlyList<RetirementRaise> Rows { get; private set; } = [];
    public bool MayDraft => asOf.IsNow && gate.May(PayPermissions.Prepare);

    [BindProperty(Name = "nguoi")] public Guid? Person { get; set; }
    [BindProperty] public DateOnly? NoticeOn { get; set; }
    [BindProperty] public string? Notice { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await audit.ReadAsync(new AuditLine("pay.retirement-raise.read", "unit", UnitId, UnitId, Rows.Count), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(PayPermissions.Prepare);
        await LoadAsync(ct);
        var row = Rows.FirstOrDefault(r => r.Person.PersonId == Person && r is { From: not null, UnderWayId: null });
        if (row is null) ModelState.AddModelError("nguoi", "Chọn một người được nâng trong danh sách.");
        if (ModelState.IsValid && (NoticeOn is null || NoticeOn > asOf.Today)) ModelState.AddModelError(nameof(NoticeOn), "Nhập ngày của thông báo nghỉ hưu, không ở tương lai.");
        if (string.IsNullOrWhiteSpace(Notice)) ModelState.AddModelError(nameof(Notice), "Ghi số, ký hiệu thông báo nghỉ hưu.");
        if (!ModelState.IsValid || row is null) return Page();
        var own = new Dictionary<string, string>
        {
            [EarlyRaiseAction.Months] = $"{MonthsEarly}", [ActionInput.FromKey] = VnFormat.Date(row.From), [EarlyRaiseAction.NoticeOn] = VnFormat.Date(NoticeOn), [EarlyRaiseAction.Because] = $"Thông báo nghỉ hưu {Notice!.Trim()}",
        };
        var shared = new Dictionary<string, string> { [EarlyRaiseAction.Ground] = EarlyRaiseAction.AtNotice, [EarlyRaiseAction.Year] = $"{NoticeOn!.Value.Year}" };
        switch (await drafts.BeginAsync(PayActions.EarlyRaise, null, [row.Person.PersonId], shared, new Dictionary<Guid, IReadOnlyDictionary<string, string>> { [row.Person.PersonId] = own }, ct))
        {
            case DraftStarted.Done { LeftOut: [] } done:
                return Redirect(DecisionLinks.Edit(done.DecisionId));
            case DraftStarted.Done left:
                ModelState.AddModelError("nguoi", string.Join("; ", left.LeftOut));
                break;
            case DraftStarted.NotPossible no:
                ModelState.AddModelError("nguoi", no.Why);
                break;
        }
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        UnitName = UnitId is { } unit ? (await units.TreeAsync(asOf.Current, ct)).FullName(unit) : null;
        Rows = await raises.AheadAsync(UnitId, asOf.Current, ct);
    }
}
