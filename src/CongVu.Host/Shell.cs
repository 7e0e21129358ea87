using CongVu.Platform.Data;
using CongVu.Platform.Modules;
using CongVu.Platform.Security;
using CongVu.Platform.Web;

namespace CongVu.Host;

/// <summary>What surrounds every page: the menu this actor may open, unread notices, whose province it is.</summary>
public sealed class Shell(Gate gate, MenuEntries entries, Settings settings)
{
    /// <summary>The signed-in actor.</summary>
    public Actor Actor => gate.Actor;

    /// <summary>Whether the actor has a record of their own.</summary>
    public bool HasOwnRecord => gate.Actor.PersonId is not null;

    /// <summary>Notices not read when the request began.</summary>
    public int Unread => gate.Actor.UnreadNotices;

    /// <summary>True when every person here is made up.</summary>
    public async Task<bool> IsPracticeAsync(CancellationToken ct) => await settings.GetAsync(Settings.Practice, ct) == "true";

    /// <summary>The sections that hold something this actor may open, with the entry of the current page marked.</summary>
    public IReadOnlyList<ShellSection> Menu(string path)
    {
        var allowed = entries.All.Where(i => i.Requires is null || gate.May(i.Requires)).ToList();
        var here = allowed.Where(i => i.Also.Prepend(i.Href).Any(h => Covers(h, path))).MaxBy(i => i.Href.Length);
        return
        [
            .. allowed.GroupBy(i => i.Section).Where(g => g.Key != MenuSection.Home)
                .Select(g => new ShellSection(ShellSection.Looks[g.Key], [.. g], here is not null && here.Section == g.Key ? here : null)),
        ];
    }

    private static bool Covers(string href, string path)
    {
        var bare = href.Split('?')[0];
        return path.Equals(bare, StringComparison.OrdinalIgnoreCase) || path.StartsWith(bare.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>What the modules put into the menu, in its order.</summary>
public sealed class MenuEntries(ModuleList modules)
{
    /// <summary>By section, then as each module asked.</summary>
    public IReadOnlyList<MenuItem> All { get; } =
        [.. modules.All.SelectMany(m => m.Menu).OrderBy(i => i.Section).ThenBy(i => i.Order).ThenBy(i => i.Label, StringComparer.Ordinal)];
}

/// <summary>One section of the menu with its entries; <paramref name="Here"/> is the one of the current page.</summary>
public sealed record ShellSection(ShellSectionLook Look, IReadOnlyList<MenuItem> Items, MenuItem? Here)
{
    /// <summary>Name, icon and key (after <c>g</c>) of each section.</summary>
    public static readonly IReadOnlyDictionary<MenuSection, ShellSectionLook> Looks = new Dictionary<MenuSection, ShellSectionLook>
    {
        [MenuSection.Home] = new("Việc của tôi", "home", "v"),
        [MenuSection.Records] = new("Hồ sơ", "users", "h"),
        [MenuSection.Decisions] = new("Quyết định", "gavel", "q"),
        [MenuSection.Organisation] = new("Tổ chức", "sitemap", "t"),
        [MenuSection.Pay] = new("Lương & chế độ", "coins", "l"),
        [MenuSection.Examinations] = new("Thi", "school", "i"),
        [MenuSection.Plan] = new("Kế hoạch", "target-arrow", "k"),
        [MenuSection.Reports] = new("Báo cáo", "report-analytics", "b"),
        [MenuSection.Law] = new("Pháp luật", "scale", "p"),
        [MenuSection.Administration] = new("Quản trị", "settings", "a"),
    };
}

/// <summary>How a section is called and reached.</summary>
public sealed record ShellSectionLook(string Name, string Icon, string Key);
