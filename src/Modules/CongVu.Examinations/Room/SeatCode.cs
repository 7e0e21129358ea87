using System.Security.Cryptography;
using System.Text;

namespace CongVu.Examinations.Room;

/// <summary>The code on a seat card, and the one-time code for another machine: short enough to type, long enough that guessing over the network is hopeless.</summary>
internal static class SeatCode
{
    /// <summary>No 0, O, 1, I, L: they are mistaken for one another on paper.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Length = 8;

    /// <summary>A new code, as printed: <c>ABCD-EFGH</c>.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length).Insert(Length / 2, "-");

    /// <summary>What is stored of a code. The seat is part of it, so equal codes of two seats do not look alike.</summary>
    public static string Hash(Guid seatId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"seat-code\t1\n{seatId}\n{Normal(code)}")));

    /// <summary>Compares in the same time whether the first or the last digit is wrong.</summary>
    public static bool Fits(Guid seatId, string code, string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(seatId, code)), Encoding.ASCII.GetBytes(hash));

    /// <summary>As typed by people: any case, with or without the dash.</summary>
    private static string Normal(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
