using System.Text.Json.Serialization;
using CongVu.Platform.Web;

namespace CongVu.Decisions.Contracts;

/// <summary>How one condition stands.</summary>
public enum Standing
{
    /// <summary>Đạt.</summary>
    Met,
    /// <summary>Chưa đạt và không có cách bỏ qua.</summary>
    Blocks,
    /// <summary>Chưa xác định được vì thiếu dữ liệu; không chặn, người thẩm định phải tự xem.</summary>
    Unknown,
    /// <summary>Chưa đạt; chỉ được đi tiếp khi ghi căn cứ pháp lý cho phép.</summary>
    NeedsOverride,
    /// <summary>Chưa đạt, đã ghi căn cứ cho phép.</summary>
    Overridden,
}

/// <summary>One condition of an act and how it stands; stored with the decision at each stage.</summary>
/// <param name="Code">Stable code, e.g. <c>step-raise.due</c>.</param>
/// <param name="Title">The condition in a few words.</param>
/// <param name="State">How it stands.</param>
/// <param name="Message">What was found: values, dates, names.</param>
/// <param name="Article">The provision, e.g. "Điều 2 Thông tư 08/2013/TT-BNV".</param>
/// <param name="Cure">What to do when it is not met.</param>
public sealed record Check(string Code, string Title, Standing State, string? Message = null, string? Article = null, string? Cure = null)
{
    /// <summary>True when it stops a verification or a signature.</summary>
    [JsonIgnore]
    public bool Stops => State is Standing.Blocks or Standing.NeedsOverride;

    /// <summary>The same as the screens draw it.</summary>
    public CheckLine ToLine() => new(State switch
    {
        Standing.Met => CheckState.Met,
        Standing.Unknown => CheckState.Unknown,
        Standing.Overridden => CheckState.Overridden,
        _ => CheckState.Blocks,
    }, Title, Message, Article, Cure: Cure);
}

/// <summary>Collects checks while an action goes through its conditions, in the order of the rule book.</summary>
public sealed class Findings
{
    private readonly List<Check> _all = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Check> All => _all;

    /// <summary>The condition is met.</summary>
    public void Met(string code, string title, string? message = null, string? article = null) => _all.Add(new Check(code, title, Standing.Met, message, article));

    /// <summary>The condition is not met and nothing can replace it.</summary>
    public void Blocks(string code, string title, string message, string? article, string? cure) => _all.Add(new Check(code, title, Standing.Blocks, message, article, cure));

    /// <summary>It cannot be told from the data.</summary>
    public void Unknown(string code, string title, string message, string? article = null, string? cure = null) => _all.Add(new Check(code, title, Standing.Unknown, message, article, cure));

    /// <summary>It is not met, but the law lets the competent authority go on with a stated basis.</summary>
    public void NeedsOverride(string code, string title, string message, string? article, string? cure) => _all.Add(new Check(code, title, Standing.NeedsOverride, message, article, cure));

    /// <summary>Met or blocking, by a condition.</summary>
    public void Demand(bool met, string code, string title, string message, string? article = null, string? cure = null, string? whenMet = null)
    {
        if (met) Met(code, title, whenMet, article);
        else Blocks(code, title, message, article, cure);
    }

    /// <summary>Adds a check made elsewhere.</summary>
    public void Add(Check check) => _all.Add(check);
}
