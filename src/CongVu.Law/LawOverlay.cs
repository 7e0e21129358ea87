using CongVu.Law.Loading;

namespace CongVu.Law;

/// <summary>
/// One document of law data handed in beside the folder: what the province decided itself, or a national value entered before it is in the files. Same form
/// and same checks as a file; errors name <see cref="Path"/> and line.
/// </summary>
/// <param name="Path">Where the document would stand in the law folder: <c>instruments/12-2026-NQ-HDND.yaml</c>, <c>parameters/pay/local-support.yaml</c>.</param>
/// <param name="Text">The YAML text.</param>
public sealed record LawOverlay(string Path, string Text)
{
    /// <summary>An instrument, at the place its number gives it.</summary>
    public static LawOverlay OfInstrument(string number, string text) => new("instruments/" + InstrumentReader.FileNameOf(number), text);

    /// <summary>A parameter, or further values of one that has a file, at the place its key gives it.</summary>
    public static LawOverlay OfParameter(string key, string text) => new("parameters/" + key.Replace('.', '/') + ".yaml", text);
}
