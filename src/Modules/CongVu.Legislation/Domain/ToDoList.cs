using CongVu.Law;
using CongVu.Legislation.Contracts;

namespace CongVu.Legislation.Domain;

/// <summary>Why something waits for the legal officer.</summary>
internal enum ToDoKind { Wrong, Recalled, Stale, Ceased, Gap }

/// <summary>One thing to do.</summary>
/// <param name="Target">Key of the parameter, or number of the instrument.</param>
/// <param name="From">Start of the value; null for an instrument.</param>
/// <param name="Since">The day that makes it pressing: last comparison, day of ceasing, start of the gap.</param>
/// <param name="InUse">It concerns the law of today.</param>
internal sealed record ToDoLine(ToDoKind Kind, string Target, DateOnly? From, string Name, string Detail, DateOnly Since, Confidence? Confidence, bool InUse)
{
    public string Id => $"{Kind}|{Target}|{From:yyyy-MM-dd}";
}

/// <summary>What the legal officer has to compare, renew or find, from the law in use and the comparisons recorded.</summary>
internal sealed class ToDoList(LawInUse law)
{
    /// <summary>Gaps that start within so many months are told.</summary>
    public const int MonthsAhead = 6;

    public IReadOnlyList<ToDoLine> On(DateOnly today, DateTime? knownAt)
    {
        var book = law.KnownAt(knownAt);
        var states = new InstrumentStates(book);
        var lines = new List<ToDoLine>();
        foreach (var parameter in book.Parameters.Values.OrderBy(p => p.Name.Key, StringComparer.Ordinal))
        {
            foreach (var value in parameter.Values.Values) lines.AddRange(OfValue(parameter, value, states, book, today, knownAt));
            lines.AddRange(parameter.Values.Gaps.Where(g => (g.Until is null || g.Until > today) && g.From <= today.AddMonths(MonthsAhead)).Select(g =>
                new ToDoLine(ToDoKind.Gap, parameter.Name.Key, g.From, parameter.Name.Name, $"Từ {LawDay.Format(g.From)}: {g.Reason}", g.From, null, g.From <= today)));
        }
        lines.AddRange(book.Instruments.Values.SelectMany(i => OfInstrument(i, today, knownAt)));
        return [.. lines.OrderBy(l => l.Kind).ThenByDescending(l => l.InUse).ThenByDescending(l => l.Confidence).ThenBy(l => l.Since).ThenBy(l => l.Target, StringComparer.Ordinal)];
    }

    private IEnumerable<ToDoLine> OfValue(LawParameter parameter, Dated<object> value, InstrumentStates states, LawBook book, DateOnly today, DateTime? knownAt)
    {
        var standing = law.Comparisons.Of(parameter, value, knownAt);
        var inUse = value.Until is null || value.Until > today;
        var what = $"{LawWords.Short(parameter, value.Value)}, từ {LawDay.Format(value.From)} ({value.Source})";
        ToDoLine Line(ToDoKind kind, string detail, DateOnly since) => new(kind, parameter.Name.Key, value.From, parameter.Name.Name, detail, since, standing.Confidence, inUse);

        if (standing.FoundWrong) yield return Line(ToDoKind.Wrong, $"{what}: {standing.By!.Source} cho kết quả khác", standing.LastOn);
        if (standing.Status == VerificationStatus.Recalled) yield return Line(ToDoKind.Recalled, what, standing.LastOn);
        if (inUse && standing.IsStale(today)) yield return Line(ToDoKind.Stale, what, standing.LastOn);
        if (inUse && Ended(value, states, book, today) is var (why, day) && standing.LastOn < day) yield return Line(ToDoKind.Ceased, $"{what}: {why}", day);
    }

    // The loader refuses a value that outlives its instrument; what it cannot see is an instrument touched in part; unless the register names the articles, only a person can tell whether the one cited still stands.
    private static (string Why, DateOnly Day)? Ended(Dated<object> value, InstrumentStates states, LawBook book, DateOnly today)
    {
        var instrument = book.Instruments[value.Source.Instrument];
        if (instrument.Ceases is { } ceases && ceases <= today.AddMonths(MonthsAhead) && (value.Until is null || value.Until > ceases)) return ($"{instrument.ShortName} hết hiệu lực từ {LawDay.Format(ceases)}", ceases);
        var touched = states.ActsOn(instrument.Number).LastOrDefault(a => a.Relation.Kind != RelationKind.Details && a.From > value.From && a.From <= today && MayTouch(a.Relation, value.Source));
        return touched is null ? null : ($"{instrument.ShortName} {LawWords.ActedOn(touched.Relation.Kind).ToLowerInvariant()} {touched.By.ShortName} từ {LawDay.Format(touched.From)}", touched.From);
    }

    private static bool MayTouch(InstrumentRelation relation, Citation source) =>
        relation.TouchedProvisions is not { Count: > 0 } touched || Provisions.In(source.Article) is not { Count: > 0 } cited || cited.Any(touched.Contains);

    private IEnumerable<ToDoLine> OfInstrument(Instrument instrument, DateOnly today, DateTime? knownAt)
    {
        var standing = law.Comparisons.Of(instrument, knownAt);
        var inUse = instrument.Ceases is null || instrument.Ceases > today;
        ToDoLine Line(ToDoKind kind) => new(kind, instrument.Number, null, instrument.ShortName, instrument.Title, standing.LastOn, standing.Confidence, inUse);

        if (standing.FoundWrong) yield return Line(ToDoKind.Wrong);
        if (standing.Status == VerificationStatus.Recalled) yield return Line(ToDoKind.Recalled);
        if (inUse && standing.IsStale(today)) yield return Line(ToDoKind.Stale);
    }
}
