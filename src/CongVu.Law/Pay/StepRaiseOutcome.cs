namespace CongVu.Law.Pay;

/// <summary>Why no regular raise can come.</summary>
public enum StepRaiseBlock
{
    /// <summary>Nothing stands in the way but time.</summary>
    None,

    /// <summary>The last step is reached: the over-scale allowance takes over.</summary>
    LastStep,
}

/// <summary>When the next regular raise is due, and to what.</summary>
/// <param name="Due">First day of the next step; null when blocked.</param>
/// <param name="StepMonths">Months the step lasts.</param>
/// <param name="ExtensionMonths">Months added by discipline and years not completed.</param>
/// <param name="NextStep">The step raised to; the present one when blocked.</param>
/// <param name="Next">Coefficient of <paramref name="NextStep"/>.</param>
public readonly record struct StepRaiseOutcome(
    DateOnly? Due, int StepMonths, int ExtensionMonths, int NextStep, Coefficient Current, Coefficient Next, StepRaiseBlock Block)
{
    /// <summary>Whether the raise is due on or before a day.</summary>
    public bool IsDueBy(DateOnly day) => Due <= day;
}
