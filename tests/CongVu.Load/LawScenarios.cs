using System.Diagnostics;
using System.Globalization;
using CongVu.Law;
using CongVu.Law.Pay;

namespace CongVu.Load;

/// <summary>Reading and checking the whole law; the target is 300 ms.</summary>
internal sealed class LawLoadScenario : ILoadScenario
{
    public string Name => "law-load";

    public string Summary => "[runs=5]: time of reading and checking the whole law";

    public Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var book = LawBook.Load();
        return Task.FromResult(Measured.Runs(arguments, "load", TimeSpan.FromMilliseconds(300), () => LawBook.Load(),
            $"{book.Instruments.Count} instruments, {book.Parameters.Count} parameters"));
    }
}

/// <summary>Who is due for a raise in a year among a province's people; the target is 2 seconds for 100,000.</summary>
internal sealed class DueListScenario : ILoadScenario
{
    public string Name => "due-list";

    public string Summary => "[people=100000] [runs=5]: time of the list of step raises of a year";

    public Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var book = LawBook.Load();
        var people = Measured.Province(Measured.Number(arguments, "people", 100_000));
        var day = new DateOnly(2026, 12, 31);
        return Task.FromResult(Measured.Runs(arguments, "due list", TimeSpan.FromSeconds(2), () =>
        {
            var rule = new RegularStepRaise(book, day);
            return people.Where(p => rule.Assess(p).IsDueBy(day)).ToList();
        }, $"{people.Count:N0} people"));
    }
}

/// <summary>Pay of a month of a province's people; the target is 3 seconds for 100,000.</summary>
internal sealed class MonthlyPayScenario : ILoadScenario
{
    public string Name => "monthly-pay";

    public string Summary => "[people=100000] [runs=5]: time of the pay of a month";

    public Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var book = LawBook.Load();
        var people = Measured.Province(Measured.Number(arguments, "people", 100_000));
        return Task.FromResult(Measured.Runs(arguments, "pay", TimeSpan.FromSeconds(3), () =>
        {
            var rule = new MonthlyPay(book, new DateOnly(2026, 11, 1));
            return people.Select(p => rule.Assess(new PayHolding(p.Category, p.Table, p.Step)).Total).ToList();
        }, $"{people.Count:N0} people"));
    }
}

/// <summary>What these measurements share: people, and how a run is timed and told.</summary>
internal static class Measured
{
    public static int Number(string[] arguments, string name, int otherwise) =>
        arguments.Select(a => a.Split('=', 2)).FirstOrDefault(a => a[0] == name) is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static List<StepHolding> Province(int people) =>
    [
        .. Enumerable.Range(0, people).Select(i => new StepHolding(
            i % 3 == 0 ? StaffCategory.PublicEmployee : StaffCategory.CivilServant, i % 5 == 0 ? "B" : "A1", (i % 9) + 1, new DateOnly(2020, 1, 1).AddDays(i % 2_000))
        {
            Disciplines = i % 20 == 0 ? [new(DisciplineForm.Warning, new DateOnly(2024, 5, 5))] : [],
            NotCompletedYears = i % 30 == 0 ? [2024] : [],
        }),
    ];

    /// <summary>Runs, prints each, and compares the median with the target.</summary>
    public static int Runs<T>(string[] arguments, string what, TimeSpan target, Func<T> act, string of)
    {
        Console.WriteLine($"{what,-9} {of}; target {target.TotalMilliseconds:0} ms");
        var times = new List<double>();
        for (var run = 1; run <= Number(arguments, "runs", 5); run++)
        {
            var (clock, cpu) = (Stopwatch.StartNew(), Machine.ProcessorTime());
            var result = act();
            times.Add(clock.Elapsed.TotalMilliseconds);
            Console.WriteLine($"run {run}     {times[^1]:0} ms ({(Machine.ProcessorTime() - cpu).TotalMilliseconds:0} ms of processor)");
            GC.KeepAlive(result);
        }
        var median = times.Order().ElementAt(times.Count / 2);
        var met = median <= target.TotalMilliseconds;
        Console.WriteLine($"median    {median:0} ms; {(met ? "target met" : "TARGET MISSED")}");
        return met ? 0 : 1;
    }
}
