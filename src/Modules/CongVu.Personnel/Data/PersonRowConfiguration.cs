using CongVu.Personnel.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Personnel.Data;

internal sealed class PersonRowConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> row)
    {
        row.ToTable("person_today", "personnel");
        row.HasKey(r => r.PersonId);
        NameSearch.Declare(row.Metadata.Model);
    }
}
