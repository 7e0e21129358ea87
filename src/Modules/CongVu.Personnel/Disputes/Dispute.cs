namespace CongVu.Personnel.Disputes;

/// <summary>Where a dispute stands. Upheld: the officer agrees, the correction follows by a decision.</summary>
internal enum DisputeState { Open, Upheld, Refused, Withdrawn }

/// <summary>A person holds that something in the own record is wrong.</summary>
internal sealed class Dispute
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public int Number { get; init; }
    public int Year { get; init; }
    public DisputeState State { get; set; } = DisputeState.Open;
    public Guid? EffectId { get; init; }
    public required string About { get; init; }
    public required string Stated { get; init; }
    public required string Wanted { get; init; }
    public required string Reason { get; init; }
    public Guid? FileId { get; init; }
    public string? FileName { get; init; }
    public Guid AccountId { get; init; }
    public DateTime RaisedAt { get; init; }
    public DateOnly DueOn { get; init; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public Guid? AnswererId { get; set; }
    public string? AnswererName { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>Number as people say it.</summary>
    public string Label => $"số {Number}/{Year}";
}

/// <summary>States in words and looks.</summary>
internal static class DisputeWords
{
    public static string Name(this DisputeState state) => state switch
    {
        DisputeState.Open => "Chờ trả lời",
        DisputeState.Upheld => "Đề nghị đúng, sẽ đính chính",
        DisputeState.Refused => "Hồ sơ ghi đúng, không đính chính",
        _ => "Đã rút",
    };

    public static string Badge(this DisputeState state) => state switch { DisputeState.Open => "waiting", DisputeState.Upheld => "good", DisputeState.Refused => "bad", _ => "ended" };
}
