using System.Globalization;

namespace CongVu.Load;

/// <summary>What may be said behind the name of a scenario, as <c>key=value</c>.</summary>
internal sealed class LoadOptions(string[] arguments)
{
    private readonly Dictionary<string, string> _given = arguments.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[^1], StringComparer.Ordinal);

    /// <summary>People of the practice province, when it has to be made.</summary>
    public int People => Number("people", 100_000);

    /// <summary>Clients that ask at the same time, each waiting for its answer before it asks again.</summary>
    public int Clients => Number("clients", 16);

    /// <summary>Requests measured, of all clients together.</summary>
    public int Requests => Number("requests", 2000);

    /// <summary>Requests before that, not measured: code gets compiled, caches filled.</summary>
    public int WarmUp => Number("warmup", 2000);

    /// <summary>A data folder that is kept: made with a province at the first use, taken as it is later. None: a temporary one.</summary>
    public string? Data => _given.GetValueOrDefault("data");

    public int Number(string key, int otherwise) => int.Parse(_given.GetValueOrDefault(key) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public string? Text(string key) => _given.GetValueOrDefault(key);
}
