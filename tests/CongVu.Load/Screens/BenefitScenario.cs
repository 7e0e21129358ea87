using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Load.Driving;
using CongVu.Severance.Contracts;

namespace CongVu.Load.Screens;

/// <summary>Cases of somebody who leaves with a benefit: facts, conditions and amount reckoned from the record at each request.</summary>
internal sealed class BenefitScenario : ScreenScenario
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<string>> _cases = new();

    public override string Name => "benefit";

    public override string Summary => "page of one severance case, with the explained amount";

    protected override IReadOnlyList<string> Accounts { get; } = ["snv", "hr.sxd", "thanhtra", "snv2"];

    protected override int Target => 60;

    protected override async Task PrepareAsync(Client client, CancellationToken ct)
    {
        var cases = new List<string>();
        foreach (var scheme in Links(await client.OpenAsync(SeveranceLinks.Schemes, ct), SeveranceLinks.Scheme))
            foreach (var batch in Links(await client.OpenAsync(scheme, ct), SeveranceLinks.Batch))
                cases.AddRange(Links(await client.OpenAsync(batch, ct), SeveranceLinks.Case));
        _cases[client.Number] = cases.Count > 0 ? cases : throw new InvalidOperationException($"{client.Account} finds no severance case.");
    }

    protected override Task AskAsync(Client client, int number, CancellationToken ct) => client.GetAsync(_cases[client.Number][number % _cases[client.Number].Count], ct);

    private static IReadOnlyList<string> Links(IHtmlDocument page, Func<Guid, string> of)
    {
        var start = of(Guid.Empty)[..^Guid.Empty.ToString().Length];
        return [.. page.QuerySelectorAll<IHtmlAnchorElement>($"main a[href^='{start}']").Select(a => a.GetAttribute("href")!).Where(h => Guid.TryParse(h[start.Length..], out _)).Distinct()];
    }
}
