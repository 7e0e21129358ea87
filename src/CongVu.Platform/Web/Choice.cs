namespace CongVu.Platform.Web;

/// <summary>One thing to choose from: in a list, as a radio button, or as an answer of a combobox search.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">Heading of the group it stands under, in lists.</param>
/// <param name="Note">A quieter second line.</param>
/// <param name="Disabled">Shown but not choosable; say why in <paramref name="Note"/>.</param>
public sealed record Choice(string Value, string Text, string? Group = null, string? Note = null, bool Disabled = false)
{
    /// <summary>Choices from rows.</summary>
    public static IReadOnlyList<Choice> From<T>(IEnumerable<T> rows, Func<T, object> value, Func<T, string> text, Func<T, string?>? group = null) =>
        [.. rows.Select(row => new Choice(
            Convert.ToString(value(row), System.Globalization.CultureInfo.InvariantCulture) ?? "", text(row), group?.Invoke(row)))];

    /// <summary>Choices from the values of an enum, with the words given for each.</summary>
    public static IReadOnlyList<Choice> From<TEnum>(Func<TEnum, string> words)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Choice(value.ToString(), words(value)))];
}
