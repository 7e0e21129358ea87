using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Domain.Rules;

/// <summary>The personal id has twelve digits.</summary>
internal sealed class TwelveDigitPersonalId : RecordRule<SetIdentity>
{
    public override string Code => "twelve-digit-personal-id";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetIdentity identity) =>
        identity.PersonalId is { Length: 12 } id && id.All(char.IsAsciiDigit) ? null
        : $"Số định danh cá nhân “{identity.PersonalId}” phải gồm đúng 12 chữ số.";
}

/// <summary>A person has a name.</summary>
internal sealed class NameGiven : RecordRule<SetIdentity>
{
    public override string Code => "name-given";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetIdentity identity) =>
        string.IsNullOrWhiteSpace(identity.FullName) ? "Chưa có họ và tên khai sinh." : null;
}

/// <summary>Sex is one of the two that the forms know.</summary>
internal sealed class KnownSex : RecordRule<SetIdentity>
{
    public override string Code => "known-sex";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetIdentity identity) =>
        identity.Sex is "male" or "female" ? null : $"Giới tính “{identity.Sex}” không có trong danh mục (nam, nữ).";
}

/// <summary>The staff category exists.</summary>
internal sealed class KnownCategory : RecordRule<SetEmployment>
{
    private static readonly string[] Known = ["cadre", "civil-servant", "public-employee", "contract-worker", "commune-part-time"];

    public override string Code => "known-category";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetEmployment employment) =>
        Known.Contains(employment.Category) ? null : $"Loại cán bộ “{employment.Category}” không có trong danh mục.";
}

/// <summary>The leadership post exists.</summary>
internal sealed class KnownPost : RecordRule<HoldPost>
{
    public override string Code => "known-post";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, HoldPost post) =>
        LeadershipPosts.Find(post.PostCode) is not null ? null : $"Chức vụ “{post.PostCode}” không có trong danh mục.";
}

/// <summary>The kind of qualification exists.</summary>
internal sealed class KnownQualificationKind : RecordRule<SetQualification>
{
    private static readonly string[] Known = ["general", "professional", "political", "state-management", "language", "informatics"];

    public override string Code => "known-qualification-kind";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetQualification qualification) =>
        Known.Contains(qualification.Kind) ? null : $"Loại trình độ “{qualification.Kind}” không có trong danh mục.";
}

/// <summary>A term is not shorter than nothing.</summary>
internal sealed class TermNotNegative : RecordRule<HoldPost>
{
    public override string Code => "term-not-negative";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, HoldPost post) =>
        post.TermMonths >= 0 ? null : "Thời hạn giữ chức vụ không được âm.";
}

/// <summary>Step, coefficient and over-scale percentage are numbers that a salary table can have.</summary>
internal sealed class SoundPay : RecordRule<SetRankAndStep>
{
    public override string Code => "sound-pay";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetRankAndStep rank) =>
        rank is { Step: > 0, Coefficient: > 0, OverScalePercent: >= 0 and <= 100 } ? null
        : "Bậc và hệ số lương phải lớn hơn 0; phụ cấp thâm niên vượt khung từ 0% đến 100%.";
}

/// <summary>An allowance is measured in one way: coefficient, percent or amount.</summary>
internal sealed class OneMeasureOfAllowance : RecordRule<SetAllowance>
{
    public override string Code => "one-measure-of-allowance";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetAllowance allowance)
    {
        long?[] measures = [allowance.Coefficient, allowance.Percent, allowance.Amount];
        return measures.Count(m => m is not null) == 1 && measures.All(m => m is null or > 0) ? null
            : "Phụ cấp phải ghi đúng một trong ba: hệ số, phần trăm hoặc số tiền, và lớn hơn 0.";
    }
}

/// <summary>Months of social insurance add up.</summary>
internal sealed class SoundInsuranceMonths : RecordRule<SetSocialInsurance>
{
    public override string Code => "sound-insurance-months";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetSocialInsurance insurance) =>
        insurance.MonthsCounted >= 0 && insurance.MonthsPaidOut >= 0 && insurance.MonthsPaidOut <= insurance.MonthsCounted ? null
        : "Số tháng đóng bảo hiểm xã hội không được âm, và số tháng đã hưởng một lần không vượt quá số tháng đã đóng.";
}
