using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace CongVu.Organisation.Data;

/// <summary>One wording of one rule, with the days it holds and the time it was known.</summary>
internal sealed class AuthorityRuleRow : IRecorded
{
    /// <summary>In a key column: any value.</summary>
    public const string Any = "*";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RuleId { get; init; }
    public NpgsqlRange<DateOnly> Valid { get; init; }
    public NpgsqlRange<DateTime> Recorded { get; set; }
    public required string Action { get; init; }
    public required string Category { get; init; }
    public required string Level { get; init; }
    public required string RankGroup { get; init; }
    public required string UnitKind { get; init; }
    public required string UnitLevel { get; init; }
    public SignerKind Signer { get; init; }
    public Guid? SignerUnitId { get; init; }
    public required string[] Posts { get; init; }
    public string? Consult { get; init; }
    public string? Report { get; init; }
    public required string Instrument { get; init; }
    public required string Article { get; init; }
    /// <summary>The wording this one takes the place of.</summary>
    public Guid? Supersedes { get; init; }
    public Guid ProcessId { get; init; }
    public required string Reason { get; init; }

    public static AuthorityRuleRow Of(AuthorityRuleText text, Guid ruleId, DateOnly from, DateOnly? until, Guid? supersedes, Guid processId, string reason, DateTime at) => new()
    {
        RuleId = ruleId, Valid = Span.Between(from, until), Recorded = Span.KnownSince(at), Supersedes = supersedes, ProcessId = processId, Reason = reason,
        Action = text.Key.Action ?? Any, Category = text.Key.Category ?? Any, Level = text.Key.Level?.ToString() ?? Any, RankGroup = text.Key.RankGroup ?? Any,
        UnitKind = text.Key.UnitKind?.ToString() ?? Any, UnitLevel = text.Key.UnitLevel?.ToString() ?? Any,
        Signer = text.Signer, SignerUnitId = text.SignerUnitId, Posts = [.. text.Posts], Consult = text.Consult, Report = text.Report, Instrument = text.Instrument, Article = text.Article,
    };
}

/// <summary>What a rule says, without its days.</summary>
internal sealed record AuthorityRuleText(AuthorityKey Key, SignerKind Signer, Guid? SignerUnitId, IReadOnlyList<string> Posts, string? Consult, string? Report, string Instrument, string Article)
{
    public static AuthorityRuleText Of(AuthorityRule rule) => new(rule.Key, rule.Signer, rule.SignerUnitId, rule.Posts, rule.Consult, rule.Report, rule.Instrument, rule.Article);
}

/// <summary>A delegation as stored.</summary>
internal sealed class DelegationRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FromUnitId { get; init; }
    public required string FromPost { get; init; }
    public Guid FromAccountId { get; init; }
    public Guid ToUnitId { get; init; }
    public required string ToPost { get; init; }
    public Guid ToAccountId { get; init; }
    public SignsAs SignsAs { get; init; }
    public required string[] Actions { get; init; }
    public NpgsqlRange<DateOnly> Valid { get; init; }
    public required string Source { get; init; }
    public DateTime EnteredAt { get; init; }
    public Guid? EnteredBy { get; init; }
    public required string Reason { get; init; }
    public DateTime? RevokedAt { get; set; }
    public DateOnly? RevokedFrom { get; set; }
    public Guid? RevokedBy { get; set; }
    public string? RevokedReason { get; set; }
    public int Version { get; set; } = 1;
}

internal sealed class AuthorityConfigurations : IEntityTypeConfiguration<AuthorityRuleRow>, IEntityTypeConfiguration<DelegationRow>
{
    public void Configure(EntityTypeBuilder<AuthorityRuleRow> rule)
    {
        rule.ToTable("authority_rule", "organisation");
        rule.Property(r => r.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DelegationRow> delegation)
    {
        delegation.ToTable("delegation", "organisation");
        delegation.Property(d => d.Id).ValueGeneratedNever();
        delegation.Property(d => d.Version).IsConcurrencyToken();
    }
}
