namespace CongVu.Examinations.Papers;

/// <summary>A candidate's paper: questions in their order, each with its options in theirs.</summary>
internal sealed record Paper(string Candidate, IReadOnlyList<PaperQuestion> Questions)
{
    /// <summary>Expected score in hundredths of a point times thousandths of the share: whole numbers, so that all compute the same.</summary>
    public long Expected(IReadOnlyDictionary<string, BankEntry> bank) => Questions.Sum(q => (long)bank[q.Item].FacilityPermille * q.PointsHundredths);
}

internal sealed record PaperQuestion(string Item, int PointsHundredths, IReadOnlyList<string> Options);

/// <summary>
/// Draws papers of equal difficulty. Each cell of the blueprint is sorted by expected facility and cut into as many strata as it gives questions; every
/// paper takes one question of each stratum. So no two papers can differ by more than the sum of the strata's widths, whatever the draw.
/// </summary>
internal sealed class PaperDraw
{
    private readonly Blueprint _blueprint;
    private readonly List<(int Points, BankEntry[] Entries)> _strata = [];

    public PaperDraw(Blueprint blueprint, IReadOnlyList<BankEntry> bank)
    {
        _blueprint = blueprint;
        HashSet<string> taken = [];
        foreach (var cell in blueprint.Cells)
        {
            // A question that an earlier cell may give is not given twice.
            var entries = bank.Where(e => cell.Takes(e) && !taken.Contains(e.Id)).OrderBy(e => e.FacilityPermille).ThenBy(e => e.Id, StringComparer.Ordinal).ToArray();
            if (entries.Length < cell.Count) throw new ArgumentException($"Ô “{cell.Topic}” mức {cell.Level} cần {cell.Count} câu, ngân hàng chỉ có {entries.Length}.");
            foreach (var entry in entries) taken.Add(entry.Id);
            for (var j = 0; j < cell.Count; j++)
                _strata.Add((cell.PointsHundredths, entries[(int)((long)j * entries.Length / cell.Count)..(int)((long)(j + 1) * entries.Length / cell.Count)]));
        }
    }

    /// <summary>The most two papers can differ in expected score, in the units of <see cref="Paper.Expected"/>.</summary>
    public long Bound => _strata.Sum(s => (long)s.Points * (s.Entries[^1].FacilityPermille - s.Entries[0].FacilityPermille));

    /// <summary>Which stratum gives a question: questions of one stratum stand for one another.</summary>
    public IReadOnlyDictionary<string, int> Strata() => _strata.SelectMany((s, j) => s.Entries.Select(e => (e.Id, j))).ToDictionary(x => x.Id, x => x.j);

    public Paper For(byte[] seed, string candidate)
    {
        var draw = new SeededDraw(seed, $"paper\t1\t{Sealing.Field(candidate)}");
        var chosen = _strata.Select(s => (s.Points, Entry: s.Entries[draw.Next(s.Entries.Length)])).ToList();
        IReadOnlyList<(int Points, BankEntry Entry)> ordered = _blueprint.ShuffleQuestions ? draw.Shuffle(chosen) : chosen;
        return new Paper(candidate, [.. ordered.Select(c => new PaperQuestion(c.Entry.Id, c.Points, _blueprint.ShuffleOptions ? draw.Shuffle(c.Entry.Options) : c.Entry.Options))]);
    }
}
