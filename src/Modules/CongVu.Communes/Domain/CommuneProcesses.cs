using CongVu.Platform.Processes;

namespace CongVu.Communes.Domain;

/// <summary>The named processes in which this module's data change.</summary>
internal static class CommuneProcesses
{
    public static readonly ProcessKind EnterProfile = new("communes.profile.enter", "Nhập thông tin đơn vị cấp xã", "A dated fact: kind, class, population and area against the norms.");
    public static readonly ProcessKind CorrectProfile = new("communes.profile.correct", "Đính chính thông tin đơn vị cấp xã", "Withdraws such a fact and enters the right one.", NeedsReason: true);
    public static readonly ProcessKind EnterVillage = new("communes.village.enter", "Nhập thôn, tổ dân phố", "A village, or a dated change of one: name, households, its commune, its end.");
    public static readonly ProcessKind CorrectVillage = new("communes.village.correct", "Đính chính thôn, tổ dân phố", "Withdraws such a fact and enters the right one.", NeedsReason: true);
    public static readonly ProcessKind DraftResolution = new("communes.resolution.draft", "Nhập nghị quyết về chức danh, mức phụ cấp", "A resolution in draft, its titles; Draft ↔ Submitted.");
    public static readonly ProcessKind ApproveResolution = new("communes.resolution.approve", "Duyệt nghị quyết về chức danh, mức phụ cấp", "Submitted → Approved by a second person.");
    public static readonly ProcessKind WithdrawResolution = new("communes.resolution.withdraw", "Rút nghị quyết về chức danh, mức phụ cấp", "→ Withdrawn: it no longer counts.", NeedsReason: true);
    public static readonly ProcessKind PlaceHolder = new("communes.title.assign", "Bố trí chức danh không chuyên trách", "A person who holds titles, a title held from a day on.");
    public static readonly ProcessKind EndTitle = new("communes.title.end", "Thôi chức danh không chuyên trách", "The day a title is no longer held.");
    public static readonly ProcessKind CorrectTitle = new("communes.title.withdraw", "Rút ghi nhận chức danh", "Withdraws a title entered by mistake.", NeedsReason: true);

    public static readonly ProcessKind[] All = [EnterProfile, CorrectProfile, EnterVillage, CorrectVillage, DraftResolution, ApproveResolution, WithdrawResolution, PlaceHolder, EndTitle, CorrectTitle];
}
