using CongVu.Platform.Printing.Administrative;

namespace CongVu.Decisions.Contracts;

/// <summary>The words of a decision that depend on its action; agency, number, place, date and signature are put around them by the printer.</summary>
public sealed record DecisionText
{
    /// <summary>Trích yếu, e.g. "Về việc nâng bậc lương thường xuyên đối với công chức".</summary>
    public required string Subject { get; init; }

    /// <summary>Căn cứ lines besides those on the agency's own functions, each with the word "Căn cứ", by date of the law.</summary>
    public required IReadOnlyList<string> Bases { get; init; }

    /// <summary>The articles but for the last, on execution, which the printer adds.</summary>
    public required IReadOnlyList<BodyBlock.Article> Articles { get; init; }

    /// <summary>Who carries it out besides the person concerned, for the last article, e.g. "Trưởng phòng Tổ chức cán bộ".</summary>
    public IReadOnlyList<string> CarriedOutBy { get; init; } = [];

    /// <summary>Recipients beside "Như Điều …" and "Lưu".</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The list, when the decision is about several.</summary>
    public Annex? List { get; init; }

    /// <summary>Further annexes behind the list, such as the calculation of a benefit.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];
}
