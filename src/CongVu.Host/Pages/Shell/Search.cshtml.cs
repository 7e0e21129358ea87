using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Shell;

/// <summary>Global search: people, units, decisions, tasks — each module asks the gate what this actor may find.</summary>
[SignedIn]
public sealed class SearchModel(IEnumerable<SearchSource> sources, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Hits by kind.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<SearchHit> Hits)> Groups { get; private set; } = [];

    /// <summary>True when the query is long enough to search for.</summary>
    public bool IsSearched { get; private set; }

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var folded = VietnameseText.Fold(Query?.Length > 200 ? Query[..200] : Query);
        if (folded.Length < 2) return Page();
        IsSearched = true;
        var groups = new List<(string, IReadOnlyList<SearchHit>)>();
        foreach (var source in sources) // one after the other: they share the request's database context
        {
            var hits = await source.FindAsync(folded, gate, asOf.Current, 20, ct);
            if (hits.Count > 0) groups.Add((source.Kind, hits));
        }
        Groups = groups;
        return groups is [(_, [var only])] ? LocalRedirect(only.Href) : Page();
    }
}
