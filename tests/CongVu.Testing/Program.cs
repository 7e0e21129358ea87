using System.Runtime.InteropServices;
using CongVu.Platform.Data.Embedded;
using CongVu.Testing;

// Says where its server is and keeps it until the caller closes our input (or ends us). With a folder it is a host on that data,
// for tests that kill one; without, it holds a throw-away server for all test programs of a run.
var (server, address) = args is [var folder] ? await HostOnAsync(folder) : await ThrowAwayAsync();
await using var held = server;
Console.WriteLine(address);
using var ended = new CancellationTokenSource();
void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ended.Cancel();
}
using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
try
{
    while (await Console.In.ReadLineAsync(ended.Token) is not null)
    {
    }
}
catch (OperationCanceledException)
{
}

static async Task<(IAsyncDisposable Server, string Address)> HostOnAsync(string folder)
{
    var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder });
    return (server, server.ConnectionString);
}

static async Task<(IAsyncDisposable Server, string Address)> ThrowAwayAsync()
{
    var server = await ThrowAwayServer.StartAsync();
    return (server, server.ConnectionString);
}
