using CongVu.Platform.Processes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Platform.Web;

/// <summary>How a page answers a form.</summary>
public static class PageAnswer
{
    /// <summary>What was done is said on the next page; what was refused at its field on the same one, with everything typed.</summary>
    public static IActionResult Answer(this PageModel page, Outcome outcome, Func<Outcome.Done, string> next)
    {
        switch (outcome)
        {
            case Outcome.Done done:
                page.TempData.Say(done.Said);
                return new RedirectResult(next(done));
            case Outcome.Refused refused:
                page.ModelState.AddModelError(refused.Field, refused.Message);
                break;
        }
        return page.Page();
    }

    /// <summary>Goes to a page that says what was done, or why it was not. For buttons that stand alone: a form with much typed in it uses <see cref="Answer"/>.</summary>
    public static IActionResult Tell(this PageModel page, Outcome outcome, string next)
    {
        switch (outcome)
        {
            case Outcome.Done done: page.TempData.Say(done.Said); break;
            case Outcome.Refused refused: page.TempData.SayRefused(refused.Message); break;
        }
        return new RedirectResult(next);
    }
}
