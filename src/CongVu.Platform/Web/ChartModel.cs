namespace CongVu.Platform.Web;

/// <summary>What a chart is drawn as.</summary>
public enum ChartKind
{
    Bar,
    StackedBar,
    Line,
    Pie,
}

/// <summary>A chart and, with the same numbers, the table behind it.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">What it shows, with its date: "Tỷ lệ có trình độ đại học trở lên, đến 31/12/2025".</param>
/// <param name="CategoryTitle">What the categories are: "Năm", "Đơn vị".</param>
/// <param name="Categories">Names along the axis, or of the slices.</param>
/// <param name="Series">One value per category in each; a pie takes the first only.</param>
/// <param name="Unit">Unit of the values: "%", "người".</param>
/// <param name="Target">A line to reach.</param>
/// <param name="TargetTitle">Words of that line.</param>
public sealed record ChartModel(
    ChartKind Kind,
    string Title,
    string CategoryTitle,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    string? Unit = null,
    decimal? Target = null,
    string? TargetTitle = null);

/// <summary>One line or one colour of bars; a null value is a gap, not a zero.</summary>
/// <param name="Name">In the legend and the head of its column.</param>
/// <param name="Values">One per category.</param>
/// <param name="Tone">Tone of the state counted (<see cref="BadgeState.Tone"/>), so that the chart and the badges beside it agree; null takes the next colour.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string? Tone = null)
{
    /// <summary>A count of things in a state, in its word and colour.</summary>
    public static ChartSeries OfState(string state, IReadOnlyList<decimal?> values)
    {
        var look = BadgeStates.Of(state);
        return new(look.Word, values, look.Tone);
    }
}
