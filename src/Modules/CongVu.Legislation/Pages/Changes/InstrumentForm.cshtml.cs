using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>An instrument of a change.</summary>
[Requires(LegislationPermissions.KeepCode)]
internal sealed class InstrumentFormModel(ChangeDrafting drafting, ChangeStore store, LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    internal sealed class Form
    {
        public string? Number { get; set; }
        public string? Title { get; set; }
        public InstrumentKind? Kind { get; set; }
        public string? Issuer { get; set; }
        public LawScope Scope { get; set; }
        public DateOnly? Issued { get; set; }
        public DateOnly? InForce { get; set; }
        public DateOnly? AppliesFrom { get; set; }
        public DateOnly? Ceases { get; set; }
        public VerificationStatus Status { get; set; }
        public Confidence? Confidence { get; set; }
    }

    internal sealed class RelationForm
    {
        public RelationKind? Kind { get; set; }
        public string? Target { get; set; }
        public DateOnly? From { get; set; }
        public string? Articles { get; set; }
        public string? Note { get; set; }
    }

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.From<InstrumentKind>(LawWords.Of);
    public static IReadOnlyList<Choice> RelationKinds { get; } = Choice.From<RelationKind>(LawWords.Acting);
    public static IReadOnlyList<Choice> Scopes { get; } = [new(nameof(LawScope.National), "Của trung ương"), new(nameof(LawScope.Province), "Của tỉnh")];
    public static IReadOnlyList<Choice> Statuses { get; } = Choice.From<VerificationStatus>(LawWords.Of);
    public static IReadOnlyList<Choice> Confidences { get; } = Choice.From<Confidence>(LawWords.Of);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "muc")]
    public Guid? Item { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public List<RelationForm> Relations { get; set; } = [];

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        await store.GetAsync(Id, ct);
        if (Item is { } item)
        {
            var content = ApprovedReader.Content<InstrumentContent>((await store.ItemsAsync(Id, ct)).FirstOrDefault(i => i.Id == item && i.Kind == ChangeItemKind.Instrument) ?? throw new NotFoundException("Hồ sơ không có văn bản này."));
            Input = new Form
            {
                Number = content.Number, Title = content.Title, Kind = content.Kind, Issuer = content.Issuer, Scope = content.Scope, Issued = content.Issued, InForce = content.InForce,
                AppliesFrom = content.AppliesFrom, Ceases = content.Ceases, Status = content.Status, Confidence = content.Confidence,
            };
            Relations = [.. content.Relations.Select(r => new RelationForm { Kind = r.Kind, Target = r.Target, From = r.From, Articles = r.Articles, Note = r.Note })];
        }
        Prepare();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        void Need(bool given, string field, string message)
        {
            if (!given) ModelState.AddModelError("Input." + field, message);
        }
        Need(!string.IsNullOrWhiteSpace(Input.Number), "Number", "Ghi số, ký hiệu của văn bản.");
        Need(!string.IsNullOrWhiteSpace(Input.Title), "Title", "Ghi trích yếu.");
        Need(Input.Kind is not null, "Kind", "Chọn loại văn bản.");
        Need(!string.IsNullOrWhiteSpace(Input.Issuer), "Issuer", "Ghi cơ quan ban hành.");
        Need(Input.InForce is not null, "InForce", "Ghi ngày có hiệu lực.");
        Need(Input.Status != VerificationStatus.Recalled || Input.Confidence is not null, "Confidence", "Chưa đọc văn bản thì ghi độ tin cậy.");
        foreach (var (relation, at) in Relations.Where(r => r.Kind is not null && !string.IsNullOrWhiteSpace(r.Target)).Select((r, at) => (r, at)))
        {
            if (Written(relation.Articles) is { } articles && Provisions.In(articles).Count == 0)
                ModelState.AddModelError($"Relations[{at}].Articles", $"Không thấy điều nào trong “{articles}”. Ghi dạng “Điều 7; khoản 2 Điều 9”; phần không phải là điều thì ghi ở “Phần khác”.");
        }
        if (!ModelState.IsValid) return Again();
        var content = new InstrumentContent(
            Input.Number!.Trim(), Input.Title!.Trim(), Input.Kind!.Value, Input.Issuer!.Trim(), Input.Scope, Input.Issued, Input.InForce!.Value, Input.AppliesFrom, Input.Ceases, Input.Status,
            Input.Status == VerificationStatus.Recalled ? Input.Confidence : null, asOf.Today,
            [.. Relations.Where(r => r.Kind is not null && !string.IsNullOrWhiteSpace(r.Target)).Select(r => new RelationContent(r.Kind!.Value, r.Target!.Trim(), r.From, Written(r.Note), Written(r.Articles)))]);
        if (await drafting.SaveAsync(Id, Item, content, ct) is ChangeOutcome.Refused refused)
        {
            foreach (var problem in refused.Problems) ModelState.AddModelError(problem.Field == "Relations" ? "Relations[0].Kind" : problem.Field.Length > 0 ? "Input." + problem.Field : "", problem.Message);
            return Again();
        }
        TempData.Say("Đã lưu văn bản vào hồ sơ.");
        return Redirect(LegislationLinks.Change(Id));
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private PageResult Again()
    {
        Prepare();
        return Page();
    }

    private void Prepare()
    {
        Targets = Choice.From(law.Current.Instruments.Values.OrderByDescending(i => i.InForce), i => i.Number, i => i.ShortName);
        Relations.RemoveAll(r => r.Kind is null && string.IsNullOrWhiteSpace(r.Target));
        for (var empty = 0; empty < 2; empty++) Relations.Add(new RelationForm());
    }
}
