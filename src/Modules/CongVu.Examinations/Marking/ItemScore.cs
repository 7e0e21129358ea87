namespace CongVu.Examinations.Marking;

/// <summary>What the rules of an item made of one set of responses.</summary>
internal sealed record ItemScore(string Id, IReadOnlyList<KeyValuePair<string, QtiValue?>> Outcomes, double? Score, double? MaxScore, IReadOnlyList<string> Errors);

/// <summary>All items of a file for one candidate.</summary>
internal sealed record SetScore(IReadOnlyList<ItemScore> Items, IReadOnlyList<string> Errors)
{
    public double Total => Round(Items.Sum(i => i.Score ?? 0));
    public double Max => Round(Items.Sum(i => i.MaxScore ?? 0));

    public static double Round(double value) => Math.Round(value, 9, MidpointRounding.AwayFromZero);
}
