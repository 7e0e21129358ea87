using CongVu.Examinations.Bank;
using CongVu.Platform.Data;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Pages.Shared;

/// <summary>How a page answers an act.</summary>
internal static class Saying
{
    /// <summary>Done: says so and goes to the address. Refused (null: what was typed is wrong already): the page again, with what was typed and why, at the field where there is one.</summary>
    public static async Task<IActionResult> SaidAsync(this PageModel page, StepOutcome? outcome, string done, string address, Func<Task> load, string field = "")
    {
        if (outcome is StepOutcome.Done)
        {
            page.TempData.Say(done);
            return new RedirectResult(address);
        }
        if (outcome is StepOutcome.Refused refused) page.ModelState.AddModelError(field, refused.Message);
        // What the refused act had loaded and changed must not be taken for what is stored.
        page.HttpContext.RequestServices.GetRequiredService<CongVuDb>().ChangeTracker.Clear();
        await load();
        return page.Page();
    }
}
