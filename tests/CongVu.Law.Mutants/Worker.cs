namespace CongVu.Law.Mutants;

/// <summary>Tries one mutant after the other. A test that never ends can only be ended with the process: the worker says so and leaves.</summary>
internal sealed class Worker(Func<World> make, Coverage coverage, Verdicts verdicts)
{
    public const int StartMeAgain = 3;

    private const long EnoughMemory = 1_500_000_000;

    private readonly Dictionary<string, double> _time = coverage.Tests.ToDictionary(t => t.Test, t => t.Milliseconds);

    private World? _warm;

    public int Try(IEnumerable<Mutant> mutants)
    {
        foreach (var mutant in mutants)
        {
            var passing = coverage.Tests.Where(t => t.Mutants.Contains(mutant.Id)).OrderBy(t => t.Milliseconds).Select(t => t.Test).ToList();
            var atFirst = coverage.AtFirst.Contains(mutant.Id);
            if (passing.Count == 0 && !atFirst)
            {
                verdicts.End(mutant.Id, Verdict.NoCoverage);
                continue;
            }
            verdicts.Begin(mutant.Id);
            var killer = InTheWarmWorld(mutant.Id, passing) ?? (atFirst ? InANewWorld(mutant.Id, passing) : null);
            verdicts.End(mutant.Id, killer is null ? Verdict.Survived : Verdict.Killed, killer ?? "");
            if (Environment.WorkingSet > EnoughMemory) return StartMeAgain;
        }
        return 0;
    }

    /// <summary>Everything made once was made without the mutant; quick, and right for what is reckoned anew each time.</summary>
    private string? InTheWarmWorld(int mutant, IReadOnlyList<string> tests)
    {
        if (tests.Count == 0) return null;
        while (true)
        {
            var world = _warm ??= Warm();
            world.Activate(mutant);
            var killer = FirstFailing(world, mutant, tests);
            world.Activate(null);
            // The failing test must pass again without the mutant, or the mutant before it left something behind.
            if (killer is null || Named(world, killer).Run() is null) return killer;
            _warm = null;
            if (Polluted.Add(mutant)) continue;
            return killer;
        }
    }

    private HashSet<int> Polluted { get; } = [];

    private World Warm()
    {
        var world = make();
        world.Activate(null);
        foreach (var test in world.Tests) _ = test.Run();
        return world;
    }

    private string? InANewWorld(int mutant, IReadOnlyList<string> passing)
    {
        var world = make();
        world.Activate(mutant);
        // The slow ones among those that pass it make everything they look at anew: they have had their say.
        var slow = passing.Where(t => _time[t] > 50).ToHashSet();
        return FirstFailing(world, mutant, [.. coverage.Tests.Where(t => !slow.Contains(t.Test)).OrderByDescending(t => t.Mutants.Count / (t.Milliseconds + 5)).Select(t => t.Test)]);
    }

    private string? FirstFailing(World world, int mutant, IReadOnlyList<string> tests) => tests.FirstOrDefault(t => Fails(Named(world, t), mutant));

    private static TestCase Named(World world, string name) => world.Tests.First(t => t.Name == name);

    private bool Fails(TestCase test, int mutant)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = test.Run(), maxStackSize: 4 << 20) { IsBackground = true };
        var before = Environment.CpuUsage.TotalTime;
        var limit = TimeSpan.FromSeconds(3) + (TimeSpan.FromMilliseconds(_time[test.Name]) * 10);
        thread.Start();
        while (!thread.Join(200))
        {
            if (Environment.CpuUsage.TotalTime - before < limit) continue;
            verdicts.End(mutant, Verdict.Timeout, test.Name);
            Environment.Exit(StartMeAgain);
        }
        return failure is not null;
    }
}
