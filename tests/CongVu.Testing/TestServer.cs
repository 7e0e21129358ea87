namespace CongVu.Testing;

/// <summary>The server of this test run: the one <c>./test</c> keeps for all test programs (<c>CONGVU_TEST_PG</c>), else one of
/// this process, started on first need.</summary>
public static class TestServer
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>A role that may create databases.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CONGVU_TEST_PG") is { Length: > 0 } shared)
            return shared;
        var own = await ThrowAwayServer.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return own.ConnectionString;
    }
}
