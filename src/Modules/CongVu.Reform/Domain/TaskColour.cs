namespace CongVu.Reform.Domain;

/// <summary>The light of an obligation or a task. It is arithmetic over dates and reports: nobody sets it.</summary>
internal enum TaskColour
{
    /// <summary>Its period has not begun, or it waits for a condition.</summary>
    NotDue,
    /// <summary>Hoàn thành: accepted in full.</summary>
    Done,
    /// <summary>Đúng hạn.</summary>
    OnTime,
    /// <summary>Có nguy cơ: due within thirty days and nothing reported, or less done than time gone.</summary>
    AtRisk,
    /// <summary>Quá hạn.</summary>
    Overdue,
}

/// <summary>What the light of one obligation depends on.</summary>
/// <param name="AcceptedPercent">What Sở Nội vụ has accepted, 0 to 100.</param>
/// <param name="ReportedPercent">What the unit has reported and was not returned, 0 to 100; null: nothing.</param>
/// <param name="ClaimedOn">Day on which full completion was reported, when it waits to be accepted.</param>
internal readonly record struct ObligationFacts(DateOnly From, DateOnly Due, int AcceptedPercent, int? ReportedPercent, DateOnly? ClaimedOn);

internal static class Colours
{
    /// <summary>Days before the due day from which silence is a risk.</summary>
    public const int RiskDays = 30;

    public static TaskColour Of(in ObligationFacts o, DateOnly today)
    {
        if (o.AcceptedPercent >= 100) return TaskColour.Done;
        // A unit that reported in time is not late because its report waits to be read.
        if (o.ClaimedOn is { } claimed && claimed <= o.Due) return TaskColour.OnTime;
        if (today > o.Due) return TaskColour.Overdue;
        if (today < o.From) return TaskColour.NotDue;
        if (o.Due.DayNumber - today.DayNumber > RiskDays) return TaskColour.OnTime;
        return o.ReportedPercent is not { } percent || percent < ElapsedPercent(o, today) ? TaskColour.AtRisk : TaskColour.OnTime;
    }

    /// <summary>The light of a task from those of its obligations: the worst counts; done only when everything begun is done and nothing is to come.</summary>
    public static TaskColour Of(IReadOnlyCollection<TaskColour> obligations)
    {
        if (obligations.Count == 0) return TaskColour.NotDue;
        var worst = obligations.Max();
        if (worst > TaskColour.OnTime) return worst;
        if (obligations.All(c => c == TaskColour.Done)) return TaskColour.Done;
        return obligations.All(c => c == TaskColour.NotDue) ? TaskColour.NotDue : TaskColour.OnTime;
    }

    /// <summary>Share of the period that has gone, in whole percent.</summary>
    public static int ElapsedPercent(in ObligationFacts o, DateOnly today)
    {
        var whole = o.Due.DayNumber - o.From.DayNumber + 1;
        var gone = Math.Clamp(today.DayNumber - o.From.DayNumber, 0, whole);
        return 100 * gone / whole;
    }

    /// <summary>Name of the look in <c>BadgeStates</c>.</summary>
    public static string State(TaskColour colour) => colour switch
    {
        TaskColour.Overdue => "overdue",
        TaskColour.AtRisk => "at-risk",
        TaskColour.OnTime => "on-time",
        TaskColour.Done => "done",
        _ => "not-due",
    };

    /// <summary>Worst first, as lists and boards show them.</summary>
    public static readonly IReadOnlyList<TaskColour> Order = [TaskColour.Overdue, TaskColour.AtRisk, TaskColour.OnTime, TaskColour.NotDue, TaskColour.Done];
}
