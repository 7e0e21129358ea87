using CongVu.Law.Severance;

namespace CongVu.Severance.Cases;

/// <summary>How an answer is typed.</summary>
internal enum AnswerKind { YesNo, Number, Money, Rating }

/// <summary>A fact the record does not tell and the law asks for.</summary>
internal sealed record Question(string Key, string Label, AnswerKind Kind, string Paper);

/// <summary>Which facts a case asks for, by policy, reason and ground.</summary>
internal static class Questions
{
    public const string Yes = "yes", No = "no";
    public const string Insurance = "insurance-months", Pay = "current-pay", Average = "average-pay", Hazardous = "hazardous", Pension = "pension-eligible", PaidBefore = "paid-before",
        Pregnant = "pregnant", UnderReview = "under-review", Sick = "sick", Redundant = "redundant", NoOtherPost = "no-other-post", BelowStandard = "below-standard", CannotRetrain = "cannot-retrain", Leader = "leader",
        Disciplined = "disciplined", Support = "support-contract", LeavesAtOnce = "leaves-at-once", Volunteers = "volunteers", Agrees = "agrees", AfterMonths = "months-after-reorganisation",
        TrainingMonths = "training-months", TrainingFee = "training-fee", Healthy = "healthy", KeepsVillage = "keeps-village-title", DrawsPension = "draws-pension", CommuneWoman = "commune-woman", Roadmap = "roadmap-months";
    private const string RatingPrefix = "rating-", SickDaysPrefix = "sick-days-", SickMostPrefix = "sick-most-";

    public static string Rating(int year) => $"{RatingPrefix}{year}";
    public static string SickDays(int year) => $"{SickDaysPrefix}{year}";
    public static string SickMost(int year) => $"{SickMostPrefix}{year}";

    private static readonly Dictionary<string, Question> Known = new Question[]
    {
        new(Insurance, "Số tháng đóng bảo hiểm xã hội chưa hưởng trợ cấp, tính đến ngày nghỉ", AnswerKind.Number, "Xác nhận của bảo hiểm xã hội"),
        new(Pay, "Tiền lương tháng hiện hưởng của tháng liền kề (đồng)", AnswerKind.Money, "Bảng lương tháng liền kề"),
        new(Average, "Tiền lương bình quân 60 tháng cuối (đồng)", AnswerKind.Money, "Diễn biến lương 5 năm cuối"),
        new(Hazardous, "Có từ đủ 15 năm làm việc nặng nhọc, độc hại hoặc ở vùng đặc biệt khó khăn", AnswerKind.YesNo, "Quá trình công tác, xác nhận bảo hiểm xã hội"),
        new(Pension, "Đủ điều kiện hưởng lương hưu khi nghỉ", AnswerKind.YesNo, "Xác nhận của bảo hiểm xã hội"),
        new(PaidBefore, "Đã hưởng chính sách tinh giản biên chế hoặc sắp xếp lần nào chưa", AnswerKind.YesNo, "Đối chiếu danh sách đã chi trả"),
        new(Pregnant, "Đang mang thai, nghỉ thai sản hoặc nuôi con dưới 36 tháng tuổi", AnswerKind.YesNo, "Hồ sơ cá nhân, xác nhận của đơn vị"),
        new(UnderReview, "Đang bị xem xét kỷ luật, truy cứu, thanh tra, kiểm tra do có dấu hiệu vi phạm", AnswerKind.YesNo, "Xác nhận của đơn vị"),
        new(Sick, "Đang nghỉ ốm có xác nhận của cơ quan y tế", AnswerKind.YesNo, "Xác nhận của đơn vị"),
        new(Redundant, "Dôi dư do sắp xếp", AnswerKind.YesNo, "Đề án, quyết định sắp xếp"),
        new(NoOtherPost, "Không bố trí được việc làm khác", AnswerKind.YesNo, "Kết luận của đơn vị"),
        new(BelowStandard, "Chưa đạt trình độ đào tạo của vị trí việc làm", AnswerKind.YesNo, "Bản mô tả vị trí việc làm, văn bằng"),
        new(CannotRetrain, "Không thể đào tạo lại", AnswerKind.YesNo, "Kết luận của đơn vị"),
        new(Leader, "Thôi giữ chức vụ lãnh đạo hoặc nhận chức vụ thấp hơn do sắp xếp", AnswerKind.YesNo, "Quyết định thôi giữ chức vụ"),
        new(Disciplined, "Đang bị kỷ luật dưới mức buộc thôi việc", AnswerKind.YesNo, "Quyết định kỷ luật"),
        new(Support, "Hợp đồng không xác định thời hạn làm công việc hỗ trợ, phục vụ", AnswerKind.YesNo, "Hợp đồng lao động"),
        new(LeavesAtOnce, "Nghỉ ngay theo quyết định", AnswerKind.YesNo, "Quyết định, đơn xin nghỉ"),
        new(Volunteers, "Cá nhân tự nguyện", AnswerKind.YesNo, "Đơn tự nguyện"),
        new(Agrees, "Cơ quan quản lý trực tiếp đồng ý", AnswerKind.YesNo, "Văn bản đồng ý"),
        new(AfterMonths, "Nghỉ ở tháng thứ mấy kể từ quyết định sắp xếp", AnswerKind.Number, "Quyết định sắp xếp"),
        new(TrainingMonths, "Số tháng đi học nghề", AnswerKind.Number, "Giấy báo nhập học"),
        new(TrainingFee, "Kinh phí học nghề (đồng)", AnswerKind.Money, "Phiếu thu của cơ sở đào tạo"),
        new(Healthy, "Có sức khỏe, tâm lý vững vàng", AnswerKind.YesNo, "Giấy khám sức khỏe"),
        new(KeepsVillage, "Vẫn giữ chức danh ở thôn, tổ dân phố", AnswerKind.YesNo, "Xác nhận của Ủy ban nhân dân cấp xã"),
        new(DrawsPension, "Đang hưởng lương hưu hoặc trợ cấp mất sức", AnswerKind.YesNo, "Xác nhận của bảo hiểm xã hội"),
        new(CommuneWoman, "Là nữ cán bộ, công chức cấp xã", AnswerKind.YesNo, "Quyết định tuyển dụng, bầu cử"),
        new(Roadmap, "Số tháng nghỉ trước khi kết thúc lộ trình sắp xếp đơn vị hành chính", AnswerKind.Number, "Đề án sắp xếp đơn vị hành chính"),
    }.ToDictionary(q => q.Key);

    /// <summary>The question of a key; null when there is none.</summary>
    public static Question? Find(string? key) => key is null ? null : Known.GetValueOrDefault(key) ?? key.Split('-') switch
    {
        ["rating", var y] when Year(y) is { } year => new(key, $"Xếp loại chất lượng năm {year}", AnswerKind.Rating, "Thông báo kết quả xếp loại"),
        ["sick", "days", var y] when Year(y) is { } year => new(key, $"Số ngày nghỉ ốm năm {year}", AnswerKind.Number, "Bảng thanh toán ốm đau"),
        ["sick", "most", var y] when Year(y) is { } year => new(key, $"Số ngày nghỉ ốm tối đa được hưởng năm {year}", AnswerKind.Number, "Luật Bảo hiểm xã hội, mức của người này"),
        _ => null,
    };

    /// <summary>What this case asks for, most telling first.</summary>
    public static IReadOnlyList<Question> Of(ExitPolicy policy, ExitReason reason, string? ground, DateOnly leaveOn, bool payKnown, bool sickExcludes)
    {
        var partTime = policy is ExitPolicy.CommunePartTime or ExitPolicy.VillagePartTime;
        var keys = new List<string> { Insurance };
        if (!payKnown) keys.Add(Pay);
        if (!partTime && reason == ExitReason.Downsizing && leaveOn < new DateOnly(2025, 6, 16)) keys.AddRange([Average, Roadmap]);
        if (partTime) keys.AddRange([DrawsPension, LeavesAtOnce, KeepsVillage]);
        else keys.AddRange([Hazardous, Pension]);
        if (reason == ExitReason.Reorganisation) keys.AddRange([AfterMonths, Redundant]);
        else keys.AddRange(OfGround(ground, leaveOn.Year));
        if (policy == ExitPolicy.EarlyRetirement && leaveOn < new DateOnly(2025, 6, 16)) keys.Add(CommuneWoman);
        if (policy == ExitPolicy.AfterTraining) keys.AddRange([TrainingMonths, TrainingFee, Healthy, Volunteers]);
        keys.AddRange([Pregnant, UnderReview, PaidBefore]);
        if (sickExcludes) keys.Add(Sick);
        return [.. keys.Distinct().Select(k => Find(k)!)];
    }

    private static IEnumerable<string> OfGround(string? ground, int year) => ground switch
    {
        "TG01" or "TG09" => [Redundant],
        "TG02" => [Redundant, NoOtherPost, Volunteers, Agrees],
        "TG03" => [BelowStandard, NoOtherPost, CannotRetrain, Volunteers, Agrees],
        "TG04" => [Rating(year), Rating(year - 1), Rating(year - 2), NoOtherPost, Volunteers, Agrees],
        "TG05" => [SickDays(year), SickMost(year), SickDays(year - 1), SickMost(year - 1), Volunteers, Agrees],
        "TG06" => [Leader, Volunteers, Agrees],
        "TG07" => [Disciplined, Volunteers, Agrees],
        "TG08" => [Support, Redundant],
        "TG10" => [LeavesAtOnce],
        "TG11" => [Redundant, LeavesAtOnce],
        _ => [],
    };

    private static int? Year(string text) => int.TryParse(text, out var year) && year is > 2000 and < 2100 ? year : null;
}
