using System.Security.Cryptography;
using System.Text;

namespace CongVu.Examinations.Papers;

/// <summary>Hashes, the seed, and the stream of numbers drawn from it. Nothing here is secret but the values given in.</summary>
internal static class Sealing
{
    /// <summary>Separators inside a field would let two lists look alike.</summary>
    public static string Field(string text) => text.IndexOfAny(['\t', '\n', '\r']) < 0 ? text.Normalize() : throw new ArgumentException($"“{text}” có dấu tab hoặc xuống dòng.");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string BankHash(IReadOnlyList<BankEntry> bank)
    {
        var text = new StringBuilder("bank\t1\n");
        foreach (var e in bank.OrderBy(e => e.Id, StringComparer.Ordinal))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Field(e.Id)}\t{e.Hash}\t{Field(e.Topic)}\t{e.Level}\t{e.FacilityPermille}\t{string.Join(' ', e.Options.Select(Field))}\n");
        return Hash(text.ToString());
    }

    /// <summary>What is published before the sitting: everything that decides the papers, without showing any of it.</summary>
    public static string Commitment(string bankHash, string blueprintHash, byte[] boardSecret, string publicRule) =>
        Hash($"commit\t1\n{bankHash}\n{blueprintHash}\n{Convert.ToHexStringLower(SHA256.HashData(boardSecret))}\n{Field(publicRule)}\n");

    /// <summary>Neither the board alone nor the public value alone decides the seed.</summary>
    public static byte[] Seed(byte[] boardSecret, string commitment, string publicValue) =>
        HMACSHA256.HashData(boardSecret, Encoding.UTF8.GetBytes($"seed\t1\n{commitment}\n{Field(publicValue)}\n"));
}

/// <summary>Even numbers from a seed for one purpose: HMAC-SHA256(seed, label ‖ counter), eight bytes a number, biased ones thrown away.</summary>
internal sealed class SeededDraw(byte[] seed, string label)
{
    private byte[] _block = [];
    private int _at;
    private ulong _counter;

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var limit = ulong.MaxValue - (ulong.MaxValue % range + 1) % range;
        while (true)
        {
            var number = Word();
            if (number <= limit) return (int)(number % range);
        }
    }

    /// <summary>Fisher and Yates, from the last place down.</summary>
    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToArray();
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    private ulong Word()
    {
        if (_at == _block.Length)
        {
            _block = HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes($"{label}\n{_counter}\n"));
            _counter++;
            _at = 0;
        }
        var word = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(_block.AsSpan(_at));
        _at += 8;
        return word;
    }
}
