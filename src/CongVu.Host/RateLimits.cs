namespace CongVu.Host;

/// <summary>Names of rate limits that pages refer to.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
}
