using CongVu.Testing;

// Says where its server is, keeps it until the caller closes our input (or ends us), then removes it.
await using var server = await ThrowAwayServer.StartAsync();
Console.WriteLine(server.ConnectionString);
using var ended = new CancellationTokenSource();
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM, signal => { signal.Cancel = true; ended.Cancel(); });
try
{
    while (await Console.In.ReadLineAsync(ended.Token) is not null)
    {
    }
}
catch (OperationCanceledException)
{
}
