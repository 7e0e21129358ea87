using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Papers;

/// <summary>Seals a set of items and draws papers from it.</summary>
internal static class RecordMaking
{
    /// <summary>Expected shares before there are statistics: recognition, understanding, application, higher application.</summary>
    private static readonly int[] ByLevel = [500, 800, 650, 500, 350];

    public static int Facility(int level) => ByLevel[level is >= 0 and <= 4 ? level : 0];

    /// <summary>The text of an item that its hash covers: everything a candidate sees and everything that marks it.</summary>
    public static string Body(ExamItem item) => JsonSerializer.Serialize(item with { Media = [] }, SealedRecord.Json).ReplaceLineEndings("\n")
        + string.Concat(item.Media.Select(m => $"\n{m.Name} {Convert.ToHexStringLower(SHA256.HashData(m.Bytes))}"));

    public static IReadOnlyList<string> Options(ExamItem item) => item.Parts is [{ Kind: PartKind.SingleChoice or PartKind.MultipleResponse or PartKind.InlineChoice or PartKind.Ordering } only]
        ? [.. only.Choices.Where(c => !c.Fixed).Select(c => c.Id)] : [];

    public static SealedEntry Seal(ExamItem item, int level, int facilityPermille, string salt)
    {
        var body = Body(item);
        return new SealedEntry(item.Id, item.Topic, level, facilityPermille, Options(item), SealedEntry.HashOf(salt, body), salt, body);
    }

    public static SealedRecord Make(IReadOnlyList<SealedEntry> bank, Blueprint blueprint, byte[] secret, string publicRule, string publicValue, IEnumerable<string> candidates)
    {
        IReadOnlyList<BankEntry> entries = [.. bank.Select(e => e.Entry)];
        var commitment = Sealing.Commitment(Sealing.BankHash(entries), Sealing.Hash(blueprint.Canonical()), secret, publicRule);
        var seed = Sealing.Seed(secret, commitment, publicValue);
        var draw = new PaperDraw(blueprint, entries);
        return new SealedRecord
        {
            Version = SealedRecord.CurrentVersion,
            Commitment = commitment,
            PublicRule = publicRule,
            PublicValue = publicValue,
            BoardSecret = Convert.ToHexStringLower(secret),
            Blueprint = blueprint,
            Bank = bank,
            Papers = [.. candidates.Select(c => draw.For(seed, c))],
        };
    }
}
