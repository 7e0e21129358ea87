using System.Globalization;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.Draft;

/// <summary>Correcting one task of a draft: every field the reader filled.</summary>
[Requires(ReformPermissions.ManageCode)]
internal sealed class TaskModel(Tracking tracking, PlanCorrecting correcting, Gate gate, AsOfContext asOf) : PageModel
{
    public TrackedPlan Draft { get; private set; } = null!;
    public TrackedTask Task { get; private set; } = null!;

    /// <summary>Products as they stand in the form, the last one empty for a further product.</summary>
    public IReadOnlyList<ProductDraft> Products { get; private set; } = [];

    [BindProperty] public string Title { get; set; } = "";
    [BindProperty] public Guid? GroupId { get; set; }
    [BindProperty] public int Weight { get; set; } = 1;
    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<Choice> Groups => [.. Draft.Groups.Select(g => new Choice(g.Id.ToString(), $"{g.Code}. {g.Title}"))];
    public static IReadOnlyList<Choice> Kinds { get; } = Choice.From<PlanScheduleKind>(ScheduleWords.Kind);

    public async Task OnGetAsync(Guid id, Guid taskId, CancellationToken ct)
    {
        await LoadAsync(id, taskId, ct);
        (Title, GroupId, Weight, Version) = (Task.Task.Title, Task.Task.GroupId, Task.Task.Weight, Task.Task.Version);
        Products = [.. Task.Products.Select(p => new ProductDraft(p.Id, p.Text, PlanCorrecting.UnitsText(Task.Units[p.Id].Where(u => u.Role == UnitRole.Lead)), PlanCorrecting.UnitsText(Task.Units[p.Id].Where(u => u.Role == UnitRole.Support)),
            p.ScheduleKind, p.StartsOn, p.EndsOn, p.MinPerYear, p.YearlyMonth, p.YearlyDay, p.ScheduleText)), Empty];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid taskId, CancellationToken ct)
    {
        await LoadAsync(id, taskId, ct);
        Products = ReadProducts();
        if (string.IsNullOrWhiteSpace(Title)) ModelState.AddModelError(nameof(Title), "Ghi nội dung nhiệm vụ.");
        if (Products.Where(p => !p.Remove).All(p => p.Id is null && p.Text.Length + p.Lead.Length == 0)) ModelState.AddModelError("san-pham", "Nhiệm vụ cần ít nhất một sản phẩm (tên sản phẩm có thể để trống).");
        if (!ModelState.IsValid) return Page();
        await correcting.TaskAsync(id, taskId, new PlanTaskText(Title, GroupId, Weight, Products), Version, ct);
        TempData.Say($"Đã sửa nhiệm vụ {Task.Task.Code}.");
        return Redirect(ReformLinks.Draft(id) + "#nhiem-vu");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid taskId, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        await correcting.RemoveTaskAsync(id, taskId, ct);
        TempData.Say("Đã bỏ nhiệm vụ khỏi bản đọc.");
        return Redirect(ReformLinks.Draft(id) + "#nhiem-vu");
    }

    private static ProductDraft Empty => new(null, "", "", "", PlanScheduleKind.Ongoing, null, null, null, null, null, "");

    // Each product is a block of fields with its number behind the name: sp-0-ten, sp-0-chu-tri …
    private List<ProductDraft> ReadProducts()
    {
        var found = new List<ProductDraft>();
        for (var no = 0; Request.Form.ContainsKey($"sp-{no}-kieu") && no < 60; no++)
        {
            string Field(string name) => Request.Form[$"sp-{no}-{name}"].ToString().Trim();
            DateOnly? Day(string name, string label)
            {
                if (Field(name).Length == 0) return null;
                if (VnDate.TryParse(Field(name), out var day)) return day;
                ModelState.AddModelError($"sp-{no}-{name}", $"{label} của sản phẩm {no + 1}: “{Field(name)}” không phải ngày. Viết dạng 31/12/2026.");
                return null;
            }
            var (from, to) = (Day("tu", "Từ ngày"), Day("den", "Đến ngày"));
            if (to < from) ModelState.AddModelError($"sp-{no}-den", $"Đến ngày của sản phẩm {no + 1} phải sau từ ngày.");
            var min = int.TryParse(Field("so-lan"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : (int?)null;
            var (month, day) = YearDay(Field("hang-nam"), no);
            _ = Enum.TryParse<PlanScheduleKind>(Field("kieu"), out var kind);
            found.Add(new ProductDraft(Guid.TryParse(Field("id"), out var id) ? id : null, Field("ten"), Field("chu-tri"), Field("phoi-hop"), kind, from, to, min, month, day, Field("loi"), Field("bo") is "true" or "on"));
        }
        return found;
    }

    private (int? Month, int? Day) YearDay(string text, int no)
    {
        if (text.Length == 0) return (null, null);
        if (VnDate.TryParse($"{text}/2024", out var day)) return (day.Month, day.Day); // 2024 has a 29 February
        ModelState.AddModelError($"sp-{no}-hang-nam", $"Hạn hằng năm của sản phẩm {no + 1}: viết ngày và tháng, ví dụ 15/12.");
        return (null, null);
    }

    private async Task LoadAsync(Guid id, Guid taskId, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        Draft = await tracking.PlanAsync(id, asOf.Today, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
        Task = Draft.Tasks.FirstOrDefault(t => t.Task.Id == taskId) ?? throw new NotFoundException("Nhiệm vụ này không còn trong bản đọc.");
    }
}
