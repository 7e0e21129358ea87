using CongVu.Platform.Security;

namespace CongVu.Platform.Web;

/// <summary>The sections of the menu, by what people do, in screen order.</summary>
public enum MenuSection { Home, Records, Decisions, Organisation, Pay, Examinations, Plan, Reports, Law, Administration }

/// <summary>One menu entry. <paramref name="Requires"/> null means: everyone who is signed in.</summary>
public sealed record MenuItem(MenuSection Section, string Label, string Icon, string Href, Permission? Requires, int Order = 100)
{
    /// <summary>Other addresses under which this entry is the current one.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
