namespace CongVu.Reform.Reading;

/// <summary>A part of the plan that numbers its tasks by itself: an annex, a chapter, a year.</summary>
/// <param name="Label">Short mark for codes: "2013", "B", "III", "PLII".</param>
/// <param name="Title">Its heading as written; empty for the only section.</param>
/// <param name="Source">Where its heading stands; null for the only section.</param>
/// <param name="Parent">The section around it.</param>
internal sealed record PlanSection(string Label, string Title, PlanSource? Source, PlanSection? Parent)
{
    private static readonly string[] Conditions = ["khi co", "sau khi", "khi chinh phu", "khi trung uong"];

    /// <summary>Codes of the sections from the outside in.</summary>
    public string Path => Parent is { Label.Length: > 0 } ? Parent.Path + "." + Label : Label;

    public int? Year => Years is [var only] ? only : null;

    private IReadOnlyList<int> Years => [.. DateMentions.Find(Title).Where(m => m is { Precision: DatePrecision.Year, Year: not null }).Select(m => m.Year!.Value).Distinct()];

    /// <summary>The time its heading sets for tasks that give none: a year, or a condition to wait for.</summary>
    public string Time
    {
        get
        {
            var folded = Vietnamese.Fold(Title);
            foreach (var condition in Conditions)
            {
                var at = Vietnamese.IndexOfPhrase(folded, condition);
                if (at >= 0)
                {
                    return Title[at..].Trim();
                }
            }
            var mentions = DateMentions.Find(Title);
            return mentions.Count > 0 && mentions.All(m => m is { First: not null, Precision: not DatePrecision.Day })
                ? Title[mentions[0].Start..mentions[^1].End]
                : Parent?.Time ?? "";
        }
    }

    public static PlanSection Of(OutlineNode heading, PlanSection? parent)
    {
        if (heading.Block is null)
        {
            return new PlanSection("", "", null, null);
        }
        // A title line under "Phụ lục II" goes by the annex's number.
        var numbered = heading.Number is null && heading.Word.Length == 0 && heading.Parent is { Word.Length: > 0 } division ? division : heading;
        var label = numbered.Number is { } number ? numbered.Word + number.Code : numbered.Word.Length > 0 ? numbered.Word : LabelOf(heading.Title);
        return new PlanSection(label, heading.Title, heading.Block.Source, parent);
    }

    /// <summary>The years in a heading without number, or empty.</summary>
    public static string LabelOf(string title)
    {
        var years = DateMentions.Find(title).Where(m => m.Year is not null).ToList();
        return years.Count == 0 ? "" : years[0].Year == years[^1].Year ? $"{years[0].Year}" : $"{years[0].Year}-{years[^1].Year}";
    }
}
