using CongVu.Load;

var scenarios = typeof(ILoadScenario).Assembly.GetTypes()
    .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ILoadScenario)))
    .Select(t => (ILoadScenario)Activator.CreateInstance(t)!)
    .OrderBy(s => s.Name, StringComparer.Ordinal)
    .ToList();

if (scenarios.Find(s => args.Length > 0 && s.Name == args[0]) is not { } chosen)
{
    Console.WriteLine("Usage: dotnet run -c Release --project tests/CongVu.Load -- SCENARIO [options]");
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
return await chosen.RunAsync(args[1..], stop.Token);
