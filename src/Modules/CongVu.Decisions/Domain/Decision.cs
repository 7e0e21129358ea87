using CongVu.Decisions.Contracts;
using CongVu.Platform.Data;
using System.Text.Json;

namespace CongVu.Decisions.Domain;

/// <summary>Whether a decision was made here or brought in from old files.</summary>
internal enum DecisionOrigin { Own, Imported }

/// <summary>What the check of authority said.</summary>
internal enum AuthorityState { Unchecked, Right, Wrong, Unknown }

/// <summary>A decision through its life. It changes state only by <see cref="Transitions"/>.</summary>
internal sealed class Decision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string ActionCode { get; init; }
    public DecisionOrigin Origin { get; init; }
    public DecisionState State { get; set; } = DecisionState.Draft;
    public int Version { get; set; } = 1;
    public required Guid UnitId { get; init; }
    public Guid[] UnitIds { get; set; } = [];
    public required string Title { get; set; }
    public string SearchKey { get; set; } = "";
    public string Inputs { get; set; } = "{}";
    public int ItemCount { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly ListedOn { get; set; }

    public Guid? DrafterId { get; init; }
    public string DrafterName { get; init; } = "";
    public DateTime DraftedAt { get; init; }
    public Guid? VerifierId { get; set; }
    public string? VerifierName { get; set; }
    public DateTime? VerifiedAt { get; set; }

    public string DocType { get; init; } = "QĐ";
    public Guid? SignerUnitId { get; set; }
    public string[] SignerPosts { get; set; } = [];
    public Guid? SignerAccountId { get; set; }
    public Guid? SignerPersonId { get; set; }
    public string? SignerName { get; set; }
    public string? SignerPost { get; set; }
    public string[] SignerLines { get; set; } = [];
    public DateOnly? SignedOn { get; set; }
    public DateTime? SignedAt { get; set; }
    public int? RegisterYear { get; set; }
    public int? Number { get; set; }
    public string? NumberText { get; set; }

    public AuthorityState AuthorityState { get; set; }
    public string? AuthorityNote { get; set; }
    public Guid? DocxFileId { get; set; }
    public Guid? PdfFileId { get; set; }
    public byte[]? PaperSha256 { get; set; }
    public Guid? AnnulledBy { get; set; }
    public Guid? CorrectedBy { get; set; }

    /// <summary>The decision's own inputs.</summary>
    public IReadOnlyDictionary<string, string> SharedInputs => InputJson.Read(Inputs);

    /// <summary>How histories name it: Quyết định 125/QĐ-SNV ngày 02/03/2026.</summary>
    public string Label => NumberText is null ? Title : $"Quyết định {NumberText} ngày {Platform.Text.VnFormat.Date(SignedOn)}";
}

/// <summary>Inputs as stored: a flat JSON object of texts.</summary>
internal static class InputJson
{
    public static IReadOnlyDictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options)!;

    /// <summary>Stored form; empty texts are left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> inputs) =>
        JsonSerializer.Serialize(inputs.Where(p => !string.IsNullOrWhiteSpace(p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value.Trim()), Json.Options);

    /// <summary>The item's inputs over the decision's.</summary>
    public static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> shared, IReadOnlyDictionary<string, string> own)
    {
        if (own.Count == 0) return shared;
        var merged = new Dictionary<string, string>(shared, StringComparer.Ordinal);
        foreach (var (key, value) in own) merged[key] = value;
        return merged;
    }
}
