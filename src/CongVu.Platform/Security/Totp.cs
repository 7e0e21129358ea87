using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CongVu.Platform.Security;

/// <summary>Time-based one-time codes of RFC 6238: SHA-1, 30 seconds, six digits.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>A new random secret of 160 bits in base 32.</summary>
    public static string NewSecret() => ToBase32(RandomNumberGenerator.GetBytes(20));

    /// <summary>The code for a 30-second step.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps implement it is HMAC-SHA-1.
        var hash = HMACSHA1.HashData(FromBase32(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step an instant falls in.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>
    /// The step whose code this is, one step of clock drift either way, or null. Steps up to and including
    /// <paramref name="lastUsed"/> are refused: a code serves once.
    /// </summary>
    public static long? Match(string secret, string code, DateTimeOffset now, long lastUsed)
    {
        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        if (typed.Length != 6) return null;
        var current = StepOf(now);
        for (var step = current - 1; step <= current + 1; step++)
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(typed), System.Text.Encoding.ASCII.GetBytes(Code(secret, step))))
                return step;
        return null;
    }

    /// <summary>The address an authenticator app reads from a QR code.</summary>
    public static string EnrolmentUri(string userName, string secret) =>
        $"otpauth://totp/CongVu:{Uri.EscapeDataString(userName)}?secret={secret}&issuer=CongVu&digits=6&period=30";

    private static string ToBase32(byte[] bytes)
    {
        var result = new System.Text.StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = ((buffer << 8) | b) & 0xFFFF;
            bits += 8;
            while (bits >= 5) { bits -= 5; result.Append(Base32[(buffer >> bits) & 31]); }
        }
        if (bits > 0) result.Append(Base32[(buffer << (5 - bits)) & 31]);
        return result.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var result = new List<byte>(text.Length * 5 / 8);
        int buffer = 0, bits = 0;
        foreach (var c in text)
        {
            buffer = ((buffer << 5) | Base32.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8) { bits -= 8; result.Add((byte)((buffer >> bits) & 0xFF)); }
        }
        return [.. result];
    }
}
