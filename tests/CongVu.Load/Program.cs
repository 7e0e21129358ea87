using CongVu.Load;

var scenarios = typeof(ILoadScenario).Assembly.GetTypes()
    .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ILoadScenario)))
    .Select(t => (ILoadScenario)Activator.CreateInstance(t)!)
    .OrderBy(s => s.Name, StringComparer.Ordinal)
    .ToList();
var chosen = args.Length == 0 ? [] : scenarios.Where(s => args[0] == "all" || s.Name == args[0]).ToList();

if (chosen.Count == 0)
{
    Console.WriteLine("""
        Usage: dotnet run -c Release --project tests/CongVu.Load -- SCENARIO|all [key=value ...]
        Those over HTTP start a host of their own and know: data=FOLDER (kept, made at first use), people=100000, clients=16, requests=2000, warmup=2000, runs=1
        """);
    scenarios.ForEach(s => Console.WriteLine($"  {s.Name,-20} {s.Summary}"));
    return args.Length == 0 ? 0 : 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
Machine.Print();
var missed = 0;
foreach (var scenario in chosen) missed += await scenario.RunAsync(args[1..], stop.Token);
return missed == 0 ? 0 : 1;
