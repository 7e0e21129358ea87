using CongVu.Platform.Data.Embedded;

namespace CongVu.Cli;

/// <summary>What the user asked for cannot be done as typed; the message says how to type it.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Finds and runs the command. Exit codes: 0 done, 1 the check failed or the input is bad, 2 wrong usage.</summary>
internal static class Commands
{
    private static readonly Command[] All =
    [
        new MigrateCommand(),
        new SampleCommand(),
        new AccountsCommand(),
        new PlanReadCommand(),
        new ExamImportCommand(),
        new ExamExportCommand(),
        new ExamScoreCommand(),
        new ExamDrawCommand(),
        new ExamVerifyCommand(),
        new VerifyAuditCommand(),
        new LawCheckCommand(),
        new LawVectorsCommand(),
        new LawExplainCommand(),
    ];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var command = All.FirstOrDefault(c => Matches(c, args));
        if (command is null || args.Contains("--help"))
        {
            var wants = args is [] or ["--help" or "-h" or "help"] || args.Contains("--help");
            await (wants ? output : errors).WriteLineAsync(Usage(command));
            return wants ? 0 : 2;
        }
        try
        {
            return await command.RunAsync(new Arguments(args[command.Name.Split(' ').Length..]), output, errors, ct);
        }
        catch (UsageException e)
        {
            await errors.WriteLineAsync($"{e.Message}\n{command.Usage}");
            return 2;
        }
        catch (EmbeddedPostgresException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Đã dừng theo yêu cầu.");
            return 130;
        }
    }

    private static bool Matches(Command command, string[] args)
    {
        var words = command.Name.Split(' ');
        return args.Length >= words.Length && args.AsSpan(0, words.Length).SequenceEqual(words);
    }

    private static string Usage(Command? one) => one is not null ? one.Usage
        : "Cách dùng: ./congvu LỆNH [tham số]\n\n" + string.Join('\n', All.Select(c => $"  {c.Usage}\n      {c.About}"));
}

/// <summary>One command of the tool.</summary>
internal abstract class Command
{
    /// <summary>Words that call it, e.g. <c>plan read</c>.</summary>
    public abstract string Name { get; }
    /// <summary>How to type it.</summary>
    public abstract string Usage { get; }
    /// <summary>What it does, one Vietnamese line.</summary>
    public abstract string About { get; }
    /// <summary>Runs it; the result is the exit code.</summary>
    public abstract Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct);
}

/// <summary>Arguments after the command's words: options <c>--name value</c>, flags <c>--name</c>, and positional ones.</summary>
internal sealed class Arguments(string[] args)
{
    private readonly List<string> _rest = [.. args];

    /// <summary>True when the flag is there; takes it.</summary>
    public bool Flag(string name) => _rest.Remove("--" + name);

    /// <summary>Value of an option, or null; takes both words.</summary>
    public string? Option(string name)
    {
        var at = _rest.IndexOf("--" + name);
        if (at < 0) return null;
        if (at + 1 >= _rest.Count) throw new UsageException($"Thiếu giá trị sau --{name}.");
        var value = _rest[at + 1];
        _rest.RemoveRange(at, 2);
        return value;
    }

    /// <summary>A whole-number option.</summary>
    public int Number(string name, int otherwise) =>
        Option(name) is not { } text ? otherwise
        : int.TryParse(text, out var number) && number >= 0 ? number
        : throw new UsageException($"--{name} phải là số nguyên không âm, không phải “{text}”.");

    /// <summary>The next positional argument.</summary>
    public string Next(string what)
    {
        if (_rest.Count == 0 || _rest[0].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"Thiếu {what}.");
        var value = _rest[0];
        _rest.RemoveAt(0);
        return value;
    }

    /// <summary>The next positional argument, or null when there is none.</summary>
    public string? Optional() => _rest.Count == 0 ? null : Next("");

    /// <summary>Refuses anything not taken.</summary>
    public void End()
    {
        if (_rest.Count > 0) throw new UsageException($"Không hiểu “{_rest[0]}”.");
    }
}
