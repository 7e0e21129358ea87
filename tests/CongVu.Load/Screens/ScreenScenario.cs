using CongVu.Load.Driving;

namespace CongVu.Load.Screens;

/// <summary>A screen asked for by many clients at once, each signed in as a practice account.</summary>
internal abstract class ScreenScenario : ILoadScenario
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    /// <summary>Accounts of the clients, handed out in turn.</summary>
    protected virtual IReadOnlyList<string> Accounts { get; } = ["snv", "hr.sxd", "thanhtra", "gd.snv", "snv2", "chutich", "hr.phuong"];

    /// <summary>Within so many milliseconds 95 of 100 answers are to come.</summary>
    protected abstract int Target { get; }

    /// <summary>What one client does beforehand, not measured: looks for what it will open.</summary>
    protected virtual Task PrepareAsync(Client client, CancellationToken ct) => Task.CompletedTask;

    /// <summary>One measured request of a client.</summary>
    protected abstract Task AskAsync(Client client, int number, CancellationToken ct);

    /// <summary>Looks afterwards whether what was asked for was done.</summary>
    protected virtual Task VerifyAsync(Client client, CancellationToken ct) => Task.CompletedTask;

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        await installation.WaitForImportAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}");
        Console.WriteLine($"{Name,-9} {Summary}; {options.Clients} clients in a closed loop on the same machine, target p95 <= {Target} ms");
        using var clients = new SignedIn(installation.Address, Accounts, options.Clients);
        await BeginAsync(clients.All, options.WarmUp, ct);
        var met = false;
        for (var run = 1; run <= options.Number("runs", 1); run++)
        {
            var before = installation.Processors();
            var (latencies, took) = await ClosedLoop.RunAsync(clients.All, options.Requests, AskAsync, ct);
            var used = installation.Processors() - before;
            met |= latencies.Within(0.95) <= Target;
            Console.WriteLine($"run {run}     {latencies}; {latencies.Count / took.TotalSeconds:0} requests/s; server processor per request {Per(used.Server)} ms (host {Per(used.Host)}, PostgreSQL {Per(used.Database)}), generator {Per(used.Generator)} ms");
            Console.WriteLine($"          of {Environment.ProcessorCount * took.TotalSeconds:0.0} s of processor there were, host and PostgreSQL got {used.Server.TotalSeconds:0.0} s, the generator {used.Generator.TotalSeconds:0.0} s");

            string Per(TimeSpan time) => (time.TotalMilliseconds / latencies.Count).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        }
        foreach (var client in clients.All) await VerifyAsync(client, ct);
        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }

    /// <summary>A few requests against a host that already runs: whether the scenario still fits the screens, no figures.</summary>
    internal async Task SmokeAsync(Uri address, int clients, int requests, CancellationToken ct)
    {
        using var signedIn = new SignedIn(address, Accounts, clients);
        await BeginAsync(signedIn.All, requests, ct);
        foreach (var client in signedIn.All) await VerifyAsync(client, ct);
    }

    private async Task BeginAsync(IReadOnlyList<Client> clients, int warmUp, CancellationToken ct)
    {
        foreach (var client in clients)
        {
            await client.SignInAsync(ct);
            await PrepareAsync(client, ct);
        }
        await ClosedLoop.RunAsync(clients, warmUp, AskAsync, ct);
    }

    private sealed class SignedIn(Uri address, IReadOnlyList<string> accounts, int count) : IDisposable
    {
        public IReadOnlyList<Client> All { get; } = [.. Enumerable.Range(0, count).Select(n => new Client(address, accounts[n % accounts.Count], n))];

        public void Dispose()
        {
            foreach (var client in All) client.Dispose();
        }
    }
}
