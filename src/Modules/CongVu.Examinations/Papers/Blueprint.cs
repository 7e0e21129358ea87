using System.Text;

namespace CongVu.Examinations.Papers;

/// <summary>How many questions of which topic and level a paper has.</summary>
internal sealed record Blueprint(IReadOnlyList<BlueprintCell> Cells, bool ShuffleQuestions = true, bool ShuffleOptions = true)
{
    /// <summary>The law asks for a bank of at least three times the questions used (TT 22/2025/TT-BNV).</summary>
    public const int BankFactor = 3;

    public int Questions => Cells.Sum(c => c.Count);

    /// <summary>The text that is hashed (docs/exam-protocol.md).</summary>
    public string Canonical()
    {
        var text = new StringBuilder($"blueprint\t1\t{(ShuffleQuestions ? 1 : 0)}\t{(ShuffleOptions ? 1 : 0)}\n");
        foreach (var c in Cells) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Sealing.Field(c.Topic)}\t{c.Level}\t{c.Count}\t{c.PointsHundredths}\n");
        return text.ToString();
    }

    /// <summary>Cells whose bank is too small, with what they have.</summary>
    public IReadOnlyList<(BlueprintCell Cell, int Has)> Short(IReadOnlyList<BankEntry> bank, int factor = BankFactor) => [.. Stock(bank).Where(c => c.Has < c.Cell.Count * factor)];

    /// <summary>How many questions each cell has: those it takes that no earlier cell takes.</summary>
    public IReadOnlyList<(BlueprintCell Cell, int Has)> Stock(IReadOnlyList<BankEntry> bank)
    {
        HashSet<string> taken = [];
        return [.. Cells.Select(c => (c, bank.Count(e => c.Takes(e) && taken.Add(e.Id))))];
    }
}

/// <summary>One cell: level 0 takes every level of the topic, an empty topic every topic.</summary>
internal sealed record BlueprintCell(string Topic, int Level, int Count, int PointsHundredths)
{
    public bool Takes(BankEntry entry) => (Topic.Length == 0 || entry.Topic == Topic || entry.Topic.StartsWith(Topic + "/", StringComparison.Ordinal)) && (Level == 0 || entry.Level == Level);
}

/// <summary>
/// A question as papers are drawn from it. <see cref="FacilityPermille"/> is the share of candidates expected to be right, in thousandths.
/// <see cref="Options"/> are the ids that may change places; fixed ones are not among them.
/// </summary>
internal sealed record BankEntry(string Id, string Topic, int Level, int FacilityPermille, IReadOnlyList<string> Options, string Hash);
