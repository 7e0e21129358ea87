namespace CongVu.Host.Practice;

/// <summary>Names of invented places.</summary>
internal static class PlaceNames
{
    /// <summary>The practice province, with and without its kind.</summary>
    public const string Province = "Tân Giang";

    private static readonly string[] First = ["Tân", "Bình", "Long", "Phú", "An", "Hòa", "Mỹ", "Thạnh", "Vĩnh", "Hưng", "Đông", "Thuận"];
    private static readonly string[] Second = ["Thành", "Lộc", "Phước", "Hòa", "Thuận", "Trung", "Khánh", "Lập", "Hiệp", "Thọ", "Nghĩa", "Sơn", "Xuân", "Điền", "Quới", "Hưng"];

    /// <summary>So many different names, always the same ones in the same order.</summary>
    public static IReadOnlyList<string> Take(int count) =>
        [.. Enumerable.Range(0, First.Length * Second.Length).Select(i => (First: First[i % First.Length], Second: Second[(i * 7 + i / First.Length) % Second.Length]))
            .Where(p => p.First != p.Second).Select(p => $"{p.First} {p.Second}").Distinct().Take(count)];
}
