using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Numbers;

/// <summary>
/// Gives out numbers per agency, type of document and year. The row stays locked until the caller's transaction ends, so
/// the next signer waits, and a rolled back signature gives its number back: there are no gaps.
/// </summary>
internal sealed class NumberRegister(CongVuDb db)
{
    /// <summary>The next number. Must be called inside the transaction that uses it, after everything that may refuse.</summary>
    public async Task<int> NextAsync(Guid unitId, string docType, int year, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is only given inside the transaction that uses it.");
        var numbers = await db.Database.SqlQuery<int>($"""
            insert into decisions.register(unit_id, doc_type, year, last_number) values ({unitId}, {docType}, {year}, 1)
            on conflict (unit_id, doc_type, year) do update set last_number = decisions.register.last_number + 1
            returning last_number as "Value"
            """).ToListAsync(ct);
        return numbers.Single();
    }

    /// <summary>Number and notation as printed: 05/QĐ-SNV. A number below ten takes a leading 0.</summary>
    public static string Text(int number, string docType, string symbol) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:00}/{docType}-{symbol}");
}
