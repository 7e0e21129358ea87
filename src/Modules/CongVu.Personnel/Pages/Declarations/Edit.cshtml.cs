using System.Globalization;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>The form of the own declaration. Every step keeps what was typed on the server, right or wrong.</summary>
[Requires("personnel.declare")]
[RequestSizeLimit(SelfServiceFiles.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = SelfServiceFiles.LargestRequest)]
internal sealed class EditModel(DeclarationStore store, DeclarationDesk desk, DeclaredWords words, StaffCodes codes, People people, FileInspector inspector, Gate gate, AsOfContext asOf) : PageModel
{
    private PersonState _state = null!;

    public LoadedDeclaration Loaded { get; private set; } = null!;

    /// <summary>Version the form was made from.</summary>
    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>This page, told apart from another window with the same declaration.</summary>
    [BindProperty(Name = DeclarationForm.Page)]
    public Guid Form { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? UploadLabel { get; set; }

    public DateOnly Today => asOf.Today;

    public static string Limits { get; } = $"PDF, PNG hoặc JPEG, mỗi tệp không quá {SelfServiceFiles.Proof.MaxBytes / 1024 / 1024} MB, nhiều nhất {DeclarationDesk.MostFiles} tệp.";

    /// <summary>Why the officer asked for more; null when that is not so.</summary>
    public string? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Form = Guid.CreateVersion7();
        await LoadAsync(id, ct);
        return Loaded.Declaration.IsOpen ? Page() : Redirect(PersonnelLinks.Declaration(id));
    }

    /// <summary>Keeps the draft while typing; answers without a page.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct)
    {
        if (await SaveAsync(id, ct) is not DeclarationOutcome.Done) return new StatusCodeResult(StatusCodes.Status409Conflict);
        Response.Headers["X-Version"] = Version.ToString(CultureInfo.InvariantCulture);
        return new NoContentResult();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await SaveAsync(id, ct), PersonnelLinks.EditDeclaration(id), ct);

    public async Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct)
    {
        var saved = await SaveAsync(id, ct);
        if (saved is not DeclarationOutcome.Done || !ModelState.IsValid) return await AnswerAsync(id, saved, PersonnelLinks.EditDeclaration(id), ct);
        return await AnswerAsync(id, await desk.SubmitAsync(id, Version, ct), PersonnelLinks.Declaration(id), ct);
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid id, CancellationToken ct)
    {
        var saved = await SaveAsync(id, ct);
        if (saved is not DeclarationOutcome.Done) return await AnswerAsync(id, saved, PersonnelLinks.EditDeclaration(id), ct);
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Chọn tệp cần tải lên.");
            return await AgainAsync(id, ct);
        }
        await using var upload = Upload.OpenReadStream();
        switch (await inspector.ReceiveAsync(upload, Upload.FileName, SelfServiceFiles.Proof, ct))
        {
            case FileInspection.Refused refused:
                ModelState.AddModelError(nameof(Upload), refused.Message);
                return await AgainAsync(id, ct);
            case FileInspection.Accepted accepted:
                using (accepted)
                {
                    await using var content = accepted.OpenRead();
                    return await AnswerAsync(id, await desk.AttachAsync(id, content, accepted.Name, accepted.Kind.MediaType(), UploadLabel, ct), PersonnelLinks.EditDeclaration(id), ct);
                }
            default: throw new InvalidOperationException("An inspection accepts or refuses.");
        }
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid id, Guid file, CancellationToken ct)
    {
        var saved = await SaveAsync(id, ct);
        return await AnswerAsync(id, saved is DeclarationOutcome.Done ? await desk.DetachAsync(id, file, ct) : saved, PersonnelLinks.EditDeclaration(id), ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await desk.DiscardAsync(id, ct), PersonnelLinks.Declarations, ct);

    /// <summary>What the form shows of a field: the declared value, else the record's.</summary>
    public string? Value(DeclarableItem item, DeclarableField field) => (Declared(item) ?? Held(item))[field.Name];

    public string? HeldValue(DeclarableItem item, DeclarableField field) => Held(item)[field.Name];

    public bool IsChanged(DeclarableItem item) => Loaded.Item(item.Code) is not null;

    public string HeldWords(DeclarableItem item) => words.Of(item, Held(item));

    public DateOnly? Day(DeclarableGroup group) => Loaded.Items.FirstOrDefault(i => Declarables.Find(i.Code).Group == group.Code)?.FromDay;

    public IReadOnlyList<Choice> Choices(DeclarableField field) => [.. codes.On(field.CodeList!, Today).Select(c => new Choice(c.Code, c.Name))];

    private DeclaredValues? Declared(DeclarableItem item) => Loaded.Item(item.Code) is { } stored ? DeclaredValues.FromJson(stored.Wanted) : null;

    private DeclaredValues Held(DeclarableItem item) => DeclaredValues.Of(_state, item);

    private async Task<DeclarationOutcome> SaveAsync(Guid id, CancellationToken ct)
    {
        var outcome = await desk.SaveAsync(id, Version, DeclarationForm.Read(Request.Form, ModelState), ct);
        if (outcome is DeclarationOutcome.Done done) Version = done.Declaration.Version;
        return outcome;
    }

    private async Task<IActionResult> AnswerAsync(Guid id, DeclarationOutcome outcome, string next, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeclarationOutcome.Invalid invalid:
                foreach (var problem in invalid.Problems) ModelState.AddModelError(problem.Field, problem.Message);
                return await AgainAsync(id, ct);
            case DeclarationOutcome.NotPossible no:
                TempData.SayRefused(no.Why);
                return Redirect(PersonnelLinks.Declaration(id));
            case DeclarationOutcome.Done when !ModelState.IsValid:
                return await AgainAsync(id, ct);
            case DeclarationOutcome.Done done:
                TempData.Say(done.Said);
                break;
        }
        return Redirect(next);
    }

    private async Task<IActionResult> AgainAsync(Guid id, CancellationToken ct)
    {
        ModelState.Remove("phien-ban");
        await LoadAsync(id, ct);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Loaded = await store.ReadAsync(id, ct);
        if (!gate.IsSelf(Loaded.Declaration.PersonId)) throw new NotFoundException("Không có bản kê khai này, hoặc bạn không được xem.");
        Version = Loaded.Declaration.Version;
        _state = await people.StateAsync(Loaded.Declaration.PersonId, new AsOf(asOf.Today), ct) ?? throw new NotFoundException("Hồ sơ chưa có nội dung.");
        if (Loaded.Declaration.State == DeclarationState.Returned) Asked = await store.AskedAsync(id, ct);
    }
}
