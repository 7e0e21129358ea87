using System.Collections.Frozen;

namespace CongVu.Platform.Web;

/// <summary>How a state looks: its word, its icon and its tone (good, warn, bad, info, quiet).</summary>
public sealed record BadgeState(string Word, string Icon, string Tone);

/// <summary>
/// The states that several modules show, each always with the same word, icon and tone. A page may give another word,
/// never another look.
/// </summary>
public static class BadgeStates
{
    private static readonly FrozenDictionary<string, BadgeState> Known = new Dictionary<string, BadgeState>
    {
        // Decisions
        ["draft"] = new("Dự thảo", "pencil", "quiet"),
        ["submitted"] = new("Đã trình", "send", "info"),
        ["returned"] = new("Trả lại", "arrow-back-up", "warn"),
        ["verified"] = new("Đã thẩm định", "clipboard-check", "info"),
        ["signed"] = new("Đã ký", "writing-sign", "info"),
        ["effective"] = new("Có hiệu lực", "circle-check", "good"),
        ["scheduled"] = new("Chờ đến ngày", "calendar-time", "info"),
        ["corrected"] = new("Đã đính chính", "edit", "warn"),
        ["annulled"] = new("Đã thu hồi", "ban", "bad"),

        // Tasks of a plan
        ["overdue"] = new("Quá hạn", "alert-triangle", "bad"),
        ["at-risk"] = new("Có nguy cơ", "clock-exclamation", "warn"),
        ["on-time"] = new("Đúng hạn", "progress-check", "info"),
        ["done"] = new("Hoàn thành", "circle-check", "good"),
        ["not-due"] = new("Chưa đến hạn", "clock", "quiet"),
        ["waiting"] = new("Chờ duyệt", "hourglass", "info"),
        ["accepted"] = new("Đã công nhận", "circle-check", "good"),

        // Units, accounts, grants, jobs
        ["active"] = new("Đang hoạt động", "circle-check", "good"),
        ["ended"] = new("Đã kết thúc", "circle-minus", "quiet"),
        ["locked"] = new("Đã khoá", "lock", "bad"),
        ["running"] = new("Đang chạy", "loader", "info"),
        ["queued"] = new("Đang chờ", "hourglass", "quiet"),
        ["failed"] = new("Không thành công", "alert-circle", "bad"),

        // Sources of the law's values
        ["text-read"] = new("Đã đối chiếu văn bản", "circle-check", "good"),
        ["secondary"] = new("Theo nguồn thứ cấp", "info-circle", "warn"),
        ["recalled"] = new("Chưa đối chiếu văn bản", "alert-triangle", "warn"),

        // Plain tones
        ["good"] = new("Đạt", "circle-check", "good"),
        ["warn"] = new("Cần chú ý", "alert-triangle", "warn"),
        ["bad"] = new("Không đạt", "circle-x", "bad"),
        ["info"] = new("Thông tin", "info-circle", "info"),
        ["quiet"] = new("Không có", "circle-minus", "quiet"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every known state by name.</summary>
    public static IReadOnlyDictionary<string, BadgeState> All => Known;

    /// <summary>The look of a state. <c>AtRisk</c> and <c>at-risk</c> are the same name, so an enum value's name will do.</summary>
    /// <exception cref="ArgumentException">No such state: a slip in the page, not a fact about the data.</exception>
    public static BadgeState Of(string state) =>
        Known.TryGetValue(state, out var badge) || Known.TryGetValue(Dashed(state), out badge)
            ? badge
            : throw new ArgumentException($"No badge state is called '{state}'. Known: {string.Join(", ", Known.Keys.Order())}.", nameof(state));

    private static string Dashed(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
