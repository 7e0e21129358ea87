using CongVu.Law.Loading;

namespace CongVu.Law.Severance;

/// <summary>One case in which a person may be downsized.</summary>
/// <param name="Code"><c>TG01</c>…, the same through all decrees.</param>
/// <param name="Provision">The provision as printed.</param>
public sealed record DownsizingGround(string Code, string Name, string Provision, Verification Verification)
{
    internal IReadOnlyList<IReadOnlyList<string>> Alternatives { get; init; } = [];
}

/// <summary>The grounds of downsizing through time, and how each stands for a person.</summary>
internal sealed class DownsizingGrounds
{
    private readonly Timeline<IReadOnlyList<DownsizingGround>> grounds;

    public DownsizingGrounds(Timeline<LawTable> table, LawErrors errors) => grounds = table.Select<IReadOnlyList<DownsizingGround>>(t => [.. t.Value.Rows.Select(r => GroundOf(r, errors))]);

    public IReadOnlyList<DownsizingGround> On(DateOnly day) => grounds.At(day).Value;

    /// <summary>The conditions of the chosen ground; of a ground with alternatives, those of the alternative that stands best.</summary>
    public IEnumerable<Condition> Assess(ExitCase @case, DateOnly day)
    {
        if (@case.Evidence.Ground is not { } code)
        {
            return [Condition.Of("Thuộc một trường hợp tinh giản biên chế", null, grounds.At(day).Source.Text, cure: "Chọn trường hợp tinh giản")];
        }
        var ground = On(day).FirstOrDefault(g => g.Code == code);
        return ground is null
            ? [Condition.Of($"Thuộc trường hợp {code}", false, grounds.At(day).Source.Text, "Ngày này không có trường hợp như vậy", "Chọn trường hợp khác")]
            : ground.Alternatives.Select(a => a.Select(c => GroundFacts.Judge(c, @case, ground.Provision)).ToList()).MinBy(Rank)!;
    }

    private static int Rank(List<Condition> conditions) => conditions.All() switch { ConditionState.Met => -1, ConditionState.CannotTellYet => 0, _ => 1 };

    private static DownsizingGround GroundOf(LawRow row, LawErrors errors)
    {
        List<IReadOnlyList<string>> alternatives = [.. row.Text("requires").Split('|').Select(a => a.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        foreach (var unknown in alternatives.SelectMany(a => a).Where(c => !GroundFacts.Knows(c)))
        {
            errors.Add(row.Place, $"Điều kiện “{unknown}” không có trong hệ thống.");
        }
        return new DownsizingGround(row.Text("code"), row.Text("name"), row.Source.Text, row.Verification) { Alternatives = alternatives };
    }
}
