using CongVu.Platform.Web;

namespace CongVu.Decisions.Contracts;

/// <summary>What a form shows for an input.</summary>
public enum InputKind
{
    /// <summary>A day, typed in any usual style.</summary>
    Date,
    /// <summary>One line.</summary>
    Text,
    /// <summary>Several lines.</summary>
    LongText,
    /// <summary>A unit that exists on the effective day (its id).</summary>
    Unit,
    /// <summary>A leadership post (its code).</summary>
    Post,
    /// <summary>A rank of the catalogue (its code).</summary>
    Rank,
    /// <summary>A step of the rank's salary table.</summary>
    Step,
    /// <summary>One of <see cref="ActionInput.Choices"/>.</summary>
    Choice,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>Yes or no; "true" when ticked.</summary>
    Checkbox,
    /// <summary>A person of the register (its id).</summary>
    Person,
    /// <summary>An item of a signed decision (its id); chosen by the flow, not typed.</summary>
    DecisionItem,
}


/// <summary>
/// Describes one input of an action, so that one generic form can show any action. What is typed travels as text and is
/// read by the action itself.
/// </summary>
/// <param name="Key">Stable key in stored inputs, e.g. <c>from</c>.</param>
/// <param name="Label">Vietnamese label.</param>
/// <param name="Kind">What to show.</param>
public sealed record ActionInput(string Key, string Label, InputKind Kind)
{
    /// <summary>Key of the day from which an act takes hold; the engine itself reads it to load what holds on that day.</summary>
    public const string FromKey = "from";

    /// <summary>What to type, in a few words.</summary>
    public string? Hint { get; init; }

    /// <summary>Cannot stay empty.</summary>
    public bool Required { get; init; }

    /// <summary>True: each person (unit) of the decision has its own value; false: one for the whole decision.</summary>
    public bool PerItem { get; init; }

    /// <summary>The choices on a day, for <see cref="InputKind.Choice"/>, <see cref="InputKind.Post"/> and <see cref="InputKind.Rank"/>.</summary>
    public Func<DateOnly, IReadOnlyList<Choice>>? Choices { get; init; }

    /// <summary>Value a fresh form starts with.</summary>
    public string? Default { get; init; }

    /// <summary>Heading under which the form groups the input; null joins the group before.</summary>
    public string? Group { get; init; }

    /// <summary>The usual input for the day from which the act takes hold.</summary>
    public static ActionInput From(string label = "Có hiệu lực từ ngày", bool perItem = false, bool required = true) =>
        new(FromKey, label, InputKind.Date) { Required = required, PerItem = perItem, Hint = "ngày/tháng/năm, ví dụ 01/03/2026" };
}

/// <summary>Something wrong with what was typed, said at the field.</summary>
/// <param name="Key">Key of the input.</param>
/// <param name="Message">What is wrong and how to cure it, in Vietnamese.</param>
public sealed record FieldError(string Key, string Message);
