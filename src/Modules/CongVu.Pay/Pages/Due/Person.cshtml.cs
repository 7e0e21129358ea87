using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Pay.Sheets;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Due;

/// <summary>Why and when somebody gets the next raise, what puts it off, and the paper that explains it.</summary>
[Requires(PayPermissions.ReadCode, PayPermissions.OwnCode)]
internal sealed class PersonModel(People people, RaiseReckoning reckoning, StepFacts facts, FactNoting noting, FileIntake files, PayPapers papers, UnitDirectory units, StaffCodes codes, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public PersonRow Person { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string RankName { get; private set; } = "";
    public Explanation? Why { get; private set; }
    public RaiseRow? Row { get; private set; }
    public RaiseKind Kind { get; private set; }
    public string? Problem { get; private set; }
    public IReadOnlyList<RaiseFact> Facts { get; private set; } = [];
    public DateOnly? Retires { get; private set; }
    public bool IsOwn => gate.IsSelf(Person.PersonId);
    public bool MayNote => asOf.IsNow && !IsOwn && Person.UnitId is { } unit && gate.May(PayPermissions.Prepare, unit);
    public DateOnly Today => asOf.Today;
    public static IReadOnlyList<Choice> Kinds { get; } = [new(nameof(RaiseFactKind.Discipline), "Kỷ luật"), new(nameof(RaiseFactKind.NotCompleted), "Năm không hoàn thành nhiệm vụ"), new(nameof(RaiseFactKind.NotCounted), "Thời gian không được tính")];
    public static IReadOnlyList<Choice> Forms { get; } = [.. Enum.GetValues<DisciplineForm>().Select(f => new Choice(f.Code(), char.ToUpperInvariant(f.Vietnamese()[0]) + f.Vietnamese()[1..]))];

    [BindProperty] public RaiseFactKind FactKind { get; set; }
    [BindProperty] public string? Form { get; set; }
    [BindProperty] public DateOnly? Day { get; set; }
    [BindProperty] public int? Year { get; set; }
    [BindProperty] public int? Months { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("pay.raise.read", "person", id, Person.FileUnitId), ct);
    }

    public async Task<IActionResult> OnGetInAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Why is null) throw new NotFoundException(Problem ?? "Hồ sơ chưa có ngạch, bậc lương nên không có gì để giải trình.");
        await audit.ReadAsync(new AuditLine("pay.raise.printed", "person", id, Person.FileUnitId), ct);
        var paper = await papers.ExplainAsync(Person, Kind == RaiseKind.Regular ? "ngày nâng bậc lương tiếp theo" : "mức phụ cấp thâm niên vượt khung tiếp theo", [("", Why)], asOf.Current.ValidOn, Today, ct);
        return File(paper, AdministrativeDocx.ContentType, "giai-trinh-nang-bac.docx");
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Person.UnitId is not { } unit) throw new NotFoundException("Người này không còn công tác.");
        gate.Demand(PayPermissions.Prepare, unit);
        Guid? file = null;
        if (ModelState.IsValid)
        {
            (file, var wrong) = await files.TakeAsync(Evidence, PayFileGuard.Type, id, unit, ct);
            if (wrong is not null) ModelState.AddModelError(nameof(Evidence), wrong);
        }
        if (!ModelState.IsValid) return Page();
        return Answer(await noting.NoteAsync(id, unit, new FactText(FactKind, Form, Day, Year, Months, Document, file), ct), id);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid ghi, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Person.UnitId is not { } unit) throw new NotFoundException("Người này không còn công tác.");
        ModelState.Clear();
        return Answer(await noting.WithdrawAsync(id, unit, ghi, LyDo, ct), id);
    }

    private IActionResult Answer(Outcome outcome, Guid id)
    {
        if (outcome is Outcome.Refused refused)
        {
            ModelState.AddModelError(refused.Field == "Kind" ? nameof(FactKind) : refused.Field, refused.Message);
            return Page();
        }
        TempData.Say(((Outcome.Done)outcome).Said);
        return Redirect(PayLinks.Raise(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Person = await people.FindAsync(id, asOf.Current, ct) ?? throw new NotFoundException("Không có hồ sơ này vào ngày đang xem.");
        if (!IsOwn && !(Person.FileUnitId is { } unit && gate.May(PayPermissions.Read, unit))) throw new NotFoundException("Không có hồ sơ này, hoặc bạn không được xem.");
        UnitName = Person.UnitId is { } place ? (await units.TreeAsync(asOf.Current, ct)).FullName(place) : "";
        RankName = codes.RankName(Person.RankCode);
        Facts = [.. (await facts.OfAsync([id], ct))[id]];
        Retires = reckoning.RetiresFrom(Person);
        try
        {
            var source = Person.RankCode is null ? null : (await people.StateAsync(id, asOf.Current, ct))?.Rank?.Source.Label;
            if (await reckoning.ExplainAsync(Person, source, asOf.Current.ValidOn, ct) is { } found) (Why, Row, Kind) = found;
        }
        catch (Exception e) when (e is CaseInputException or OutsideCoverageException)
        {
            Problem = e.Message;
        }
    }
}
