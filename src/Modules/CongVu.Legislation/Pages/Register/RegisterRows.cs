using CongVu.Law;
using CongVu.Legislation.Domain;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Legislation.Pages.Register;

/// <summary>The rows of the register and what the address asks of them; the screen and the export take the same.</summary>
internal static class RegisterRows
{
    public static IReadOnlyList<InstrumentRow> Of(LawBook book, DateOnly on)
    {
        var states = new InstrumentStates(book);
        var cited = Citations.Of(book);
        return [.. book.Instruments.Values.Select(i => new InstrumentRow(i, states.On(i, on), states.IsAmended(i, on), [.. cited[i.Number].Select(c => LawWords.AreaOf(c.Parameter.Name.Key)).Distinct()], cited[i.Number].Count()))];
    }

    public static IReadOnlyList<InstrumentRow> Filtered(IReadOnlyList<InstrumentRow> rows, TableQuery query)
    {
        var text = VietnameseText.Fold(query.Search);
        return
        [
            .. rows.Where(r => text.Length == 0 || VietnameseText.Fold($"{r.Instrument.ShortName} {r.Instrument.Title}").Contains(text, StringComparison.Ordinal))
                .Where(r => query["loai"] is not { Length: > 0 } kind || r.Instrument.Kind.ToString() == kind)
                .Where(r => query["cq"] is not { Length: > 0 } issuer || r.Instrument.Issuer == issuer)
                .Where(r => query["tt"] is not { Length: > 0 } force || r.Force.ToString() == force)
                .Where(r => query["lv"] is not { Length: > 0 } area || r.Areas.Contains(area)),
        ];
    }
}
