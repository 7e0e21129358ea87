using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Facts;
using CongVu.Law;
using CongVu.Platform.Time;
using CongVu.Platform.Web;

namespace CongVu.Communes.Holders;

/// <summary>A title that can be held on a day.</summary>
internal sealed record TitleChoice(TitleLevel Level, string Code, string Name, Coefficient? Coefficient)
{
    public string Key => $"{Level}:{Code}";
}

/// <summary>The titles there are on a day: of the province's resolution, and those of cadres and civil servants while the law named them.</summary>
internal sealed class TitleChoices(LawBook law, CommuneFacts facts)
{
    public async Task<IReadOnlyList<TitleChoice>> OnAsync(DateOnly day, CancellationToken ct)
    {
        var resolution = await facts.ResolutionAsync(new AsOf(day), ct);
        return [.. resolution?.Titles.Select(t => new TitleChoice(t.Level, t.Code, t.Name, new Coefficient(t.Coefficient))) ?? [], .. StaffTitles(day)];
    }

    public async Task<TitleChoice?> FindAsync(string? key, DateOnly day, CancellationToken ct) => (await OnAsync(day, ct)).FirstOrDefault(t => t.Key == key);

    /// <summary>As a form offers them.</summary>
    public static IReadOnlyList<Choice> Offered(IEnumerable<TitleChoice> titles) => [.. titles.Select(t => new Choice(t.Key, t.Coefficient is { } c ? $"{t.Name} (hệ số {c})" : t.Name, Words.Of(t.Level)))];

    private IEnumerable<TitleChoice> StaffTitles(DateOnly day)
    {
        try
        {
            return law.Communes.TitlesOn(day).Select(t => new TitleChoice(TitleLevel.Staff, t.Code, t.Name, null));
        }
        catch (OutsideCoverageException)
        {
            return []; // the list ended on 01/07/2025
        }
    }
}
