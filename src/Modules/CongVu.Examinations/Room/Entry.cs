using CongVu.Examinations.Data;

namespace CongVu.Examinations.Room;

/// <summary>One line of a machine's log, with the short names it has on the wire (docs/exam-protocol.md).</summary>
/// <param name="S">Sequence, from 1 without holes.</param>
/// <param name="C">Milliseconds of the machine's running clock since its epoch began.</param>
/// <param name="K">Kind: one of <see cref="EntryKinds"/>.</param>
/// <param name="Q">Place of the question in the candidate's paper, from 1.</param>
/// <param name="B">Body; for an answer JSON of part id to value.</param>
internal sealed record Entry(int S, long C, string K, int? Q = null, string? B = null)
{
    /// <summary>Longest body, in characters: an essay of some thirty pages.</summary>
    public const int LongestBody = 200_000;

    /// <summary>Most entries in one message.</summary>
    public const int Most = 1000;

    /// <summary>Why this can be no line of an honest log, or null.</summary>
    public string? Fault() =>
        S < 1 ? "sequence" : C < 0 || C > 86_400_000L * 7 ? "clock" : !EntryKinds.All.Contains(K) ? "kind" : Q is < 1 or > 1000 ? "question"
        : K == EntryKinds.Answer && (Q is null || B is null) ? "answer" : B is null ? null : B.Length > LongestBody ? "length" : B.Contains('\0', StringComparison.Ordinal) ? "text" : null;

    public bool SameAs(Entry other) => this == other;
}

/// <summary>What machines write down. Only answers and marks matter to the paper; the others tell the council what happened.</summary>
internal static class EntryKinds
{
    public const string Answer = "answer";
    /// <summary>Body "1": the candidate marked the question to come back to; "0": took the mark away.</summary>
    public const string Flag = "flag";
    /// <summary>The question came on the screen.</summary>
    public const string Open = "open";
    /// <summary>The window lost the candidate's attention, and got it back.</summary>
    public const string Away = "away";
    public const string Back = "back";
    /// <summary>The machine noticed that the network was gone, and that it was there again.</summary>
    public const string Lost = "lost";
    public const string Found = "found";
    /// <summary>The application was loaded anew at the same machine.</summary>
    public const string Load = "load";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal) { Answer, Flag, Open, Away, Back, Lost, Found, Load };
}

/// <summary>What one machine hands in at once.</summary>
/// <param name="More">The machine holds further entries that did not fit: what is not here may have been typed before this message.</param>
internal sealed record Append(Guid SeatId, int Epoch, IReadOnlyList<Entry> Entries, bool More, EntrySource Source);
