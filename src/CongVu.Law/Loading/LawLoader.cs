using System.Collections.Frozen;
using System.Text;

namespace CongVu.Law.Loading;

/// <summary>Everything read from a law folder, before any rule has asked for its own figures.</summary>
internal sealed record LoadedLaw(IReadOnlyDictionary<string, Instrument> Instruments, IReadOnlyDictionary<string, LawParameter> Parameters);

/// <summary>
/// Reads a law folder: <c>instruments/NUMBER.yaml</c>, <c>parameters/AREA/NAME.yaml</c> (key AREA.NAME), <c>codelists/NAME.yaml</c> (key codelist.NAME).
/// <c>vectors</c> belongs to the vector runner; any other file is an orphan and an error.
/// </summary>
internal static class LawLoader
{
    public static LoadedLaw Load(string folder, LawErrors errors)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        var instruments = new InstrumentReader(errors);
        foreach (var file in files.Where(IsInstrument))
        {
            if (ReadFile(folder, file, errors) is { } root)
            {
                instruments.Read(file, root);
            }
        }
        var register = instruments.Finish();
        var parameters = new Dictionary<string, LawParameter>();
        var reader = new ParameterReader(register, errors);
        foreach (var file in files.Where(f => !IsInstrument(f) && !f.StartsWith("vectors/", StringComparison.Ordinal)))
        {
            if (KeyOf(file) is not { } key)
            {
                errors.Add(new FilePlace(file, 1), "Tệp nằm ngoài cấu trúc của thư mục law.");
            }
            else if (ReadFile(folder, file, errors) is { } root && reader.Read(file, key, root) is { } parameter)
            {
                parameters[key] = parameter;
            }
        }
        return new LoadedLaw(register, parameters.ToFrozenDictionary());
    }

    private static bool IsInstrument(string file) => file.Split('/') is ["instruments", var name] && IsYaml(name);

    private static string? KeyOf(string file) => file.Split('/') switch
    {
        ["codelists", var name] when IsYaml(name) => "codelist." + Path.GetFileNameWithoutExtension(name),
        ["parameters", .. { Length: > 0 } areas, var name] when IsYaml(name) =>
            string.Join('.', areas) + "." + Path.GetFileNameWithoutExtension(name),
        _ => null,
    };

    private static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.Ordinal);

    private static LawNode? ReadFile(string folder, string file, LawErrors errors)
    {
        using var text = new StreamReader(Path.Combine(folder, file), new UTF8Encoding(false, true));
        try
        {
            return LawYaml.Read(file, text, errors);
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new FilePlace(file, 1), "Tệp không phải là văn bản UTF-8.");
            return null;
        }
    }
}
