using CongVu.Decisions.Contracts;
using CongVu.Platform.Web;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>One field of the generic form.</summary>
internal sealed record InputView(ActionInput Input, string Name, string? Value, string? Error, IReadOnlyList<Choice> Units, DateOnly Day);
