using System.Globalization;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Blueprints;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Blueprints;

/// <summary>Writes a blueprint, line by line. Lines without a number of questions are left out.</summary>
[Requires(ExaminationPermissions.PlanCode)]
internal sealed class EditModel(BlueprintDesk desk) : PageModel
{
    private const int FewestLines = 6;

    internal sealed record Line(string Topic, string Level, string Count, string Points);

    [BindProperty(SupportsGet = true, Name = "mon")] public string? Subject { get; set; }
    [BindProperty(SupportsGet = true, Name = "on-tap")] public bool IsPractice { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool ShuffleQuestions { get; set; } = true;
    [BindProperty] public bool ShuffleOptions { get; set; } = true;
    [BindProperty] public string[] Topic { get; set; } = [];
    [BindProperty] public string[] Level { get; set; } = [];
    [BindProperty] public string[] Count { get; set; } = [];
    [BindProperty] public string[] Points { get; set; } = [];

    public Guid? Id { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Choice> Subjects { get; private set; } = [];
    public IReadOnlyList<Choice> Topics { get; private set; } = [];
    public static IReadOnlyList<Choice> Levels { get; } = [new("0", "Mọi mức độ"), .. BankWords.Levels.Skip(1)];

    public async Task OnGetAsync(Guid? id, CancellationToken ct)
    {
        Id = id;
        if (id is { } known)
        {
            var row = await desk.FindAsync(known, ct);
            (Name, Subject, IsPractice, Version, ShuffleQuestions, ShuffleOptions) = (row.Name, row.Subject, row.IsPractice, row.Version, row.ShuffleQuestions, row.ShuffleOptions);
            Lines = [.. row.Plan().Cells.Select(c => new Line(c.Topic, Text(c.Level), Text(c.Count), VnFormat.Number(c.PointsHundredths / 100m)))];
        }
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        Id = id;
        Lines = [.. Enumerable.Range(0, Count.Length).Select(i => new Line(At(Topic, i), At(Level, i), At(Count, i), At(Points, i))).Where(l => l.Count.Length + l.Points.Length > 0)];
        List<BlueprintCell> cells = [];
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (!int.TryParse(line.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) ModelState.AddModelError("", $"Dòng {i + 1}: ghi số câu bằng chữ số.");
            else if (!VnNumber.TryParse(line.Points, out var points) || points * 100 % 1 != 0 || points > 100) ModelState.AddModelError("", $"Dòng {i + 1}: ghi điểm mỗi câu, nhiều nhất hai chữ số thập phân, ví dụ 1,5.");
            else cells.Add(new BlueprintCell(line.Topic.Trim(), int.TryParse(line.Level, out var level) ? level : 0, count, (int)(points * 100)));
        }
        if (ModelState.IsValid)
        {
            var (saved, refused) = await desk.SaveAsync(id, Version, Name, Subject, cells, ShuffleQuestions, ShuffleOptions, ct, IsPractice);
            if (saved is { } made)
            {
                TempData.Say("Đã lưu ma trận đề.");
                return Redirect(ExaminationLinks.Blueprint(made));
            }
            ModelState.AddModelError("", refused!);
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Subjects = [.. (await desk.SubjectsAsync(IsPractice, ct)).Select(s => new Choice(s, s))];
        Topics = [new("", "Mọi chủ đề"), .. string.IsNullOrEmpty(Subject) ? [] : (await desk.TopicsAsync(Subject, IsPractice, ct)).Select(t => new Choice(t, t))];
        Lines = [.. Lines, .. Enumerable.Repeat(new Line("", "0", "", ""), Math.Max(2, FewestLines - Lines.Count))];
    }

    private static string At(string[] values, int i) => i < values.Length ? values[i]?.Trim() ?? "" : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
