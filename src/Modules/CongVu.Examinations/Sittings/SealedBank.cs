using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;

namespace CongVu.Examinations.Sittings;

/// <summary>The bank of one sitting as it lies sealed in the database: what papers are drawn from, and the questions themselves.</summary>
internal sealed record SealedBank(IReadOnlyList<SealedQuestion> Items)
{
    public byte[] Seal(ItemSafe safe) => safe.SealFile(JsonSerializer.SerializeToUtf8Bytes(this, SealedRecord.Json));

    public static SealedBank Open(ItemSafe safe, byte[] sealedBank) => JsonSerializer.Deserialize<SealedBank>(safe.OpenFile(sealedBank), SealedRecord.Json)!;
}

/// <param name="Item">With labels of its own (see <see cref="Blinding"/>).</param>
/// <param name="SourceId">The question of the bank it was made from.</param>
/// <param name="Labels">What each label is called in the bank, by part.</param>
internal sealed record SealedQuestion(SealedEntry Entry, ExamItem Item, Guid SourceId = default, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Labels = null);

/// <summary>
/// Gives the choices of a question new labels by lot before it is sealed. Files often list the parts of a pair or of an order in their right order, under names
/// that tell it; what a candidate's machine receives must not. Choices to be matched or ordered also change places.
/// </summary>
internal static class Blinding
{
    public static SealedQuestion Seal(ExamItem item, Guid sourceId, int level, int facilityPermille)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> labels = [];
        var blind = item with { Parts = [.. item.Parts.Select(p => Blind(p, labels))] };
        return new SealedQuestion(RecordMaking.Seal(blind, level, facilityPermille, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))), blind, sourceId, labels);
    }

    private static Part Blind(Part part, Dictionary<string, IReadOnlyDictionary<string, string>> labels)
    {
        if (part.Choices.Count == 0) return part;
        var numbers = Enumerable.Range(1, part.Choices.Count).ToArray();
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        var names = part.Choices.Select((c, i) => (c.Id, Label: $"c{numbers[i]}")).ToDictionary(x => x.Id, x => x.Label, StringComparer.Ordinal);
        labels[part.Id] = names.ToDictionary(n => n.Value, n => n.Key);
        // A point or a typed text is no label; a pair is two.
        string Named(string answer) => part.FreePoint && part.Key.Contains(answer) ? answer : string.Join(' ', answer.Split(' ').Select(a => names.GetValueOrDefault(a, a)));
        var choices = part.Choices.Select(c => c with { Id = names[c.Id] }).ToArray();
        if (part.Kind is PartKind.Ordering or PartKind.Matching && !choices.Any(c => c.Fixed))
        {
            RandomNumberGenerator.Shuffle(choices.AsSpan());
            if (part.Kind == PartKind.Matching) choices = [.. choices.OrderBy(c => c.Set)];
        }
        return part with { Choices = choices, Key = [.. part.Key.Select(Named)], Scores = [.. part.Scores.Select(s => s with { Answer = Named(s.Answer) })] };
    }
}
