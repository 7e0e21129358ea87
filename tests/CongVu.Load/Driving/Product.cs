using System.Diagnostics;

namespace CongVu.Load.Driving;

/// <summary>The built programs of this checkout.</summary>
internal static class Product
{
    private static readonly string Root = FindRoot();

    public static string Host => Built("CongVu.Host", "CongVu.Host.dll");

    public static string Tool => Built("CongVu.Cli", "congvu.dll");

    /// <summary>Starts one of them with a data folder and what else is to be in its environment; its output goes to the log.</summary>
    public static Process Start(string program, string[] arguments, IReadOnlyDictionary<string, string> environment, TextWriter log)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(program)) start.ArgumentList.Add(argument);
        // What this shell is set to must not lead to somebody's real data.
        start.Environment.Remove("ConnectionStrings__CongVu");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += Write;
        process.ErrorDataReceived += Write;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Write(object _, DataReceivedEventArgs e)
        {
            if (e.Data is not null) lock (log) log.WriteLine(e.Data);
        }
    }

    private static string Built(string project, string file)
    {
        var path = Path.Combine(Root, "src", project, "bin", "Release", "net10.0", file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not there: measure a Release build (dotnet run -c Release).");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CongVu.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Measurements run from a checkout.");
    }
}
