using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>What the pages that enter and supersede a rule share: the form, its choices, and the answer to a refused entry.</summary>
internal abstract class RuleFormPage(AuthorityRules rules, UnitDirectory units, AsOfContext asOf) : PageModel
{
    [BindProperty]
    public RuleForm Input { get; set; } = new();

    /// <summary>Rules that would contradict the one typed.</summary>
    public IReadOnlyList<AuthorityRule> Against { get; private set; } = [];

    public UnitTree Tree { get; private set; } = new([]);
    public string? SignerName => Input.SignerUnitId is { } id ? Tree.Find(id)?.Name : null;
    public IReadOnlyList<Choice> Actions => Choice.From(rules.Actions, a => a.Code, a => a.Name, a => a.AboutUnits ? "Tổ chức bộ máy" : "Nhân sự");
    public AuthorityRules Rules => rules;
    protected AsOfContext AsOf => asOf;

    protected async Task PrepareAsync(CancellationToken ct) => Tree = await units.TreeAsync(new(Input.From ?? asOf.Today), ct);

    /// <summary>The next page after an entry, or this one again with what is wrong.</summary>
    protected async Task<IActionResult> AnswerAsync(RuleEntry entry, string done, CancellationToken ct)
    {
        switch (entry)
        {
            case RuleEntry.Entered(var id):
                TempData.Say(done);
                return Redirect(OrganisationLinks.Rule(id));
            case RuleEntry.Contradicts(var against):
                Against = against;
                ModelState.AddModelError("Input.Action", "Có quy định cùng mức cụ thể đang áp dụng cho cùng trường hợp. Xem bảng so sánh, rồi sửa phạm vi hoặc kết thúc quy định cũ trước.");
                break;
            case RuleEntry.Incomplete(var problems):
                foreach (var problem in problems) ModelState.AddModelError($"Input.{(problem.Field == "Until" ? "LastDay" : problem.Field)}", problem.Message);
                break;
        }
        await PrepareAsync(ct);
        return Page();
    }

    protected bool Complete()
    {
        if (Input.From is null) ModelState.AddModelError("Input.From", "Ghi ngày bắt đầu có hiệu lực.");
        if (string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", "Ghi lý do nhập hoặc sửa, để người sau hiểu.");
        return ModelState.IsValid;
    }
}
