using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;

namespace CongVu.Load.Screens;

/// <summary>People a client finds in its list, from several places of the alphabet.</summary>
internal static class Listed
{
    private static readonly string[] Names = ["", "nguyen van", "tran thi", "le", "pham", "hoang", "do"];

    public static async Task<IReadOnlyList<(string Id, string Name)>> OfAsync(Client client, CancellationToken ct)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            var page = await client.OpenAsync($"{PersonnelLinks.People}?q={Uri.EscapeDataString(name)}", ct);
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>($"table a[href^='{PersonnelLinks.People}/']"))
                if (Guid.TryParse(link.GetAttribute("href")![(PersonnelLinks.People.Length + 1)..], out var id)) found[id.ToString()] = link.TextContent.Trim();
        }
        return found.Count > 0 ? [.. found.Select(f => (f.Key, f.Value))] : throw new InvalidOperationException($"{client.Account} finds nobody in the list.");
    }
}
