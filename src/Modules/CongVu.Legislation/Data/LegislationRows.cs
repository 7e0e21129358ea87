using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Legislation.Data;

/// <summary>Draft: being written. Submitted: waits for another person. Approved: part of the law. Withdrawn: was. Discarded: never became.</summary>
internal enum ChangeState { Draft, Submitted, Approved, Withdrawn, Discarded }

/// <summary>A set of instruments and values that come to hold together.</summary>
internal sealed class LawChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public string Note { get; set; } = "";
    public ChangeState State { get; set; }
    public int Version { get; set; } = 1;
    public required Guid DraftedBy { get; init; }
    public required string DrafterName { get; init; }
    public required DateTime DraftedAt { get; init; }
    public Guid? SubmittedBy { get; set; }
    public string? SubmitterName { get; set; }
    public DateTime? SubmittedAt { get; set; }
    public Guid? ApprovedBy { get; set; }
    public string? ApproverName { get; set; }
    public DateTime? ApprovedAt { get; set; }
    public Guid? WithdrawnBy { get; set; }
    public string? WithdrawerName { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public string? LastReason { get; set; }
}

internal enum ChangeItemKind { Instrument, Value }

/// <summary>One instrument or one dated value of a change.</summary>
internal sealed class LawChangeItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ChangeId { get; init; }
    public required int Ord { get; init; }
    public required ChangeItemKind Kind { get; init; }
    public required string Target { get; set; }
    public DateOnly? FromDay { get; set; }
    public required string Content { get; set; }
    public string? CorrectionReason { get; set; }
    public string Affected { get; set; } = "[]";
}

internal enum CheckKind { Instrument, Value }

internal enum CheckOutcome { Right, Wrong }

/// <summary>A comparison with the gazette.</summary>
internal sealed class SourceCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required CheckKind Kind { get; init; }
    public required string Target { get; init; }
    public DateOnly? FromDay { get; init; }
    public required CheckOutcome Outcome { get; init; }
    public required string Source { get; init; }
    public string? Note { get; init; }
    public required DateOnly CheckedOn { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public Guid? EvidenceFileId { get; init; }
}

/// <summary>A preview asked for.</summary>
internal sealed class ImpactRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ChangeId { get; init; }
    public required string ParameterKey { get; init; }
    public required DateOnly FromDay { get; init; }
    public required Guid AskedBy { get; init; }
    public required string AskerName { get; init; }
    public required DateTime AskedAt { get; init; }
    public Guid JobId { get; set; }
    public DateTime? FinishedAt { get; set; }
}

/// <summary>What one source of a preview found.</summary>
internal sealed class ImpactPart
{
    public required Guid RunId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public int LookedAt { get; init; }
    public string? Problem { get; init; }
}

/// <summary>A line of a preview, as stored.</summary>
internal sealed class ImpactRow
{
    public Guid RunId { get; init; }
    public string Code { get; init; } = "";
    public int Ord { get; init; }
    public Guid? SubjectId { get; init; }
    public string Subject { get; init; } = "";
    public string SortKey { get; init; } = "";
    public string? Href { get; init; }
    public Guid? UnitId { get; init; }
    public string UnitName { get; init; } = "";
    public string BeforeText { get; init; } = "";
    public string AfterText { get; init; } = "";
    public long? BeforeAmount { get; init; }
    public long? AfterAmount { get; init; }
    public string? Problem { get; init; }
}

internal sealed class LegislationConfigurations : IEntityTypeConfiguration<LawChange>, IEntityTypeConfiguration<LawChangeItem>, IEntityTypeConfiguration<SourceCheck>,
    IEntityTypeConfiguration<ImpactRun>, IEntityTypeConfiguration<ImpactPart>, IEntityTypeConfiguration<ImpactRow>
{
    private const string Schema = "legislation";

    public void Configure(EntityTypeBuilder<LawChange> change)
    {
        change.ToTable("law_change", Schema);
        change.Property(c => c.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LawChangeItem> item)
    {
        item.ToTable("law_change_item", Schema);
        item.Property(i => i.Content).HasColumnType("jsonb");
        item.Property(i => i.Affected).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<SourceCheck> check) => check.ToTable("source_check", Schema);

    public void Configure(EntityTypeBuilder<ImpactRun> run) => run.ToTable("impact_run", Schema);

    public void Configure(EntityTypeBuilder<ImpactPart> part)
    {
        part.ToTable("impact_part", Schema);
        part.HasKey(p => new { p.RunId, p.Code });
    }

    public void Configure(EntityTypeBuilder<ImpactRow> line)
    {
        line.ToTable("impact_line", Schema);
        line.HasKey(l => new { l.RunId, l.Code, l.Ord });
    }
}
