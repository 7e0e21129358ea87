using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace CongVu.Platform.Security;

/// <summary>A sign-in account, usually of one person.</summary>
public sealed class Account
{
    /// <summary>Key, made by the client.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Lower-case sign-in name.</summary>
    public required string UserName { get; set; }
    /// <summary>Name shown in the header and in histories.</summary>
    public required string DisplayName { get; set; }
    /// <summary>Short unit name shown beside the display name.</summary>
    public string UnitLabel { get; set; } = "";
    /// <summary>The person whose own record this account may see.</summary>
    public Guid? PersonId { get; set; }
    /// <summary>Hash by the framework's password hasher.</summary>
    public string PasswordHash { get; set; } = "";
    /// <summary>Protected second-factor secret; null until enrolled.</summary>
    public string? TotpSecret { get; set; }
    /// <summary>Last one-time step used, so that a code serves once.</summary>
    public long TotpLastStep { get; set; }
    /// <summary>True until the owner chose a password.</summary>
    public bool MustChangePassword { get; set; }
    /// <summary>Wrong passwords in a row.</summary>
    public int FailedCount { get; set; }
    /// <summary>End of a lock-out.</summary>
    public DateTime? LockedUntil { get; set; }
    /// <summary>Since when the account is closed.</summary>
    public DateTime? DisabledAt { get; set; }
    /// <summary>Why it was closed.</summary>
    public string? DisabledReason { get; set; }
    /// <summary>When it was opened.</summary>
    public DateTime CreatedAt { get; init; }
    /// <summary>Optimistic lock.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A role over a unit subtree for a range of days. Rows are revoked, never deleted.</summary>
public sealed class RoleGrant
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Who holds it.</summary>
    public Guid AccountId { get; init; }
    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }
    /// <summary>Root of the unit subtree; null is the whole province.</summary>
    public Guid? UnitId { get; init; }
    /// <summary>Data classes beyond those of the role.</summary>
    public string[] ExtraClasses { get; init; } = [];
    /// <summary>Days it is in force.</summary>
    public NpgsqlRange<DateOnly> Valid { get; init; }
    /// <summary>Who gave it.</summary>
    public Guid GrantedBy { get; init; }
    /// <summary>When.</summary>
    public DateTime GrantedAt { get; init; }
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
    /// <summary>When it was taken back.</summary>
    public DateTime? RevokedAt { get; set; }
    /// <summary>By whom.</summary>
    public Guid? RevokedBy { get; set; }
    /// <summary>Why.</summary>
    public string? RevokedReason { get; set; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account", "platform");
        account.Property(a => a.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RoleGrant> grant) => grant.ToTable("role_grant", "platform");
}
