using CongVu.Platform.Web;

namespace CongVu.Pay.Early;

/// <summary>
/// Titles and awards in the order in which they decide between candidates. The circular leaves the ladder to each unit's rule; this is the order of the law on
/// emulation and commendation, highest first.
/// </summary>
internal static class AchievementLevels
{
    /// <summary>Highest first.</summary>
    public static readonly IReadOnlyList<Choice> All =
    [
        new("state-order", "Huân chương, danh hiệu vinh dự nhà nước"), new("national-emulation", "Chiến sĩ thi đua toàn quốc"), new("prime-minister", "Bằng khen của Thủ tướng Chính phủ"),
        new("province-emulation", "Chiến sĩ thi đua cấp tỉnh, bộ"), new("province-merit", "Bằng khen cấp tỉnh, bộ"), new("grassroots-emulation", "Chiến sĩ thi đua cơ sở"),
        new("merit-paper", "Giấy khen"), new("advanced-worker", "Lao động tiên tiến"),
    ];

    /// <summary>Place on the ladder, 0 the highest; after all others when unknown.</summary>
    public static int Place(string level)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i].Value == level) return i;
        return All.Count;
    }

    /// <summary>What a level is called.</summary>
    public static string Name(string level) => All.FirstOrDefault(c => c.Value == level)?.Text ?? level;
}
