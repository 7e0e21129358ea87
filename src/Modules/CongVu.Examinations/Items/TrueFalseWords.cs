namespace CongVu.Examinations.Items;

/// <summary>Two choices that say true and false make a true-false question, in Vietnamese or English.</summary>
internal static class TrueFalseWords
{
    private static readonly HashSet<string> True = new(StringComparer.OrdinalIgnoreCase) { "true", "t", "đúng", "đ", "yes" };
    private static readonly HashSet<string> False = new(StringComparer.OrdinalIgnoreCase) { "false", "f", "sai", "s", "no" };

    public static bool Are(IReadOnlyList<Choice> choices) => choices is [var a, var b] && ((IsTrue(a) && IsFalse(b)) || (IsFalse(a) && IsTrue(b)));

    public static bool IsTrue(Choice choice) => True.Contains(Word(choice));

    /// <summary>Choices of a true-false question made from a plain key.</summary>
    public static IReadOnlyList<Choice> Choices() => [new("true", new Content("Đúng")), new("false", new Content("Sai"))];

    private static bool IsFalse(Choice choice) => False.Contains(Word(choice));

    private static string Word(Choice choice) => choice.Content.Text().Trim().TrimEnd('.', '!');
}
