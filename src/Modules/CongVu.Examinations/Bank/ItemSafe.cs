using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using Microsoft.AspNetCore.DataProtection;

namespace CongVu.Examinations.Bank;

/// <summary>Seals questions and files at rest with the installation's protected keys. What is in the database reads as noise.</summary>
internal sealed class ItemSafe(IDataProtectionProvider protection)
{
    private sealed record Kept(string Salt, ExamItem Item);

    private IDataProtector Items => protection.CreateProtector("CongVu.Examinations.Items");

    private IDataProtector Files => protection.CreateProtector("CongVu.Examinations.Imports");

    /// <summary>The sealed question and the hash that a published bank shows of it.</summary>
    public (byte[] Sealed, string Hash) Seal(ExamItem item)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return (Items.Protect(JsonSerializer.SerializeToUtf8Bytes(new Kept(salt, item), SealedRecord.Json)), SealedEntry.HashOf(salt, RecordMaking.Body(item)));
    }

    /// <summary>Opens a question. Its texts are cleaned once more: nothing that reaches a screen rests on the database alone.</summary>
    public ExamItem Open(byte[] sealedItem)
    {
        var item = JsonSerializer.Deserialize<Kept>(Items.Unprotect(sealedItem), SealedRecord.Json)!.Item;
        return item with
        {
            Stem = Again(item.Stem),
            Explanation = Again(item.Explanation),
            Parts = [.. item.Parts.Select(p => p with { Choices = [.. p.Choices.Select(c => c with { Content = Again(c.Content) })] })],
        };
    }

    public byte[] SealFile(byte[] file) => Files.Protect(file);

    public byte[] OpenFile(byte[] sealedFile) => Files.Unprotect(sealedFile);

    private static Content Again(Content content) => new ContentForm(name => name, _ => { }).Of(content.Nodes());
}
