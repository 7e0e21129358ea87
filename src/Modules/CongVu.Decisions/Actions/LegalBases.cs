using CongVu.Law;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>"Căn cứ" lines from the register of instruments: only those in force on the day, by rank of law and then by date.</summary>
internal sealed class LegalBases(LawBook law)
{
    private static readonly InstrumentKind[] Ranks = [InstrumentKind.Law, InstrumentKind.Ordinance, InstrumentKind.Resolution, InstrumentKind.Decree, InstrumentKind.Decision, InstrumentKind.JointCircular, InstrumentKind.Circular, InstrumentKind.Notice];

    /// <summary>Lines for those of the numbered instruments that are in the register and in force.</summary>
    public IReadOnlyList<string> On(DateOnly day, params IReadOnlyList<string> numbers) =>
        [.. numbers.Select(law.Instruments.GetValueOrDefault).OfType<Instrument>().Where(i => i.IsInForce(day))
            .OrderBy(i => Array.IndexOf(Ranks, i.Kind)).ThenBy(i => i.Issued ?? i.InForce).Select(Line)];

    private static string Line(Instrument instrument)
    {
        var issued = instrument.Issued is { } day ? $" {VnFormat.DateInWords(day)}" : "";
        if (instrument.Kind is InstrumentKind.Law or InstrumentKind.Ordinance) return $"Căn cứ {instrument.KindName} {instrument.Title} số {instrument.Number}{issued}";
        var about = char.ToLowerInvariant(instrument.Title[0]) + instrument.Title[1..];
        var link = about.StartsWith("về ", StringComparison.Ordinal) || about.StartsWith("quy định", StringComparison.Ordinal) || about.StartsWith("hướng dẫn", StringComparison.Ordinal) || about.StartsWith("sửa đổi", StringComparison.Ordinal) ? "" : "về ";
        return $"Căn cứ {instrument.KindName} số {instrument.Number}{issued} của {instrument.Issuer} {link}{about}";
    }
}
