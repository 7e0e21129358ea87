using System.Globalization;

namespace CongVu.Platform.Data.Embedded;

/// <summary>What a running server says of itself in <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile(int Pid, int Port, string SocketFolder, string Status)
{
    public bool IsReady => Status == "ready";

    /// <summary>Null when there is no such file or it is not written to the end yet.</summary>
    public static PostmasterFile? Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        return lines is [var pid, _, _, var port, var sockets, ..] && Number(pid, out var p) && Number(port, out var n)
            ? new PostmasterFile(p, n, sockets, lines.Length > 7 ? lines[7].Trim() : "")
            : null;

        static bool Number(string text, out int value) =>
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>True while that process lives and is the server of <paramref name="cluster"/>: after a crash of the machine the
    /// number may belong to anyone, another PostgreSQL included.</summary>
    public bool IsServerOf(string cluster)
    {
        try
        {
            // "pid (name) state …": the name may hold blanks and brackets, so look from the last bracket on.
            var stat = File.ReadAllText($"/proc/{Pid}/stat");
            var end = stat.LastIndexOf(')');
            if (stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..end] != "postgres" || stat[end + 2] is 'Z' or 'X')
                return false;
            return File.ReadAllText($"/proc/{Pid}/cmdline").Split('\0').Contains(cluster)
                || new FileInfo($"/proc/{Pid}/cwd").LinkTarget == cluster;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
