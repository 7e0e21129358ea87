using System.Collections.Concurrent;
using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Load.Screens;

/// <summary>The list narrowed by a name as people type it: without accents, mostly given and family name.</summary>
internal sealed class NameSearchScenario : ScreenScenario
{
    private readonly ConcurrentDictionary<int, List<string>> _typed = new();

    public override string Name => "search";

    public override string Summary => "list of people by a name typed without accents: whole, first and last word, or the last two words";

    protected override int Target => 60;

    protected override async Task PrepareAsync(Client client, CancellationToken ct)
    {
        var typed = new List<string>();
        foreach (var name in (await Listed.OfAsync(client, ct)).Select(p => VietnameseText.Fold(p.Name)).Distinct())
        {
            var words = name.Split(' ');
            typed.AddRange([name, $"{words[0]} {words[^1]}", string.Join(' ', words[^2..])]);
        }
        _typed[client.Number] = typed;
    }

    protected override Task AskAsync(Client client, int number, CancellationToken ct)
    {
        var typed = _typed[client.Number];
        return client.GetAsync($"{PersonnelLinks.People}?q={Uri.EscapeDataString(typed[number % typed.Count])}", ct);
    }
}
