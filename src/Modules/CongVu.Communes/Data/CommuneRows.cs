namespace CongVu.Communes.Data;

/// <summary>Kinds of commune-level unit, today's included.</summary>
internal enum UnitForm { Commune, Ward, Township, SpecialZone }

/// <summary>Whose fund a title is paid from; staff titles are paid from none.</summary>
internal enum TitleLevel { Commune, Village, Staff }

/// <summary>Where a resolution stands.</summary>
internal enum ResolutionState { Draft, Submitted, Approved, Withdrawn }

/// <summary>A fact with its day, its paper, and when it was known.</summary>
internal abstract class DatedFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly FromDay { get; init; }
    public required string Document { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }
    public DateTime? WithdrawnAt { get; set; }
    public string? WithdrawnByName { get; set; }
    public string? WithdrawnReason { get; set; }

    public void Withdraw(DateTime at, string by, string reason) => (WithdrawnAt, WithdrawnByName, WithdrawnReason) = (at, by, reason.Trim());
}

/// <summary>What a commune-level unit is from a day on.</summary>
internal sealed class Profile : DatedFact
{
    public required Guid UnitId { get; init; }
    public required UnitForm Kind { get; init; }
    public int? Class { get; init; }
    public long? Population { get; init; }
    public long? PopulationNorm { get; init; }
    public long? Area { get; init; }
    public long? AreaNorm { get; init; }
    public bool OfUrbanDistrict { get; init; }
    public bool BorderOrIsland { get; init; }
    public Guid? FileId { get; init; }
}

/// <summary>What a village or residential group is from a day on.</summary>
internal sealed class VillageState : DatedFact
{
    public required Guid VillageId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }
    public required Law.Communes.VillageKind Kind { get; init; }
    public required int Households { get; init; }
    public bool SecurityKey { get; init; }
    public bool Ended { get; init; }
}

/// <summary>A resolution of the provincial council on titles and allowances.</summary>
internal sealed class Resolution
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Number { get; set; }
    public string About { get; set; } = "";
    public required DateOnly IssuedOn { get; set; }
    public required DateOnly FromDay { get; set; }
    public int SecondShare { get; set; }
    public int Insurance { get; set; }
    public ResolutionState State { get; set; }
    public Guid? CreatedBy { get; set; }
    public required string CreatedByName { get; set; }
    public required DateTime CreatedAt { get; init; }
    public Guid? ApprovedBy { get; set; }
    public string? ApprovedByName { get; set; }
    public DateTime? ApprovedAt { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public string? WithdrawnByName { get; set; }
    public string? WithdrawnReason { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>As screens and explanations cite it.</summary>
    public string Cited => $"Nghị quyết số {Number}";
}

/// <summary>A title with its allowance.</summary>
internal sealed class Title
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ResolutionId { get; init; }
    public required TitleLevel Level { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required int Coefficient { get; init; }
    public required int Place { get; init; }
}

/// <summary>Somebody who holds titles.</summary>
internal sealed class Holder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? PersonId { get; init; }
    public required string FullName { get; init; }
    public DateOnly? BornOn { get; init; }
    public string? Sex { get; init; }
    public required Guid UnitId { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }
}

/// <summary>A title held from a day on, until another.</summary>
internal sealed class Holding : DatedFact
{
    public required Guid HolderId { get; init; }
    public required Guid UnitId { get; init; }
    public Guid? VillageId { get; init; }
    public required TitleLevel Level { get; init; }
    public required string TitleCode { get; init; }
    public required string TitleName { get; init; }
    public int PostCoefficient { get; init; }
    public DateOnly? UntilDay { get; init; }
    public string? OverGround { get; init; }

    public bool HoldsOn(DateOnly day) => FromDay <= day && (UntilDay is not { } until || day < until);
}
