namespace CongVu.Law.Tests;

/// <summary>The project's own law data, loaded once for all tests.</summary>
internal static class TheLaw
{
    public static LawBook Book { get; } = LawBook.Load();

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
