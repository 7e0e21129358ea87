namespace CongVu.Law;

/// <summary>Kinds of legal document.</summary>
public enum InstrumentKind
{
    Law,
    Code,
    Ordinance,
    Resolution,
    Decree,
    Decision,
    Circular,
    JointCircular,
    Notice,
}

/// <summary>How one instrument acts on another.</summary>
public enum RelationKind
{
    /// <summary>Sửa đổi, bổ sung.</summary>
    Amends,

    /// <summary>Thay thế.</summary>
    Replaces,

    /// <summary>Bãi bỏ.</summary>
    Repeals,

    /// <summary>Ngưng hiệu lực.</summary>
    Suspends,

    /// <summary>Quy định chi tiết, hướng dẫn.</summary>
    Details,
}

/// <summary>One relation, seen from the instrument that acts.</summary>
/// <param name="Target">Number of the instrument acted upon; always in the register.</param>
/// <param name="From">The day it takes effect, when it differs from the day the acting instrument enters into force.</param>
/// <param name="Note">What part is touched where it is no article, or a remark, in Vietnamese.</param>
public sealed record InstrumentRelation(RelationKind Kind, string Target, DateOnly? From, string? Note)
{
    /// <summary>The articles touched, as written: "Điều 7; khoản 2 Điều 9"; null when the register does not say which.</summary>
    public string? Articles { get; init; }

    /// <summary>The same, one by one (<see cref="Provisions"/>).</summary>
    public IReadOnlyList<string> TouchedProvisions => Provisions.In(Articles);

    /// <summary>Which part, in Vietnamese; null when the whole instrument is acted upon.</summary>
    public string? Part => (Articles, Note) switch { ({ } articles, { } note) => $"{articles}: {note}", var (articles, note) => articles ?? note };
}

/// <summary>A legal document of the register.</summary>
/// <param name="Number">Official number, the key: <c>135/2020/NĐ-CP</c>.</param>
/// <param name="Title">What it is about, as the document states it after its kind.</param>
/// <param name="Issued">Day of issue; null when the register says it is not known.</param>
/// <param name="InForce">Day of entry into force.</param>
/// <param name="AppliesFrom">Earlier day from which its amounts apply, when the text says so.</param>
/// <param name="Ceases">First day on which it is no longer in force; null while it is.</param>
public sealed record Instrument(
    string Number,
    string Title,
    InstrumentKind Kind,
    string Issuer,
    DateOnly? Issued,
    DateOnly InForce,
    DateOnly? AppliesFrom,
    DateOnly? Ceases,
    Verification Verification,
    DateOnly Checked,
    IReadOnlyList<InstrumentRelation> Relations)
{
    /// <summary>Whose instrument it is.</summary>
    public LawScope Scope { get; init; }

    /// <summary>The earliest day a value may rest on this instrument: it was issued, in force, or expressly applied by then.</summary>
    public DateOnly Earliest
    {
        get
        {
            var day = InForce;
            day = Issued < day ? Issued.Value : day;
            return AppliesFrom < day ? AppliesFrom.Value : day;
        }
    }

    /// <summary>In force on the day (its start counted, its end not).</summary>
    public bool IsInForce(DateOnly day) => InForce <= day && (Ceases is null || day < Ceases);

    /// <summary>Kind and number in running text: <c>Nghị định 135/2020/NĐ-CP</c>.</summary>
    public string ShortName => $"{KindName} {Number}";

    /// <summary>The Vietnamese word for the kind.</summary>
    public string KindName => Kind switch
    {
        InstrumentKind.Law => "Luật",
        InstrumentKind.Code => "Bộ luật",
        InstrumentKind.Ordinance => "Pháp lệnh",
        InstrumentKind.Resolution => "Nghị quyết",
        InstrumentKind.Decree => "Nghị định",
        InstrumentKind.Decision => "Quyết định",
        InstrumentKind.Circular => "Thông tư",
        InstrumentKind.JointCircular => "Thông tư liên tịch",
        InstrumentKind.Notice => "Thông báo",
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };
}

/// <summary>Where a value stands in the law.</summary>
/// <param name="Instrument">Number of an instrument of the register.</param>
/// <param name="Article">Article, clause, point or table, in Vietnamese.</param>
/// <param name="Text">The reference as printed: <c>Điều 3, Nghị định 73/2024/NĐ-CP</c>.</param>
public sealed record Citation(string Instrument, string Article, string Text)
{
    public override string ToString() => Text;
}
