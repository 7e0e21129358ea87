using CongVu.Organisation.Contracts;

namespace CongVu.Host.Practice;

/// <summary>What staff a unit of the practice province has.</summary>
internal enum Staffing { None, Leaders, Office, Commune, Teaching, Health, Centre }

/// <summary>A unit of the practice province through time.</summary>
internal sealed class PracticeUnit
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Symbol { get; init; }
    public required UnitKind Kind { get; init; }
    public required UnitLevel Level { get; init; }
    public PracticeUnit? Parent { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public Staffing Staffing { get; init; }
    public List<PracticeUnit> Predecessors { get; } = [];
    public List<PracticeUnit> Successors { get; } = [];
    /// <summary>Parent from <see cref="MovedOn"/> on, for units that changed hands.</summary>
    public PracticeUnit? LaterParent { get; set; }
    public DateOnly? MovedOn { get; set; }

    /// <summary>The agency that signs for this unit on a day.</summary>
    public PracticeUnit Agency => Kind is UnitKind.Division or UnitKind.LocalOffice && Parent is not null ? Parent.Agency : this;

    public PracticeUnit? ParentOn(DateOnly day) => MovedOn is { } moved && day >= moved ? LaterParent : Parent;
    public bool ExistsOn(DateOnly day) => day >= From && (Until is not { } until || day < until);
}
