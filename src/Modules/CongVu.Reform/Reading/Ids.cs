using System.Security.Cryptography;
using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>Short identifiers that come out the same whenever the same text is read.</summary>
internal static class Ids
{
    public static string Of(string kind, params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)));
        return kind[..1] + Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }
}
