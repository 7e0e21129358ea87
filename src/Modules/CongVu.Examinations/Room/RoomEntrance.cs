using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CongVu.Examinations.Room;

/// <summary>What a room asks of the machines themselves: their network, and the locked-down browser.</summary>
internal static class RoomEntrance
{
    /// <summary>Set by Safe Exam Browser; its script interface gives the same value to the page.</summary>
    public const string KeyHeader = "X-SafeExamBrowser-ConfigKeyHash";

    public static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    /// <summary>A room that names no networks takes every one.</summary>
    public static bool NetworkFits(string[] networks, string address) => networks.Length == 0 || networks.Any(n => IPNetwork.TryParse(n, out var network) && network.Contains(IPAddress.Parse(address)));

    /// <summary>The browser proves that it runs with the configuration of the room: SHA-256 over the address asked for (or of the page) and the configuration's key.</summary>
    public static bool BrowserFits(string? browserKey, HttpRequest request)
    {
        if (browserKey is not { Length: > 0 } key) return true;
        var given = Encoding.ASCII.GetBytes(request.Headers[KeyHeader].ToString().ToLowerInvariant());
        var page = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, RoomEndpoints.Page);
        return new[] { request.GetEncodedUrl(), page }.Any(url => CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Proof(url, key))));
    }

    public static string Proof(string url, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url + key.ToLowerInvariant())));
}
