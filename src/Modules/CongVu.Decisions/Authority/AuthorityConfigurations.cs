using CongVu.Decisions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Decisions.Authority;

internal sealed class AuthorityConfigurations : IEntityTypeConfiguration<WrongAuthority>, IEntityTypeConfiguration<AuthorityHandling>
{
    public void Configure(EntityTypeBuilder<WrongAuthority> finding)
    {
        finding.ToTable("authority_finding", "decisions");
        finding.Property(f => f.Version).IsConcurrencyToken();
        finding.HasOne<Decision>().WithMany().HasForeignKey(f => f.DecisionId);
    }

    public void Configure(EntityTypeBuilder<AuthorityHandling> handling)
    {
        handling.ToTable("authority_handling", "decisions");
        handling.HasOne<WrongAuthority>().WithMany().HasForeignKey(h => h.FindingId);
    }
}
