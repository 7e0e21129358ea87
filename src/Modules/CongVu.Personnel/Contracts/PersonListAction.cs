using CongVu.Platform.Security;

namespace CongVu.Personnel.Contracts;

/// <summary>
/// Something another module does with people chosen in the list: a button that posts the choice to its page. Registered with
/// <c>services.AddSingleton(new PersonListAction(…))</c>. The page gets the fields that <see cref="PersonSelection"/> reads.
/// </summary>
/// <param name="Label">The act, e.g. "Nâng bậc lương".</param>
/// <param name="Href">Page that takes the POST.</param>
/// <param name="Requires">Who is shown the button.</param>
public sealed record PersonListAction(string Label, string Icon, string Href, Permission Requires, int Order = 100);
