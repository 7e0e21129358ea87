using CongVu.Law;
using CongVu.Personnel.Contracts;

namespace CongVu.Pay.Due;

/// <summary>Which raise falls due.</summary>
internal enum RaiseKind { Regular, OverScale }

/// <summary>What stands in the way of a raise, and what to do about it.</summary>
/// <param name="Stops">True when no decision can be begun before it is cured.</param>
internal sealed record Obstacle(string What, string Cure, string? CureUrl, bool Stops);

/// <summary>Somebody whose raise falls due.</summary>
/// <param name="Due">First day of the higher pay.</param>
/// <param name="NextStep">Step raised to; the present one for the over-scale allowance.</param>
/// <param name="Next">Coefficient of that step.</param>
/// <param name="NextPercent">Percent of the over-scale allowance raised to; 0 for a regular raise.</param>
/// <param name="ExtensionMonths">Months it was put off.</param>
/// <param name="Increase">Đồng a month more, with what follows from it (phụ cấp công vụ), by the base salary of the window's last day.</param>
internal sealed record RaiseRow(PersonRow Person, RaiseKind Kind, DateOnly Due, int NextStep, Coefficient Next, int NextPercent, int ExtensionMonths, long Increase)
{
    public Guid PersonId => Person.PersonId;
    public string SortKey => Person.SortKey;
    public Guid UnitId => Person.UnitId!.Value;
    public Coefficient Current => new(Person.Coefficient!.Value);

    /// <summary>What stands in the way; null when nothing is known to.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>The decision that deals with it already.</summary>
    public Guid? UnderWayId { get; init; }

    /// <summary>Names for the screen.</summary>
    public string UnitName { get; init; } = "";
    public string RankName { get; init; } = "";

    public string NextWords => Kind == RaiseKind.Regular ? $"bậc {NextStep} ({Next})" : $"{NextPercent}%";
}

/// <summary>Somebody whose raise cannot be reckoned, and why.</summary>
internal sealed record Unreckoned(PersonRow Person, string Why);

/// <summary>Everybody due in a window, by day and name.</summary>
internal sealed record RaiseList(IReadOnlyList<RaiseRow> Rows, IReadOnlyList<Unreckoned> Unreckoned);
