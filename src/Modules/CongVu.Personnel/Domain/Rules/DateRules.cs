using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Domain.Rules;

/// <summary>A birth date is a day, a month or a year.</summary>
internal sealed class ReadableBirthDate : RecordRule<SetIdentity>
{
    public override string Code => "readable-birth-date";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetIdentity identity) => BirthDate.TryParse(identity.BirthDate, out _) ? null
        : $"Ngày sinh “{identity.BirthDate}” không đọc được. Ghi ngày, tháng, năm; hoặc tháng, năm; hoặc chỉ năm.";
}

/// <summary>Nothing is on record from before the birth.</summary>
internal sealed class BornBeforeRecord : RecordRule
{
    public override string Code => "born-before-record";

    public override string? Complaint(FoldedRecord record, LoggedEffect effect) =>
        record.Born(effect.From) is { } born && born > effect.From
            ? $"Ngày hiệu lực {VnFormat.Date(effect.From)} trước ngày sinh {VnFormat.Date(born)}. Sửa ngày hiệu lực hoặc ngày sinh."
            : null;
}

/// <summary>Nobody joins the public service before being born.</summary>
internal sealed class BornBeforeService : RecordRule<SetEmployment>
{
    public override string Code => "born-before-service";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetEmployment employment) =>
        record.Born(effect.From) is { } born && born >= employment.JoinedOn
            ? $"Ngày được tuyển dụng lần đầu {VnFormat.Date(employment.JoinedOn)} không sau ngày sinh {VnFormat.Date(born)}. Sửa ngày tuyển dụng hoặc ngày sinh."
            : null;
}

/// <summary>The first day in the service is not after the first day in this unit.</summary>
internal sealed class JoinedBeforePlaced : RecordRule<SetEmployment>
{
    public override string Code => "joined-before-placed";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetEmployment employment) => employment.JoinedOn <= effect.From ? null
        : $"Ngày được tuyển dụng lần đầu {VnFormat.Date(employment.JoinedOn)} sau ngày về đơn vị {VnFormat.Date(effect.From)}.";
}

/// <summary>Party: joined, then official; army: enlisted, then discharged; all after birth.</summary>
internal sealed class PartyDatesInOrder : RecordRule<SetPartyAndUnion>
{
    public override string Code => "party-dates-in-order";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetPartyAndUnion party)
    {
        if (party.PartyOfficialOn is { } official && (party.PartyJoinedOn is not { } joined || official < joined))
            return $"Ngày vào Đảng chính thức {VnFormat.Date(official)} phải có ngày kết nạp và không trước ngày ấy.";
        if (party.DischargedOn is { } discharged && (party.EnlistedOn is not { } enlisted || discharged < enlisted))
            return $"Ngày xuất ngũ {VnFormat.Date(discharged)} phải có ngày nhập ngũ và không trước ngày ấy.";
        var first = new[] { party.PartyJoinedOn, party.YouthUnionOn, party.EnlistedOn }.Min();
        return first is { } day && record.Born(effect.From) is { } born && day <= born
            ? $"Ngày {VnFormat.Date(day)} trong mục Đảng, đoàn thể, quân ngũ không sau ngày sinh {VnFormat.Date(born)}."
            : null;
    }
}

/// <summary>A degree is earned after birth and not after it is put on record.</summary>
internal sealed class StudiesAfterBirth : RecordRule<SetQualification>
{
    public override string Code => "studies-after-birth";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetQualification studies) =>
        studies.Year is { } year && (year > effect.From.Year || record.Born(effect.From) is { } born && year <= born.Year)
            ? $"Năm tốt nghiệp {year} không hợp lý: phải sau năm sinh và không sau năm ghi vào hồ sơ ({effect.From.Year})."
            : null;
}
