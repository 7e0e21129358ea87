namespace CongVu.Load;

/// <summary>One measurement, started by its name. Every class that implements this is found and offered.</summary>
internal interface ILoadScenario
{
    /// <summary>What is typed to start it.</summary>
    string Name { get; }

    /// <summary>What it measures, and its options, on one line.</summary>
    string Summary { get; }

    /// <summary>Measures and prints. The result is 0 where the target is met, 1 where it is not.</summary>
    Task<int> RunAsync(string[] arguments, CancellationToken ct);
}
