using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Conditions that several actions share, each with its words.</summary>
internal static class PersonConditions
{
    /// <summary>In service on the effective day.</summary>
    public static bool Employed(ActionCase one, Findings findings)
    {
        var person = one.ThePerson;
        findings.Demand(person.UnitId is not null, "employed", "Đang công tác vào ngày có hiệu lực",
            person.EndedOn is { } ended ? $"Đã thôi công tác từ ngày {VnFormat.Date(ended)}." : $"Chưa công tác tại đơn vị nào vào ngày {VnFormat.Date(one.Day)}.",
            cure: "Bỏ khỏi danh sách, hoặc sửa ngày có hiệu lực.", whenMet: person.UnitId is { } unit ? $"{one.Units.FullName(unit)}, {Staff.Word(person.Category)}." : null);
        return person.UnitId is not null;
    }

    /// <summary>Discipline is not on record yet, so nobody can be said to be free of it.</summary>
    public static void NotDisciplined(Findings findings, string article) =>
        findings.Unknown("discipline", "Không trong thời hạn xử lý kỷ luật", "Hệ thống chưa có dữ liệu kỷ luật của người này.", article, "Đối chiếu hồ sơ giấy; ghi kết quả trong tờ trình.");

    /// <summary>Classification of the years is not on record yet.</summary>
    public static void Classified(Findings findings, string article) =>
        findings.Unknown("classified", "Hoàn thành nhiệm vụ trở lên trong từng năm giữ bậc", "Hệ thống chưa có kết quả xếp loại chất lượng của người này.", article, "Đối chiếu kết quả đánh giá từng năm.");

    /// <summary>The authority question about somebody as they are on the day.</summary>
    public static AuthorityQuestion? Authority(string actionCode, PersonRow? person, string? postCode = null, Guid? unitId = null) =>
        (unitId ?? person?.UnitId ?? person?.FileUnitId) is { } unit
            ? new AuthorityQuestion(actionCode, person?.Category, Staff.LevelOf(postCode ?? person?.PostCode), person?.RankCode, unit)
            : null;

    /// <summary>Age in full years on a day.</summary>
    public static int AgeOn(PersonRow person, DateOnly day) => CongVu.Law.LawDay.AgeOn(person.BirthDate, day);
}
