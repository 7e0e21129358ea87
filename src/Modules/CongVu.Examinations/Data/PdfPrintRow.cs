using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

/// <summary>A paper that becomes a PDF. <see cref="Word"/> and <see cref="Pdf"/> are sealed.</summary>
internal sealed class PdfPrint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>Of the file, without its ending.</summary>
    public required string Name { get; init; }
    public Guid[] AskedBy { get; set; } = [];
    public required byte[] Word { get; init; }
    public byte[]? Pdf { get; set; }
    public string? Why { get; set; }
    public Guid JobId { get; set; }
    public DateTime AskedAt { get; init; }
    public DateTime KeepUntil { get; set; }
}

internal sealed class PdfPrintConfiguration : IEntityTypeConfiguration<PdfPrint>
{
    public void Configure(EntityTypeBuilder<PdfPrint> row)
    {
        row.ToTable("pdf_print", "examinations");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }
}
