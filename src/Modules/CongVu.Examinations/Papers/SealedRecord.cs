using System.Text.Json;
using System.Text.Json.Serialization;

namespace CongVu.Examinations.Papers;

/// <summary>What is published after an examination so that anyone can draw the papers again; the file form is in docs/exam-protocol.md.</summary>
internal sealed record SealedRecord
{
    public const int CurrentVersion = 1;

    [JsonRequired] public int Version { get; init; }
    /// <summary>Published before the sitting.</summary>
    [JsonRequired] public required string Commitment { get; init; }
    /// <summary>Which public value will be taken, said before it is known.</summary>
    [JsonRequired] public required string PublicRule { get; init; }
    [JsonRequired] public required string PublicValue { get; init; }
    /// <summary>32 bytes as hexadecimal.</summary>
    [JsonRequired] public required string BoardSecret { get; init; }
    [JsonRequired] public required Blueprint Blueprint { get; init; }
    [JsonRequired] public required IReadOnlyList<SealedEntry> Bank { get; init; }
    [JsonRequired] public required IReadOnlyList<Paper> Papers { get; init; }

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A question of the sealed bank; its body and salt are there once it is declassified.</summary>
internal sealed record SealedEntry(string Id, string Topic, int Level, int FacilityPermille, IReadOnlyList<string> Options, string Hash, string? Salt = null, string? Body = null)
{
    public BankEntry Entry => new(Id, Topic, Level, FacilityPermille, Options, Hash);

    public static string HashOf(string salt, string body) => Sealing.Hash($"item\t1\n{salt}\n{body}");
}
