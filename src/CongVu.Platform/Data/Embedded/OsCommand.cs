using System.Collections;
using System.Diagnostics;

namespace CongVu.Platform.Data.Embedded;

/// <summary>A program of the operating system, started without a shell: what is in a path stays in the path.</summary>
internal static class OsCommand
{
    internal sealed record Result(int ExitCode, string Output, string Errors)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>All that was said, errors first, for a message.</summary>
        public string Said => $"{Errors}\n{Output}".Trim();
    }

    public static async Task<Result> RunAsync(IReadOnlyList<string> line, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = Start(line);
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new Result(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new Result(-1, "", $"{line[0]}: no answer within {limit.TotalSeconds:0} s");
        }
    }

    /// <summary>Starts with pipes on all three streams, in <c>/</c> (the account may not be able to enter ours), in a plain
    /// locale (messages are matched) and without the caller's own PG* settings.</summary>
    public static Process Start(IReadOnlyList<string> line)
    {
        var start = new ProcessStartInfo(line[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in line.Skip(1))
            start.ArgumentList.Add(argument);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith("PG", StringComparison.Ordinal))
                start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException($"{line[0]} did not start");
    }
}
