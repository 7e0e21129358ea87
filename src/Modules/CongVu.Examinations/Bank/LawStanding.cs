using CongVu.Examinations.Data;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Examinations.Bank;

/// <summary>
/// Whether the law a question cites has changed since the question was last compared with it: the article cited, or the instrument as a whole. Such a question is frozen until somebody looks at it again.
/// </summary>
internal sealed class LawStanding(LawInUse law)
{
    public LawBook Book => law.Current;

    public bool IsKnown(string number) => Book.Instruments.ContainsKey(number);

    /// <summary>What has changed, in words; empty when the question stands.</summary>
    public IReadOnlyList<string> ChangesSince(BankItem item, DateOnly today) => item.LawCited.Length == 0 ? [] : [.. TouchesSince(item, today).Select(t => t.Words).Distinct()];

    private IEnumerable<LawTouch> TouchesSince(BankItem item, DateOnly today)
    {
        var compared = VietnamTime.DayOf(item.LawCheckedAt);
        // What was entered after the comparison counts also where it holds from an earlier day: nobody could know.
        var then = LawTouches.Of(law.KnownAt(item.LawCheckedAt));
        return Concerning(LawTouches.Of(Book), item.LawCited).Where(t => t.From <= today && (t.From > compared || !then[t.Instrument].Contains(t)));
    }

    /// <summary>What of all that happens to the law concerns a question that cites this.</summary>
    public static IEnumerable<LawTouch> Concerning(ILookup<string, LawTouch> touches, IEnumerable<string> cited) =>
        cited.Select(LawCitation.Of).SelectMany(c => touches[c.Instrument].Where(t => t.Concerns(c.Provision)));
}
