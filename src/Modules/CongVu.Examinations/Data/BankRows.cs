namespace CongVu.Examinations.Data;

/// <summary>Draft: its author works on it. Submitted: waits for review. Reviewed: waits for approval. Approved: may be drawn. Locked: belongs to a sealed bank. Retired: never drawn again.</summary>
internal enum BankState { Draft, Submitted, Reviewed, Approved, Locked, Retired }

internal sealed class BankItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Subject { get; init; }
    /// <summary>Of the practice bank: never in an examination. Cannot be changed.</summary>
    public bool IsPractice { get; init; }
    public required string Code { get; init; }
    public required string Topic { get; set; }
    public int Level { get; set; }
    public required string Kind { get; set; }
    public BankState State { get; set; }
    public Guid AuthorId { get; init; }
    public Guid? ReviewerId { get; set; }
    public Guid? ApproverId { get; set; }
    /// <summary>Each as <see cref="Bank.LawCitation"/> writes it.</summary>
    public string[] LawCited { get; set; } = [];
    public DateTime LawCheckedAt { get; set; }
    public int CurrentVersion { get; set; } = 1;
    public DateTime CreatedAt { get; init; }
    public int Version { get; set; } = 1;
}

internal sealed class BankItemVersion
{
    public Guid ItemId { get; init; }
    public int Number { get; init; }
    public required byte[] Sealed { get; init; }
    public required string Hash { get; init; }
    public DateTime MadeAt { get; init; }
    public Guid MadeBy { get; init; }
}

internal sealed class BankItemStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }
    public DateTime At { get; init; }
    public Guid AccountId { get; init; }
    public BankState? FromState { get; init; }
    public BankState ToState { get; init; }
    public int ItemVersion { get; init; }
    public string? Reason { get; init; }
}

internal sealed class PendingImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public required string FileName { get; init; }
    public required string Subject { get; init; }
    public bool IsPractice { get; init; }
    public int Level { get; init; }
    public string[] LawCited { get; init; } = [];
    public required byte[] Sealed { get; init; }
    public DateTime CreatedAt { get; init; }
}
