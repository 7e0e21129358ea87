using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Questions;

/// <summary>One question, for those who may read it now, with what they may do about it.</summary>
[Requires(ExaminationPermissions.WriteCode, ExaminationPermissions.ReviewCode, ExaminationPermissions.ApproveCode)]
internal sealed class OneModel(CongVuDb db, QuestionDesk desk, Gate gate, AsOfContext asOf) : PageModel
{
    public BankItem Item { get; private set; } = null!;
    public ExamItem Body { get; private set; } = null!;
    public IReadOnlyList<string> Changes { get; private set; } = [];
    public IReadOnlyList<(BankItemStep Step, string Who)> Steps { get; private set; } = [];
    /// <summary>What each sitting showed of the question, latest first.</summary>
    public IReadOnlyList<ItemStatistic> Statistics { get; private set; } = [];
    public bool IsNow => asOf.IsNow;
    public bool MaySubmit => Item.State == BankState.Draft && Item.AuthorId == gate.Actor.AccountId;
    public bool MayReview => desk.MayReview(Item);
    public bool MayApprove => desk.MayApprove(Item);
    public bool MayRetire => desk.MayRetire(Item);
    public bool MayCite => MaySubmit;
    /// <summary>What it rests on, as an author may type it again.</summary>
    public string Cited => desk.CitedWords(Item);
    public bool MayRecheck => Changes.Count > 0 && Item.AuthorId == gate.Actor.AccountId && Item.State is not (BankState.Locked or BankState.Retired);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Item = await desk.FindAsync(id, ct);
        Body = await desk.OpenAsync(Item, ct);
        Changes = desk.LawChanges(Item);
        Statistics = await db.Set<ItemStatistic>().AsNoTracking().Where(s => s.ItemId == id).OrderByDescending(s => s.At).ToListAsync(ct);
        var steps = await (from s in db.Set<BankItemStep>().AsNoTracking() join a in db.Set<Account>() on s.AccountId equals a.Id where s.ItemId == id orderby s.At descending select new { s, a.DisplayName }).ToListAsync(ct);
        Steps = [.. steps.Select(x => (x.s, x.DisplayName))];
    }

    public async Task<IActionResult> OnGetMediumAsync(Guid id, [FromQuery(Name = "ten")] string? name, CancellationToken ct)
    {
        var body = await desk.OpenAsync(await desk.FindAsync(id, ct), ct);
        var medium = body.Media.FirstOrDefault(m => m.Name == name);
        return medium is null ? NotFound() : MediumFile.Of(medium);
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, int version, CancellationToken ct) => StepAsync(id, desk.SubmitAsync(id, version, ct), "Đã gửi thẩm định.");

    public Task<IActionResult> OnPostReviewAsync(Guid id, int version, CancellationToken ct) => StepAsync(id, desk.ReviewAsync(id, version, ct), "Đã thẩm định đạt; chờ người khác duyệt.");

    public Task<IActionResult> OnPostApproveAsync(Guid id, int version, CancellationToken ct) => StepAsync(id, desk.ApproveAsync(id, version, ct), "Đã duyệt vào ngân hàng.");

    public Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? reason, CancellationToken ct) => StepAsync(id, desk.ReturnAsync(id, version, reason ?? "", ct), "Đã trả lại tác giả.");

    public async Task<IActionResult> OnPostCiteAsync(Guid id, int version, string? cited, CancellationToken ct)
    {
        if (await desk.CiteAsync(id, version, cited, ct) is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say("Đã ghi căn cứ của câu hỏi.");
        return Redirect(ExaminationLinks.Question(id));
    }

    public Task<IActionResult> OnPostRecheckAsync(Guid id, int version, string? reason, string? cited, CancellationToken ct) => StepAsync(id, desk.RecheckAsync(id, version, reason ?? "", cited, ct), "Đã ghi kết quả rà và gửi thẩm định lại.");

    public Task<IActionResult> OnPostRetireAsync(Guid id, int version, string? reason, CancellationToken ct) => StepAsync(id, desk.RetireAsync(id, version, reason ?? "", ct), "Đã loại câu hỏi.");

    // Who has done a step may no longer read the question: back to the list.
    private async Task<IActionResult> StepAsync(Guid id, Task<StepOutcome> step, string done)
    {
        if (await step is StepOutcome.Refused refused)
        {
            TempData.SayRefused(refused.Message);
            return Redirect(ExaminationLinks.Question(id));
        }
        TempData.Say(done);
        return Redirect(ExaminationLinks.Questions);
    }
}
