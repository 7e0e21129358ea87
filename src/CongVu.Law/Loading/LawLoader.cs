using System.Collections.Frozen;
using System.Text;

namespace CongVu.Law.Loading;

/// <summary>Everything read from a law folder, before any rule has asked for its own figures.</summary>
internal sealed record LoadedLaw(IReadOnlyDictionary<string, Instrument> Instruments, IReadOnlyDictionary<string, LawParameter> Parameters);

/// <summary>One document, read as YAML: a file of the folder or an overlay.</summary>
internal sealed record LawDocument(string File, LawNode Root, bool IsOverlay);

/// <summary>
/// Reads a law folder: <c>instruments/NUMBER.yaml</c>, <c>parameters/AREA/NAME.yaml</c> (key AREA.NAME), <c>codelists/NAME.yaml</c> (key codelist.NAME),
/// <c>procedures/NAME.yaml</c> (key procedure.NAME). <c>vectors</c> belongs to the vector runner; any other file is an orphan and an error.
/// </summary>
internal static class LawLoader
{
    public static LoadedLaw Load(string folder, IEnumerable<LawOverlay> overlays, LawErrors errors)
    {
        var documents = FilesOf(folder, errors).Concat(overlays.Select(o => Of(o, errors))).OfType<LawDocument>().ToList();
        var instruments = new InstrumentReader(errors);
        foreach (var document in documents.Where(d => IsInstrument(d.File)))
        {
            instruments.Read(document.File, document.Root, document.IsOverlay);
        }
        var register = instruments.Finish();
        var parameters = new Dictionary<string, LawParameter>();
        var reader = new ParameterReader(register, errors);
        foreach (var same in documents.Where(d => !IsInstrument(d.File)).GroupBy(d => KeyOf(d.File)!))
        {
            if (reader.Read(same.Key, [.. same]) is { } parameter)
            {
                parameters[same.Key] = parameter;
            }
        }
        return new LoadedLaw(register, parameters.ToFrozenDictionary());
    }

    private static IEnumerable<LawDocument?> FilesOf(string folder, LawErrors errors)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("vectors/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            yield return HasPlace(file, errors) && ReadFile(folder, file, errors) is { } root ? new LawDocument(file, root, IsOverlay: false) : null;
        }
    }

    private static LawDocument? Of(LawOverlay overlay, LawErrors errors)
    {
        using var text = new StringReader(overlay.Text);
        return HasPlace(overlay.Path, errors) && LawYaml.Read(overlay.Path, text, errors) is { } root ? new LawDocument(overlay.Path, root, IsOverlay: true) : null;
    }

    private static bool HasPlace(string file, LawErrors errors)
    {
        if (IsInstrument(file) || KeyOf(file) is not null)
        {
            return true;
        }
        errors.Add(new FilePlace(file, 1), "Tệp nằm ngoài cấu trúc của thư mục law.");
        return false;
    }

    private static bool IsInstrument(string file) => file.Split('/') is ["instruments", var name] && IsYaml(name);

    private static string? KeyOf(string file) => file.Split('/') switch
    {
        ["codelists", var name] when IsYaml(name) => "codelist." + Path.GetFileNameWithoutExtension(name),
        ["procedures", var name] when IsYaml(name) => Procedure.KeyPrefix + Path.GetFileNameWithoutExtension(name),
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
