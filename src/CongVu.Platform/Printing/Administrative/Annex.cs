namespace CongVu.Platform.Printing.Administrative;

/// <summary>An annex; each starts on a new page and counts its own pages.</summary>
public sealed record Annex
{
    /// <summary>What it is called, in capitals on paper: "DANH SÁCH CÔNG CHỨC ĐƯỢC NÂNG BẬC LƯƠNG …".</summary>
    public required string Title { get; init; }

    /// <summary>Texts and tables.</summary>
    public required IReadOnlyList<BodyBlock> Body { get; init; }

    /// <summary>Wide tables lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>
    /// The name of a document issued by the decision ("QUY CHẾ", "KẾ HOẠCH"); it stands in place of "Phụ lục".
    /// </summary>
    public string? AttachedTypeTitle { get; init; }
}
