using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Pages.Questions;
using CongVu.Examinations.Practice;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Practice;

/// <summary>One practice paper of the actor: to be worked on, or as it was marked, with what is right and why.</summary>
[Requires(ExaminationPermissions.PracticeCode)]
internal sealed class PaperModel(PracticeDesk desk, LawInUse law) : PageModel
{
    public LawBook Law => law.Current;
    public PracticePaper Paper { get; private set; } = null!;
    public BlueprintRow Blueprint { get; private set; } = null!;
    public IReadOnlyList<PracticeAsked> Asked { get; private set; } = [];
    public bool IsFinished => Paper.FinishedAt is not null;
    public int RightAnswers => Asked.Count(a => a.Question.EarnedHundredths == a.Question.PointsHundredths);

    public QuestionView View(PracticeAsked asked) => new(asked.Item, null) { Source = name => $"{ExaminationLinks.PracticePaper(Paper.Id)}?handler=Medium&cau={asked.Question.Place}&ten={Uri.EscapeDataString(name)}" };

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        (Paper, Blueprint) = await desk.FindAsync(id, ct);
        Asked = await desk.QuestionsAsync(Paper, ct);
    }

    public async Task<IActionResult> OnGetMediumAsync(Guid id, [FromQuery(Name = "cau")] int place, [FromQuery(Name = "ten")] string? name, CancellationToken ct)
    {
        (Paper, _) = await desk.FindAsync(id, ct);
        var medium = (await desk.QuestionsAsync(Paper, ct)).FirstOrDefault(a => a.Question.Place == place)?.Item.Media.FirstOrDefault(m => m.Name == name);
        return medium is null ? NotFound() : MediumFile.Of(medium);
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) => SaveAsync(id, false, "Đã lưu bài ôn tập. Bạn có thể đóng trang và làm tiếp sau.", ct);

    /// <summary>What is typed is kept now and then while the page is open.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct) => await desk.SaveAsync(id, await Request.ReadFormAsync(ct), false, ct) is StepOutcome.Done ? new NoContentResult() : new ConflictResult();

    public Task<IActionResult> OnPostFinishAsync(Guid id, CancellationToken ct) => SaveAsync(id, true, "Đã nộp và chấm bài ôn tập.", ct);

    private async Task<IActionResult> SaveAsync(Guid id, bool finish, string done, CancellationToken ct)
    {
        if (await desk.SaveAsync(id, await Request.ReadFormAsync(ct), finish, ct) is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say(done);
        return Redirect(ExaminationLinks.PracticePaper(id));
    }

    public static (string Badge, string Words) Verdict(PracticeQuestion question) =>
        question.EarnedHundredths == question.PointsHundredths ? ("good", "Đúng") : question.Answer is null ? ("quiet", "Chưa trả lời") : question.EarnedHundredths > 0 ? ("warn", "Đúng một phần") : ("bad", "Sai");

    /// <summary>What was answered, in the letters the page shows.</summary>
    public static string Answered(PracticeAsked asked) => asked.Question.Answer is null ? "—" : string.Join("; ", asked.Item.Parts.Select(p => string.Join(", ", PracticeForm.Given(asked.Question.Answer, p).Where(g => g.Length > 0).Select(g => Lettered(p, g)))));

    /// <summary>What is right, in the letters the page shows.</summary>
    public static string Right(ExamItem item) => string.Join("; ", item.Parts.Select(p => p.Numbers.Count > 0 ? string.Join(" hoặc ", p.Numbers.Select(n => $"{Platform.Text.VnFormat.Number(n.Value, 4)}{(n.Tolerance > 0 ? $" ± {Platform.Text.VnFormat.Number(n.Tolerance, 4)}" : "")}"))
        : p.Kind is PartKind.GapText ? string.Join(" hoặc ", p.Key) : string.Join(", ", p.Key.Select(k => Lettered(p, k)))));

    // Pairs are two labels; what is typed has none.
    private static string Lettered(Part part, string answer) => part.Choices.Count == 0 ? answer : string.Join(" – ", answer.Split(' ').Select(label => part.Choices.ToList().FindIndex(c => c.Id == label) is var at and >= 0 ? ((char)('A' + at)).ToString() : label));
}
