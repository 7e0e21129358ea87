using CongVu.Decisions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Decisions.Data.Configurations;

internal sealed class DecisionConfigurations :
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<DecisionItem>, IEntityTypeConfiguration<DecisionEffect>,
    IEntityTypeConfiguration<DecisionAssessment>, IEntityTypeConfiguration<DecisionOverride>, IEntityTypeConfiguration<DecisionStep>,
    IEntityTypeConfiguration<DecisionAttachment>
{
    private const string Schema = "decisions";

    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decision", Schema);
        decision.Property(d => d.Inputs).HasColumnType("jsonb");
        decision.Property(d => d.PaperSha256).HasColumnName("paper_sha256");
        decision.Property(d => d.Version).IsConcurrencyToken();
        decision.Ignore(d => d.SharedInputs).Ignore(d => d.Label);
    }

    public void Configure(EntityTypeBuilder<DecisionItem> item)
    {
        item.ToTable("decision_item", Schema);
        item.Property(i => i.Inputs).HasColumnType("jsonb");
        item.Ignore(i => i.OwnInputs);
        item.HasOne<Decision>().WithMany().HasForeignKey(i => i.DecisionId);
    }

    public void Configure(EntityTypeBuilder<DecisionEffect> effect)
    {
        effect.ToTable("decision_effect", Schema);
        effect.Property(e => e.Id).ValueGeneratedNever();
        effect.Property(e => e.Payload).HasColumnType("jsonb");
        effect.Property(e => e.CorrectedPayload).HasColumnType("jsonb");
        effect.HasOne<DecisionItem>().WithMany().HasForeignKey(e => e.ItemId);
    }

    public void Configure(EntityTypeBuilder<DecisionAssessment> assessment)
    {
        assessment.ToTable("decision_assessment", Schema);
        assessment.Property(a => a.Checks).HasColumnType("jsonb");
        assessment.Property(a => a.Explanation).HasColumnType("jsonb");
        assessment.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId);
    }

    public void Configure(EntityTypeBuilder<DecisionOverride> allowed)
    {
        allowed.ToTable("decision_override", Schema);
        allowed.HasOne<Decision>().WithMany().HasForeignKey(o => o.DecisionId);
    }

    public void Configure(EntityTypeBuilder<DecisionStep> step)
    {
        step.ToTable("decision_step", Schema);
        step.HasOne<Decision>().WithMany().HasForeignKey(s => s.DecisionId);
    }

    public void Configure(EntityTypeBuilder<DecisionAttachment> attachment)
    {
        attachment.ToTable("decision_attachment", Schema);
        attachment.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId);
    }
}
