namespace CongVu.Law.Severance;

/// <summary>The single conditions grounds are made of, by the code the data use.</summary>
internal static class GroundFacts
{
    private const string Classification = "Bổ sung kết quả xếp loại chất lượng của các năm xét";
    private const string SickLeaveCure = "Bổ sung số ngày nghỉ ốm hưởng bảo hiểm xã hội của các năm xét";

    private static readonly Dictionary<string, (string Name, Func<ExitCase, bool?> Holds, string Cure)> All = new()
    {
        ["redundant"] = ("Dôi dư do sắp xếp", c => c.Evidence.Redundant, "Gắn quyết định hoặc đề án sắp xếp"),
        ["no-other-post"] = ("Không bố trí được việc làm khác", c => c.Evidence.NoOtherPost, "Ghi kết luận của cơ quan về việc bố trí"),
        ["below-standard"] = ("Chưa đạt trình độ đào tạo của vị trí việc làm", c => c.Evidence.BelowStandard, "Đối chiếu văn bằng với vị trí việc làm"),
        ["cannot-retrain"] = ("Không thể đào tạo lại", c => c.Evidence.CannotRetrain, "Ghi kết luận của cơ quan về việc đào tạo lại"),
        ["leader"] = ("Thôi giữ chức vụ lãnh đạo hoặc nhận chức vụ thấp hơn", c => c.Evidence.LeaderStepsDown, "Gắn quyết định thôi giữ chức vụ"),
        ["disciplined"] = ("Đang bị kỷ luật dưới mức buộc thôi việc", c => c.Evidence.Disciplined, "Gắn quyết định kỷ luật"),
        ["support-contract"] = ("Hợp đồng không xác định thời hạn làm công việc hỗ trợ, phục vụ", c => c.Evidence.SupportContract, "Gắn hợp đồng lao động"),
        ["leaves-at-once"] = ("Nghỉ ngay theo quyết định", c => c.Evidence.LeavesAtOnce, "Ghi ngày nghỉ theo quyết định"),
        ["volunteers"] = ("Cá nhân tự nguyện", c => c.Evidence.Volunteers, "Bổ sung đơn tự nguyện"),
        ["agrees"] = ("Cơ quan quản lý trực tiếp đồng ý", c => c.Evidence.EmployerAgrees, "Bổ sung ý kiến của cơ quan quản lý"),
        ["not-completed"] = ("Năm trước liền kề hoặc năm xét không hoàn thành nhiệm vụ", c => InEither(c, r => r == YearRating.NotCompleted), Classification),
        ["at-most-completed"] = ("Năm trước liền kề hoặc năm xét xếp loại từ hoàn thành nhiệm vụ trở xuống", c => InEither(c, r => r >= YearRating.Completed), Classification),
        ["completed-then-not"] = ("Hai năm liên tiếp có một năm hoàn thành và một năm không hoàn thành nhiệm vụ", OneOfEach, Classification),
        ["sick-two-years"] = ("Hai năm liên tiếp nghỉ ốm đến mức tối đa", c => Both(SickToMaximum(c, Last(c) - 1), SickToMaximum(c, Last(c))), SickLeaveCure),
        ["sick-last"] = ("Năm trước liền kề nghỉ ốm đến mức tối đa", c => SickToMaximum(c, Last(c)), SickLeaveCure),
        ["sick-this-or-last"] = ("Năm trước liền kề hoặc năm xét nghỉ ốm đến mức tối đa", c => Either(SickToMaximum(c, c.On.Year), SickToMaximum(c, Last(c))), SickLeaveCure),
    };

    public static bool Knows(string code) => All.ContainsKey(code);

    public static Condition Judge(string code, ExitCase @case, string provision)
    {
        var (name, holds, cure) = All[code];
        return Condition.Of(name, holds(@case), provision, cure: cure);
    }

    private static int Last(ExitCase @case) => @case.On.Year - 1;

    private static YearRating? RatingOf(ExitCase @case, int year) => @case.Evidence.Ratings.TryGetValue(year, out var rating) ? rating : null;

    private static bool? InEither(ExitCase @case, Func<YearRating, bool> holds) => Either(
        RatingOf(@case, @case.On.Year) is { } now ? holds(now) : null, RatingOf(@case, Last(@case)) is { } last ? holds(last) : null);

    private static bool? OneOfEach(ExitCase @case) => (RatingOf(@case, Last(@case) - 1), RatingOf(@case, Last(@case))) switch
    {
        (YearRating.Completed, YearRating.NotCompleted) or (YearRating.NotCompleted, YearRating.Completed) => true,
        (YearRating.Excellent or YearRating.Good, _) or (_, YearRating.Excellent or YearRating.Good) => false,
        (null, _) or (_, null) => null,
        _ => false,
    };

    private static bool? SickToMaximum(ExitCase @case, int year) => @case.Evidence.SickLeaves.TryGetValue(year, out var sick) ? sick.Days >= sick.Maximum : null;

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    private static bool? Both(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;
}
