using System.Globalization;

namespace CongVu.Load.Driving;

/// <summary>Processor time used so far.</summary>
internal readonly record struct ProcessorTimes(TimeSpan Host, TimeSpan Database, TimeSpan Generator)
{
    public static ProcessorTimes operator -(ProcessorTimes a, ProcessorTimes b) => new(a.Host - b.Host, a.Database - b.Database, a.Generator - b.Generator);

    public TimeSpan Server => Host + Database;
}

/// <summary>Reads what the kernel says about processes: on a busy machine processor time tells more than the clock.</summary>
internal static class Processors
{
    private static readonly double Tick = 1.0 / 100; // USER_HZ, the same on every Linux this runs on

    /// <summary>Of the hosts, the database server with its sessions (ended ones included), and of this program.</summary>
    public static ProcessorTimes Now(IEnumerable<int> hosts, int postmaster) => new(hosts.Aggregate(TimeSpan.Zero, (sum, host) => sum + Of(host, children: false)), Database(postmaster), Machine.ProcessorTime());

    /// <summary>Resident memory of a process in bytes.</summary>
    public static long Resident(int process) => long.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    private static TimeSpan Database(int postmaster)
    {
        var sum = Of(postmaster, children: true);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var process) && Parent(process) == postmaster) sum += Of(process, children: false);
        return sum;
    }

    private static TimeSpan Of(int process, bool children)
    {
        var fields = Stat(process);
        if (fields.Length == 0) return TimeSpan.Zero;
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        if (children) ticks += long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks * Tick);
    }

    private static int? Parent(int process) => Stat(process) is { Length: > 1 } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : null;

    // Fields from the third on; the second, the program's name, may hold spaces.
    private static string[] Stat(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException) { return []; }
    }
}
