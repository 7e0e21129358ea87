using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CongVu.Decisions.Contracts;

/// <summary>
/// Ids of planned effects follow from the item they belong to, so that planning again (at every check) gives the same
/// effects the same ids.
/// </summary>
public static class EffectIds
{
    /// <summary>Id of the n-th effect of an item.</summary>
    public static Guid Of(Guid itemId, int ordinal)
    {
        Span<byte> source = stackalloc byte[20];
        itemId.TryWriteBytes(source);
        BinaryPrimitives.WriteInt32LittleEndian(source[16..], ordinal);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(source, hash);
        return new Guid(hash[..16]);
    }
}
