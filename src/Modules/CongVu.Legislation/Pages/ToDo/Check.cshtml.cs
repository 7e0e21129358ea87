using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Legislation.Work;
using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.ToDo;

/// <summary>Records that a value or an instrument was compared with its source.</summary>
[Requires(LegislationPermissions.KeepCode)]
internal sealed class CheckModel(LawInUse law, Comparing comparing, FileIntake files, Gate gate, AsOfContext asOf) : PageModel
{
    internal sealed class Form
    {
        public string? Source { get; set; }
        public DateOnly? CheckedOn { get; set; }
        public CheckOutcome? Outcome { get; set; }
        public string? Note { get; set; }
    }

    public static IReadOnlyList<Choice> Outcomes { get; } = [new(nameof(CheckOutcome.Right), "Đúng với văn bản"), new(nameof(CheckOutcome.Wrong), "Sai, khác với văn bản")];

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Evidence { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string Target { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    public LawParameter? Parameter { get; private set; }
    public Dated<object>? Value { get; private set; }
    public Instrument? Instrument { get; private set; }
    public Standing Standing { get; private set; } = null!;
    public string About => Value is { } value ? $"{Parameter!.Name.Name}, giá trị từ {VnFormat.Date(value.From)}" : Instrument!.ShortName;
    public string Back => Value is not null ? LegislationLinks.Value(Target) : LegislationLinks.Instrument(Target);

    public void OnGet()
    {
        gate.Demand(LegislationPermissions.Keep);
        Find();
        Input.CheckedOn = asOf.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        Find();
        if (string.IsNullOrWhiteSpace(Input.Source)) ModelState.AddModelError("Input.Source", "Ghi đã đối chiếu với nguồn nào, ví dụ số và ngày Công báo.");
        if (Input.CheckedOn is not { } day || day > asOf.Today) ModelState.AddModelError("Input.CheckedOn", "Ghi ngày đối chiếu, không sau hôm nay.");
        if (Input.Outcome is null) ModelState.AddModelError("Input.Outcome", "Chọn kết quả đúng hay sai.");
        if (Input.Outcome == CheckOutcome.Wrong && string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "Kết quả sai thì ghi rõ văn bản quy định thế nào.");
        Guid? evidence = null;
        if (ModelState.IsValid)
        {
            (evidence, var wrong) = await files.TakeAsync(Evidence, CheckEvidenceGuard.Type, null, null, ct);
            if (wrong is not null) ModelState.AddModelError(nameof(Evidence), wrong);
        }
        if (!ModelState.IsValid) return Page();
        await comparing.RecordAsync(Value is null ? CheckKind.Instrument : CheckKind.Value, Target, From, Input.Outcome!.Value, Input.Source!, Input.Note, Input.CheckedOn!.Value, evidence, ct);
        TempData.Say("Đã ghi kết quả đối chiếu.");
        return Redirect(Back);
    }

    private void Find()
    {
        if (From is { } from)
        {
            Parameter = law.Current.Parameters.GetValueOrDefault(Target);
            Value = Parameter?.Values.Values.FirstOrDefault(v => v.From == from) ?? throw new NotFoundException("Không có giá trị này trong bộ dữ liệu pháp luật.");
            Standing = law.Comparisons.Of(Parameter!, Value, null);
            return;
        }
        Instrument = law.Current.Instruments.GetValueOrDefault(Target) ?? throw new NotFoundException("Không có văn bản này trong danh mục.");
        Standing = law.Comparisons.Of(Instrument, null);
    }
}
