using System.Globalization;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using QRCoder;

namespace CongVu.Examinations.Room;

/// <summary>The hash over all a candidate did that counts, each link over the one before: altering, leaving out or adding one entry gives another receipt.</summary>
internal static class Receipt
{
    public static string Of(string commitment, string number, IEnumerable<SeatEntry> entries)
    {
        var link = Sealing.Hash($"receipt\t1\n{Sealing.Field(commitment)}\n{Sealing.Field(number)}\n");
        foreach (var e in entries.Where(e => e.Counts).OrderBy(e => e.Epoch).ThenBy(e => e.Sequence))
            link = Sealing.Hash(string.Create(CultureInfo.InvariantCulture, $"{link}\n{e.Epoch}\t{e.Sequence}\t{e.ClockMs}\t{e.Kind}\t{e.Question ?? 0}\t{Sealing.Hash(e.Body ?? "")}\n"));
        return link;
    }

    /// <summary>What the candidate copies down: the beginning of the receipt, in fours.</summary>
    public static string Code(string receipt) => string.Join('-', receipt[..16].ToUpperInvariant().Chunk(4).Select(c => new string(c)));

    /// <summary>The whole receipt as a QR code, row by row with its margin: 1 is dark. Machines draw it; a phone reads what the published list is held against.</summary>
    public static IReadOnlyList<string> Qr(string receipt)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode($"CONGVU:{receipt.ToUpperInvariant()}", QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '1' : '0')))];
    }
}
