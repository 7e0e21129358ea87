using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Titles;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Titles;

/// <summary>The form of a resolution: its head and a row for each title, with a few empty ones.</summary>
internal abstract class ResolutionForm : PageModel
{
    private const int EmptyRows = 5;

    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? About { get; set; }
    [BindProperty] public DateOnly? IssuedOn { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public decimal? SecondShare { get; set; }
    [BindProperty] public decimal? Insurance { get; set; }
    [BindProperty(Name = "cap")] public string?[] Levels { get; set; } = [];
    [BindProperty(Name = "ten")] public string?[] Names { get; set; } = [];
    [BindProperty(Name = "he-so")] public string?[] Coefficients { get; set; } = [];

    public static IReadOnlyList<Choice> LevelChoices { get; } = [new(nameof(TitleLevel.Commune), Words.Of(TitleLevel.Commune)), new(nameof(TitleLevel.Village), Words.Of(TitleLevel.Village))];

    /// <summary>What stands in the rows, empty ones at the end.</summary>
    public IEnumerable<(string? Level, string? Name, string? Coefficient)> Rows =>
        Enumerable.Range(0, Names.Length).Where(i => !string.IsNullOrWhiteSpace(Names[i]) || !string.IsNullOrWhiteSpace(At(Coefficients, i))).Select(i => (At(Levels, i), Names[i], At(Coefficients, i)))
            .Concat(Enumerable.Repeat<(string?, string?, string?)>((nameof(TitleLevel.Village), null, null), EmptyRows));

    protected ResolutionText Typed => new(Number, About, IssuedOn, From, SecondShare, Insurance,
        [.. Enumerable.Range(0, Names.Length).Select(i => new TitleText(At(Levels, i) == nameof(TitleLevel.Commune) ? TitleLevel.Commune : TitleLevel.Village, Names[i], VnNumber.TryParse(At(Coefficients, i), out var c) ? c : null))]);

    protected void Show(Resolution resolution, IReadOnlyList<Title> titles)
    {
        (Number, About, IssuedOn, From, SecondShare, Insurance) = (resolution.Number, resolution.About, resolution.IssuedOn, resolution.FromDay, resolution.SecondShare / 100m, resolution.Insurance / 100m);
        (Levels, Names, Coefficients) = ([.. titles.Select(t => t.Level.ToString())], [.. titles.Select(t => t.Name)], [.. titles.Select(t => new Law.Coefficient(t.Coefficient).ToString())]);
    }

    private static string? At(string?[] values, int i) => i < values.Length ? values[i] : null;
}
