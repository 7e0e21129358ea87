namespace CongVu.Law.Severance;

/// <summary>One person leaving, as far as the law asks. Amounts in đồng a month, spans in whole months.</summary>
/// <param name="Policy">The policy applied for.</param>
/// <param name="Reason">Why the person leaves.</param>
/// <param name="On">The day whose law decides: the day the person leaves by the decision.</param>
public sealed record ExitCase(ExitPolicy Policy, ExitReason Reason, DateOnly On)
{
    /// <summary>Decides what cadres and civil servants get and others do not.</summary>
    public StaffCategory Category { get; init; } = StaffCategory.CivilServant;

    /// <summary>Tiền lương tháng hiện hưởng, of the month before leaving; for part-time people the monthly allowance. Null when not known.</summary>
    public long? CurrentPay { get; init; }

    /// <summary>Average pay of the last 60 months, asked by the decrees of 2014 and 2023 only. Null when not known.</summary>
    public long? AveragePay { get; init; }

    /// <summary>Counted service: compulsory insurance not yet paid out; for part-time people their service, for resignation the working time.</summary>
    public int ServiceMonths { get; init; }

    /// <summary>Months from the day of leaving to the retirement age; 0 when it is reached. Null when not known.</summary>
    public int? MonthsToRetirement { get; init; }

    /// <summary>Month, counted from the decision to reorganise, in which the person leaves: 12 is the last with the full rate. Null when not known, which is taken as in time.</summary>
    public int? MonthsAfterReorganisation { get; init; }

    /// <summary>Already draws a pension (part-time people).</summary>
    public bool DrawsPension { get; init; }

    /// <summary>Months of vocational training with pay.</summary>
    public int TrainingMonths { get; init; }

    /// <summary>Fee of the training, đồng.</summary>
    public long TrainingFee { get; init; }

    /// <summary>Months between leaving and the end of the roadmap of a district or commune merger (decree of 2023).</summary>
    public int RoadmapMonths { get; init; }

    /// <summary>A day on which the case, opened on <see cref="On"/>, was still being decided; null when it was decided at once.</summary>
    public DateOnly? UndecidedOn { get; init; }

    /// <summary>A day on which the benefit, though decided, was still unpaid; null when it was paid at once.</summary>
    public DateOnly? UnpaidOn { get; init; }

    /// <summary>The day the resignation's file was complete; null when it is the day of the case.</summary>
    public DateOnly? FileCompleteOn { get; init; }

    /// <summary>What is known for the conditions.</summary>
    public ExitEvidence Evidence { get; init; } = new();
}

/// <summary>Quality of a year's work as the record has it.</summary>
public enum YearRating
{
    Excellent,
    Good,
    Completed,
    NotCompleted,
}

/// <summary>Sick leave of a year against what the insurance law allows.</summary>
/// <param name="Days">Days taken.</param>
/// <param name="Maximum">Most days the person may take in a year.</param>
public readonly record struct SickLeave(int Days, int Maximum);

/// <summary>Facts the conditions are judged by; null wherever the record does not tell.</summary>
public sealed record ExitEvidence
{
    /// <summary>Code of the ground applied for: <c>TG01</c>… Null when none was chosen.</summary>
    public string? Ground { get; init; }

    /// <summary>Redundant because of the reorganisation or the new job positions.</summary>
    public bool? Redundant { get; init; }

    /// <summary>The unit has no other job for the person.</summary>
    public bool? NoOtherPost { get; init; }

    /// <summary>Below the training standard of the post.</summary>
    public bool? BelowStandard { get; init; }

    /// <summary>Cannot be trained up to the standard.</summary>
    public bool? CannotRetrain { get; init; }

    /// <summary>Holds a leading post that ends, or is replaced by a lower one, by reorganisation or decision of the authority.</summary>
    public bool? LeaderStepsDown { get; init; }

    /// <summary>Under a disciplinary measure below dismissal.</summary>
    public bool? Disciplined { get; init; }

    /// <summary>On an open-ended labour contract for support work.</summary>
    public bool? SupportContract { get; init; }

    /// <summary>Leaves at once by decision (part-time people).</summary>
    public bool? LeavesAtOnce { get; init; }

    /// <summary>Asks for it in writing.</summary>
    public bool? Volunteers { get; init; }

    /// <summary>The employing body agrees.</summary>
    public bool? EmployerAgrees { get; init; }

    /// <summary>Pregnant, on maternity leave, or raising a child below 36 months.</summary>
    public bool? PregnantOrSmallChild { get; init; }

    /// <summary>Under disciplinary review, prosecution, or inspection for signs of violation.</summary>
    public bool? UnderReview { get; init; }

    /// <summary>On certified sick leave.</summary>
    public bool? OnSickLeave { get; init; }

    /// <summary>Was already paid under a regime of downsizing or reorganisation.</summary>
    public bool? PaidBefore { get; init; }

    /// <summary>Took up or kept a part-time title in a village.</summary>
    public bool? KeepsVillageTitle { get; init; }

    /// <summary>Healthy, for those who leave after training.</summary>
    public bool? Healthy { get; init; }

    /// <summary>Woman cadre or civil servant of a commune.</summary>
    public bool? CommuneWoman { get; init; }

    /// <summary>Insured long enough to draw a pension on leaving.</summary>
    public bool? PensionEligible { get; init; }

    /// <summary>Age in months on leaving.</summary>
    public int? AgeMonths { get; init; }

    /// <summary>Quality by year.</summary>
    public IReadOnlyDictionary<int, YearRating> Ratings { get; init; } = new Dictionary<int, YearRating>();

    /// <summary>Sick leave by year.</summary>
    public IReadOnlyDictionary<int, SickLeave> SickLeaves { get; init; } = new Dictionary<int, SickLeave>();
}
