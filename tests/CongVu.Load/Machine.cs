using System.Runtime;
using System.Runtime.InteropServices;

namespace CongVu.Load;

/// <summary>The conditions under which a figure was measured; without them it means nothing.</summary>
internal static class Machine
{
    public static void Print()
    {
        Console.WriteLine($"machine   {Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024 * 1024.0):0.0} GB");
        Console.WriteLine($"system    {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {Build()} build");
        if (LoadAverage() is { } load)
        {
            Console.WriteLine($"busy      load average before the run {load}");
        }
    }

    /// <summary>Resident memory of this process in bytes: now, and the highest it has been.</summary>
    public static (long Now, long Peak) Memory()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        process.Refresh();
        return (process.WorkingSet64, process.PeakWorkingSet64);
    }

    /// <summary>Processor time this process has used: on a busy machine it tells more than the clock.</summary>
    public static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string? LoadAverage() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : null;

    private static string Build() => typeof(Machine).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyConfigurationAttribute), false)
        .Cast<System.Reflection.AssemblyConfigurationAttribute>().FirstOrDefault()?.Configuration ?? "unknown";
}
