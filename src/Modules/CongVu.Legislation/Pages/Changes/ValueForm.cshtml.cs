using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>A dated value of a change.</summary>
[Requires(LegislationPermissions.KeepCode)]
internal sealed class ValueFormModel(ChangeDrafting drafting, ChangeStore store, LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>In the address: a parameter of the province that does not exist yet.</summary>
    public const string New = "moi";

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Choice.From<ParameterKind>(LawWords.Of).Where(c => c.Value is not (nameof(ParameterKind.Table) or nameof(ParameterKind.CodeList) or nameof(ParameterKind.Procedure)))];
    public static IReadOnlyList<Choice> Roles { get; } = Choice.From<DateRole>(LawWords.Of);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "muc")]
    public Guid? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "tham-so")]
    public string? Key { get; set; }

    [BindProperty]
    public ValueForm Input { get; set; } = new();

    public LawParameter? Parameter { get; private set; }
    public IReadOnlyList<Choice> Parameters { get; private set; } = [];
    public IReadOnlyList<Choice> Instruments { get; private set; } = [];
    public bool IsNew => Key == New;
    public bool IsTable => Parameter?.Kind == ParameterKind.Table;
    public string ColumnWords => string.Join(" | ", RowLines.Columns(Parameter!).Select(LawWords.Column));

    public string ValueHint => Parameter?.Kind switch
    {
        ParameterKind.Money => "Ví dụ: 2.700.000",
        ParameterKind.Coefficient => "Ví dụ: 2,34",
        ParameterKind.Ratio => "Ví dụ: 25%",
        null => "Số tiền 500.000; hệ số 0,20; tỷ lệ 25%",
        _ => "Số nguyên",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        await store.GetAsync(Id, ct);
        if (Item is { } item)
        {
            var content = ApprovedReader.Content<ValueContent>((await store.ItemsAsync(Id, ct)).FirstOrDefault(i => i.Id == item && i.Kind == ChangeItemKind.Value) ?? throw new NotFoundException("Hồ sơ không có giá trị này."));
            Key = content.IsNew ? New : content.Key;
            await PrepareAsync(ct);
            Input = ValueForm.Of(content, Parameter);
            return;
        }
        await PrepareAsync(ct);
        if (IsTable && Parameter!.Values.Values is [.., var last]) Input.Rows = RowLines.Write(Parameter, (LawTable)last.Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        await PrepareAsync(ct);
        if (Parameter is null && !IsNew) throw new NotFoundException("Chọn tham số trước.");
        foreach (var problem in Input.Missing(IsNew, IsTable)) ModelState.AddModelError("Input." + problem.Field, problem.Message);
        if (!ModelState.IsValid) return Page();
        var scope = await ScopeOfAsync(Input.Instrument, ct);
        if (IsNew && scope != LawScope.Province)
        {
            ModelState.AddModelError("Input.Instrument", "Quy định mới của tỉnh phải dựa trên văn bản của tỉnh. Thêm văn bản đó vào hồ sơ, phạm vi “Của tỉnh”.");
            return Page();
        }
        if (await drafting.SaveAsync(Id, Item, Input.Content(Parameter, scope, asOf.Today), ct) is ChangeOutcome.Refused refused)
        {
            foreach (var problem in refused.Problems) ModelState.AddModelError(problem.Field == "Key" && IsNew ? "Input.Code" : problem.Field is "" or "Key" ? "" : "Input." + problem.Field, problem.Message);
            return Page();
        }
        TempData.Say("Đã lưu giá trị vào hồ sơ.");
        return Redirect(LegislationLinks.Change(Id));
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        var book = law.Current;
        Parameter = Key is null || IsNew ? null : book.Parameters.GetValueOrDefault(Key) is { } found && EditableParameters.Allows(found) ? found : throw new NotFoundException("Tham số này không cập nhật qua hệ thống.");
        Parameters = Choice.From(book.Parameters.Values.Where(EditableParameters.Allows).OrderBy(p => LawWords.Area(p.Name.Key), StringComparer.Ordinal).ThenBy(p => VietnameseText.SortKey(p.Name.Name), StringComparer.Ordinal), p => p.Name.Key, p => p.Name.Name, p => LawWords.Area(p.Name.Key));
        var entered = (await store.ItemsAsync(Id, ct)).Where(i => i.Kind == ChangeItemKind.Instrument).Select(ApprovedReader.Content<InstrumentContent>);
        Instruments = [.. entered.Select(e => new Choice(e.Number, $"{LawWords.Of(e.Kind)} {e.Number}", "Trong hồ sơ này")),
            .. book.Instruments.Values.OrderByDescending(i => i.InForce).Select(i => new Choice(i.Number, i.ShortName, "Trong danh mục"))];
    }

    private async Task<LawScope> ScopeOfAsync(string? number, CancellationToken ct) => number is null ? LawScope.National
        : law.Current.Instruments.GetValueOrDefault(number)?.Scope
            ?? (await store.ItemsAsync(Id, ct)).Where(i => i.Kind == ChangeItemKind.Instrument && i.Target == number).Select(i => ApprovedReader.Content<InstrumentContent>(i).Scope).FirstOrDefault();
}
