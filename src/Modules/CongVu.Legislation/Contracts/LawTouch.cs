using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Legislation.Domain;
using CongVu.Platform.Text;

namespace CongVu.Legislation.Contracts;

/// <summary>Something that happened to an instrument on a day: it ended, was acted upon by another, or a figure that rested on it got another value.</summary>
/// <param name="Instrument">Number of the instrument touched.</param>
/// <param name="Articles">The articles touched, as written; null when all of it is, or nobody has said which.</param>
/// <param name="From">The day.</param>
/// <param name="Words">What happened, in Vietnamese: "Điều 7 của Nghị định … được sửa đổi, bổ sung bởi … từ ngày …".</param>
/// <param name="Key">The parameter, when it is a figure that changed.</param>
public sealed record LawTouch(string Instrument, string? Articles, DateOnly From, string Words, string? Key = null)
{
    /// <summary>Whether somebody who relies on this article (null: on the instrument as a whole) has to look again.</summary>
    public bool Concerns(string? provision) => provision is null || Provisions.In(Articles) is not { Count: > 0 } touched || touched.Contains(provision);
}

/// <summary>Everything that happens to the instruments of a law book, by number; worked out once for a book.</summary>
public static class LawTouches
{
    private static readonly ConditionalWeakTable<LawBook, ILookup<string, LawTouch>> Known = [];

    /// <summary>By number of the instrument, earliest first.</summary>
    public static ILookup<string, LawTouch> Of(LawBook book) => Known.GetValue(book, static b => All(b).Distinct().OrderBy(t => t.From).ToLookup(t => t.Instrument));

    private static IEnumerable<LawTouch> All(LawBook book)
    {
        foreach (var instrument in book.Instruments.Values)
        {
            if (instrument.Ceases is { } ceased) yield return new LawTouch(instrument.Number, null, ceased, $"{instrument.ShortName} hết hiệu lực từ ngày {VnFormat.Date(ceased)}");
            foreach (var relation in instrument.Relations.Where(r => r.Kind != RelationKind.Details)) yield return OfRelation(book, instrument, relation);
        }
        foreach (var parameter in book.Parameters.Values)
            foreach (var value in parameter.Values.Values.Where(v => v.Until is not null))
                foreach (var touch in OfValue(book, parameter, value, value.Until!.Value)) yield return touch;
    }

    private static LawTouch OfRelation(LawBook book, Instrument acting, InstrumentRelation relation)
    {
        var (from, target) = (relation.From ?? acting.InForce, book.Instruments[relation.Target].ShortName);
        var note = relation.Note is { } said ? $" ({said})" : "";
        var act = LawWords.ActedOn(relation.Kind);
        return new LawTouch(relation.Target, relation.Articles, from, $"{(relation.Articles is { } articles ? articles + " của " : "")}{target}{note} {char.ToLowerInvariant(act[0])}{act[1..]} {acting.ShortName} từ ngày {VnFormat.Date(from)}");
    }

    // A figure that gets another value, or ends: what said the old one no longer says what holds. An instrument that ends on that day is told as a whole.
    private static IEnumerable<LawTouch> OfValue(LawBook book, LawParameter parameter, Dated<object> value, DateOnly until)
    {
        var next = parameter.Values.Values.FirstOrDefault(v => v.From == until);
        foreach (var source in Replaced(value, next).Distinct())
        {
            var instrument = book.Instruments[source.Instrument];
            if (instrument.Ceases <= until) continue;
            var by = next is not null && next.Source != source ? $" theo {next.Source.Text}" : "";
            yield return new LawTouch(source.Instrument, source.Article, until, $"{source.Article} của {instrument.ShortName}: “{parameter.Name.Name}” {(next is null ? "không còn quy định" : "có giá trị khác")} từ ngày {VnFormat.Date(until)}{by}", parameter.Name.Key);
        }
    }

    private static IEnumerable<Citation> Replaced(Dated<object> value, Dated<object>? next)
    {
        if (value.Value is LawTable was && next?.Value is LawTable becomes)
        {
            var kept = becomes.Rows.Select(Row).ToHashSet();
            var gone = was.Rows.Where(r => !kept.Contains(Row(r))).Select(r => r.Source).ToList();
            return gone.Count > 0 || becomes.Rows.Count == was.Rows.Count ? gone : [value.Source];
        }
        return next is not null && Equals(next.Value, value.Value) && next.Source == value.Source ? [] : [value.Source];
    }

    private static (string, DateOnly?, DateOnly?) Row(LawRow row) => (row.Canonical(), row.From, row.Until);
}
