namespace CongVu.Personnel.Declarations;

/// <summary>Where a declaration stands.</summary>
internal enum DeclarationState { Draft, Submitted, Returned, Decided, Discarded }

/// <summary>What came of one item.</summary>
internal enum DeclaredItemState { Waiting, Accepted, Rejected }

/// <summary>What a person says has changed in the own record.</summary>
internal sealed class Declaration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string PersonName { get; set; }
    public int? Number { get; set; }
    public int? Year { get; set; }
    public DeclarationState State { get; set; } = DeclarationState.Draft;
    public string? Note { get; set; }
    public Guid AccountId { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime SavedAt { get; set; }

    /// <summary>The page that saved last; what it saves next is no conflict, whatever version it still shows.</summary>
    public Guid? SavedByForm { get; set; }

    public DateTime? SubmittedAt { get; set; }
    public DateTime? DecidedAt { get; set; }
    public Guid? DeciderId { get; set; }
    public string? DeciderName { get; set; }
    public int ItemCount { get; set; }
    public int AcceptedCount { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>The person may change it.</summary>
    public bool IsOpen => State is DeclarationState.Draft or DeclarationState.Returned;

    /// <summary>Number as people say it.</summary>
    public string Label => Number is { } number ? $"số {number}/{Year}" : "chưa gửi";
}

/// <summary>One thing declared: a field, or a whole qualification.</summary>
internal sealed class DeclarationItem
{
    public Guid DeclarationId { get; init; }
    public required string Code { get; init; }
    public DateOnly FromDay { get; set; }

    /// <summary>JSON of <see cref="DeclaredValues"/>: what the record said.</summary>
    public required string Before { get; set; }

    /// <summary>JSON of <see cref="DeclaredValues"/>: what it should say.</summary>
    public required string Wanted { get; set; }

    public DeclaredItemState State { get; set; } = DeclaredItemState.Waiting;
    public string? Reason { get; set; }
    public Guid? EffectId { get; set; }
}

/// <summary>A file that proves something declared.</summary>
internal sealed class DeclarationFile
{
    public Guid FileId { get; init; }
    public Guid DeclarationId { get; init; }
    public required string Label { get; init; }
    public required string Name { get; init; }
    public long Size { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A line of a declaration's history.</summary>
internal sealed class DeclarationStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DeclarationId { get; init; }
    public required string Process { get; init; }
    public Guid ProcessId { get; init; }
    public Guid? AccountId { get; init; }
    public required string AccountName { get; init; }
    public DateTime At { get; init; }
    public string? Said { get; init; }
}

/// <summary>States in words and looks.</summary>
internal static class DeclarationWords
{
    public static string Name(this DeclarationState state) => state switch
    {
        DeclarationState.Draft => "Đang soạn",
        DeclarationState.Submitted => "Chờ xem xét",
        DeclarationState.Returned => "Cần bổ sung",
        DeclarationState.Decided => "Đã có kết quả",
        _ => "Đã bỏ",
    };

    public static string Badge(this DeclarationState state) => state switch
    {
        DeclarationState.Draft => "draft",
        DeclarationState.Submitted => "waiting",
        DeclarationState.Returned => "returned",
        DeclarationState.Decided => "done",
        _ => "ended",
    };

    public static string Name(this DeclaredItemState state) => state switch
    {
        DeclaredItemState.Accepted => "Được chấp nhận",
        DeclaredItemState.Rejected => "Không được chấp nhận",
        _ => "Chờ xem xét",
    };

    public static string Badge(this DeclaredItemState state) => state switch { DeclaredItemState.Accepted => "good", DeclaredItemState.Rejected => "bad", _ => "waiting" };

    /// <summary>Outcome in one phrase: "3 mục được chấp nhận, 1 mục không".</summary>
    public static string Outcome(this Declaration declaration) => (declaration.AcceptedCount, declaration.ItemCount - declaration.AcceptedCount) switch
    {
        (var all, 0) => $"{all} mục đều được chấp nhận",
        (0, var none) => $"{none} mục không được chấp nhận",
        var (accepted, rejected) => $"{accepted} mục được chấp nhận, {rejected} mục không",
    };
}
