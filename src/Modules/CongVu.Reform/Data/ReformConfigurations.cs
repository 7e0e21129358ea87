using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Reform.Data;

internal sealed class ReformConfigurations : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanGroup>, IEntityTypeConfiguration<PlanTask>,
    IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<ProductUnit>, IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<UnreadLine>,
    IEntityTypeConfiguration<Occasion>, IEntityTypeConfiguration<Obligation>, IEntityTypeConfiguration<ProgressReport>, IEntityTypeConfiguration<Difficulty>
{
    // Keys are made in the application: a row with a key is new until it is saved.
    public void Configure(EntityTypeBuilder<Plan> row) { row.ToTable("plan", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.Version).IsConcurrencyToken(); }
    public void Configure(EntityTypeBuilder<PlanGroup> row) { row.ToTable("plan_group", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<PlanGroup, Plan>(row, nameof(PlanGroup.PlanId)); }
    public void Configure(EntityTypeBuilder<PlanTask> row) { row.ToTable("plan_task", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.Version).IsConcurrencyToken(); Owned<PlanTask, Plan>(row, nameof(PlanTask.PlanId)); row.HasOne<PlanGroup>().WithMany().HasForeignKey(r => r.GroupId); }
    public void Configure(EntityTypeBuilder<Product> row) { row.ToTable("product", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<Product, PlanTask>(row, nameof(Product.TaskId)); }
    public void Configure(EntityTypeBuilder<ProductUnit> row) { row.ToTable("product_unit", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<ProductUnit, Product>(row, nameof(ProductUnit.ProductId)); }
    public void Configure(EntityTypeBuilder<Target> row) { row.ToTable("target", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<Target, Plan>(row, nameof(Target.PlanId)); }
    public void Configure(EntityTypeBuilder<UnreadLine> row) { row.ToTable("unread_line", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<UnreadLine, Plan>(row, nameof(UnreadLine.PlanId)); }
    public void Configure(EntityTypeBuilder<Occasion> row) { row.ToTable("occasion", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<Occasion, Product>(row, nameof(Occasion.ProductId)); }
    public void Configure(EntityTypeBuilder<Obligation> row) { row.ToTable("obligation", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); Owned<Obligation, Product>(row, nameof(Obligation.ProductId)); }
    public void Configure(EntityTypeBuilder<ProgressReport> row) { row.ToTable("progress_report", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.Version).IsConcurrencyToken(); Owned<ProgressReport, Obligation>(row, nameof(ProgressReport.ObligationId)); }
    public void Configure(EntityTypeBuilder<Difficulty> row) { row.ToTable("difficulty", "reform"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.Version).IsConcurrencyToken(); Owned<Difficulty, PlanTask>(row, nameof(Difficulty.TaskId)); }

    // Only so that rows are saved in an order the foreign keys of the schema allow.
    private static void Owned<TRow, TOwner>(EntityTypeBuilder<TRow> row, string key) where TRow : class where TOwner : class =>
        row.HasOne<TOwner>().WithMany().HasForeignKey(key);
}
