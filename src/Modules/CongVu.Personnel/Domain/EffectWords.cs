using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Domain;

/// <summary>Says effects in Vietnamese, for timelines and histories. Units are named where a tree of them is given.</summary>
internal sealed class EffectWords(StaffCodes codes)
{
    public string Title(Effect effect) => effect switch
    {
        SetIdentity => "Thông tin nhân thân",
        SetContact => "Thông tin liên lạc",
        SetEmployment e => e.How switch { "recruited" => "Tuyển dụng", "received" => "Tiếp nhận", "transferred" => "Điều động, thuyên chuyển", _ => "Bố trí công tác" },
        EndEmployment e => DepartureReason(e.Reason),
        HoldPost e => $"{(e.Acting ? "Giao quyền, phụ trách" : e.Reappointed ? "Bổ nhiệm lại" : "Bổ nhiệm")} {LeadershipPosts.Name(e.PostCode)}",
        EndPost e => $"Thôi giữ chức vụ {LeadershipPosts.Name(e.PostCode)}",
        SetRankAndStep => "Ngạch, bậc lương",
        SetAllowance e => $"Phụ cấp {AllowanceKind(e.Kind)}",
        EndAllowance e => $"Thôi hưởng phụ cấp {AllowanceKind(e.Kind)}",
        SetQualification e => QualificationKind(e.Kind),
        SetPartyAndUnion => "Đảng, đoàn thể, quân ngũ",
        SetSocialInsurance => "Bảo hiểm xã hội",
        SetTestResult => "Kết quả sát hạch, thi tuyển",
        _ => effect.GetType().Name,
    };

    public string Detail(Effect effect, UnitTree? units = null) => effect switch
    {
        SetIdentity e => $"{e.FullName}, sinh {BirthDate.Parse(e.BirthDate)}, số định danh {e.PersonalId}",
        SetContact e => Joined(e.Residence, e.Phone, e.Email),
        SetEmployment e => Joined(e.JobTitle, Unit(units, e.UnitId), codes.Name(StaffCodes.Categories, e.Category)),
        EndEmployment => "",
        HoldPost e => Joined(Unit(units, e.UnitId), e.TermMonths > 0 ? $"thời hạn {VnFormat.Months(e.TermMonths)}" : null, e.ByCompetition ? "qua thi tuyển" : null),
        EndPost e => Joined(Unit(units, e.UnitId)),
        SetRankAndStep e => $"{codes.RankName(e.RankCode)} ({e.RankCode}), bậc {e.Step}, hệ số {Hundredths(e.Coefficient)}" + (e.OverScalePercent > 0 ? $", vượt khung {e.OverScalePercent}%" : ""),
        SetAllowance e => e.Coefficient is { } c ? $"hệ số {Hundredths(c)}" : e.Percent is { } p ? $"{p}%" : VnFormat.Money(e.Amount),
        SetQualification e => Joined(codes.QualificationLevel(e.Kind, e.Level), e.Major, e.School, e.Year?.ToString(VnFormat.Numbers), e.Mode),
        SetPartyAndUnion e => Joined(e.PartyJoinedOn is { } day ? $"vào Đảng {VnFormat.Date(day)}" : null, e.PartyPost, e.UnionPost),
        SetSocialInsurance e => $"số sổ {e.BookNumber}, đã đóng {VnFormat.Months(e.MonthsCounted)}",
        SetTestResult e => Joined(e.Exam, $"ngày {VnFormat.Date(e.HeldOn)}", e.Position, e.Hundredths is { } h ? $"{VnFormat.Number(h / 100m)} điểm" : null, e.Passed ? "đạt" : "không đạt"),
        _ => "",
    };

    /// <summary>Why an employment ended.</summary>
    public static string DepartureReason(string? reason) => reason switch
    {
        null => "",
        "retired" => "Nghỉ hưu",
        "resigned" => "Thôi việc theo nguyện vọng",
        "severed" => "Thôi việc, tinh giản biên chế",
        "dismissed" => "Buộc thôi việc",
        "died" => "Từ trần",
        "left-province" => "Chuyển công tác ra ngoài tỉnh",
        _ => "Thôi công tác",
    };

    /// <summary>Kind of qualification.</summary>
    public static string QualificationKind(string kind) => kind switch
    {
        "general" => "Trình độ giáo dục phổ thông",
        "professional" => "Trình độ chuyên môn",
        "political" => "Lý luận chính trị",
        "state-management" => "Quản lý nhà nước",
        "language" => "Ngoại ngữ",
        "informatics" => "Tin học",
        _ => "Trình độ",
    };

    internal static string AllowanceKind(string kind) => kind switch
    {
        AllowanceRows.Leadership or "position" => "chức vụ",
        "concurrent" => "kiêm nhiệm",
        "responsibility" => "trách nhiệm",
        "region" => "khu vực",
        "seniority" => "thâm niên nghề",
        "public-duty" => "công vụ",
        "attraction" => "thu hút",
        _ => kind,
    };

    private static string Hundredths(int value) => VnFormat.Coefficient(value / 100m);

    private static string? Unit(UnitTree? units, Guid id) => units?.FullName(id);

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
