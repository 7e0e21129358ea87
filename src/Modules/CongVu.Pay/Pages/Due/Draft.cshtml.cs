using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CongVu.Pay.Pages.Due;

/// <summary>Takes the people chosen in a due list into one draft, each with the day the list has reckoned.</summary>
[Requires(PayPermissions.RaiseCode)]
internal sealed class DraftModel(RaiseListing listing, DraftStart drafts, AsOfContext asOf) : PageModel
{
    /// <summary>Most people one decision takes.</summary>
    private const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "loai")]
    public RaiseKind Kind { get; set; }

    /// <summary>Nothing to see here: the lists lead to it.</summary>
    public IActionResult OnGet() => Redirect(Back);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chosen = Request.Form["chon"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        var all = Request.Form["chon-tat-ca"] == "true";
        var keys = QueryHelpers.ParseQuery(Request.Form["loc"].ToString());
        var filter = all
            ? RaiseFilter.Read(key => keys.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null, asOf.Today)
            : new RaiseFilter(null, asOf.Today.AddYears(-LawDay.MonthsPerYear), asOf.Today.AddYears(2), null, null, null);
        var rows = (await listing.OfAsync(Kind, filter, ct)).Rows.Where(r => all || chosen.Contains(r.PersonId)).ToList();
        if (rows.Count == 0) return Refuse("Chưa chọn ai. Đánh dấu vào ô đầu dòng rồi bấm lại.");
        var ready = rows.Where(r => r.Obstacle is not { Stops: true }).ToList();
        if (ready.Count == 0) return Refuse("Những người đã chọn đều đang vướng: " + string.Join("; ", rows.Take(5).Select(r => $"{r.Person.FullName} ({r.Obstacle!.What})")));
        if (ready.Count > Most) return Refuse($"Một quyết định nhận tối đa {Most} người; đang chọn {ready.Count}. Lọc theo đơn vị hoặc rút ngắn khoảng ngày.");

        var own = ready.ToDictionary(r => r.PersonId, r => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(r.Due) });
        switch (await drafts.BeginAsync(Kind == RaiseKind.Regular ? ActionCodes.StepRaise : PayActions.OverScale, null, [.. ready.Select(r => r.PersonId)], null, own, ct))
        {
            case DraftStarted.Done done:
                var left = done.LeftOut.Concat(rows.Except(ready).Select(r => $"{r.Person.FullName}: {r.Obstacle!.What}")).ToList();
                if (left.Count > 0) TempData.SayCaution("Không đưa vào được: " + string.Join("; ", left.Take(10)) + (left.Count > 10 ? $"; và {left.Count - 10} người khác." : ""));
                return Redirect(DecisionLinks.Edit(done.DecisionId));
            case DraftStarted.NotPossible no:
                return Refuse(no.Why);
            default:
                return Refuse("Không lập được bản soạn.");
        }
    }

    private string Back => Kind == RaiseKind.Regular ? PayLinks.Due : PayLinks.OverScale;

    private RedirectResult Refuse(string why)
    {
        TempData.SayRefused(why);
        return Redirect(Back);
    }
}
