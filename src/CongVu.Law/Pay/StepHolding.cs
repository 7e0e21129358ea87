namespace CongVu.Law.Pay;

/// <summary>A person on a step: what the record says that bears on the next raise.</summary>
/// <param name="Category">Category of staff on the day of assessment.</param>
/// <param name="Table">Code of the salary table.</param>
/// <param name="Step">Step held, from 1.</param>
/// <param name="Since">The day from which time on this step counts towards the next raise.</param>
public sealed record StepHolding(StaffCategory Category, string Table, int Step, DateOnly Since)
{
    /// <summary>Disciplines on the record; those outside the time on the step are ignored.</summary>
    public IReadOnlyList<DisciplineOnRecord> Disciplines { get; init; } = [];

    /// <summary>Years classified "không hoàn thành nhiệm vụ".</summary>
    public IReadOnlyList<int> NotCompletedYears { get; init; } = [];

    /// <summary>Whole months on the step that do not count (unpaid leave, detention…), 0 or more.</summary>
    public int NotCountedMonths { get; init; }

    /// <summary>The decision by which the step was reached, as printed; for the explanation only.</summary>
    public string? Decision { get; init; }
}

/// <summary>A discipline, by form and the day it took effect.</summary>
/// <param name="Decision">The decision as printed; for the explanation only.</param>
public sealed record DisciplineOnRecord(DisciplineForm Form, DateOnly Date, string? Decision = null);
