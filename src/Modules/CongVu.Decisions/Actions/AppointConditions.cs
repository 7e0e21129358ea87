using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Actions;

/// <summary>The conditions of a first appointment to a post, in the order of the decree.</summary>
internal sealed class AppointConditions(People people, LeadershipLaw law, StaffCodes codes)
{
    private const int MostDeputies = 3;

    public async Task CheckAsync(ActionCase one, AppointAction.Values v, PersonState? state, Findings findings, CancellationToken ct)
    {
        if (!PersonConditions.Employed(one, findings)) return;
        var person = one.ThePerson;
        Category(person, findings);
        findings.Demand(LeadershipPosts.Of(v.Unit).Any(p => p.Code == v.Post), "appoint.post", "Đơn vị có chức vụ này",
            $"{v.Unit.Name} ({OrganisationWords.KindAndLevel(v.Unit).ToLowerInvariant()}) không có chức vụ “{LeadershipPosts.Name(v.Post)}”.", null,
            "Chọn đúng chức vụ hoặc đúng đơn vị.", PostTitles.Full(v.Post, v.Unit));
        NotYetHeld(v, state, findings);
        Age(one, v, state, findings);
        Degree(person, v, findings, one.Day);
        Planned(v, findings, one.Day);
        PersonConditions.NotDisciplined(findings, LeadershipLaw.Appointment(one.Day));
        await VacancyAsync(one, v, findings, ct);
    }

    private static void Category(PersonRow person, Findings findings) =>
        findings.Demand(person.Category is "cadre" or "civil-servant" or "public-employee", "appoint.category", "Thuộc đối tượng được bổ nhiệm",
            $"{OrganisationWords.Category(person.Category ?? "")} không thuộc đối tượng bổ nhiệm chức vụ lãnh đạo, quản lý.", "Luật Cán bộ, công chức; Luật Viên chức", "Chọn người khác.", Staff.Word(person.Category));

    private static void NotYetHeld(AppointAction.Values v, PersonState? state, Findings findings)
    {
        var held = state?.Posts.FirstOrDefault(p => p.Fact.Value.PostCode == v.Post && p.Fact.Value.UnitId == v.Unit.Id);
        findings.Demand(held is null, "appoint.held", "Chưa giữ chính chức vụ này", $"Đang giữ chức vụ này từ ngày {VnFormat.Date(held?.HeldSince)}.", null, "Dùng nghiệp vụ bổ nhiệm lại.");
    }

    // Enough age for a full term is asked of a first appointment or a promotion, not of an equal or lower post.
    private void Age(ActionCase one, AppointAction.Values v, PersonState? state, Findings findings)
    {
        const string code = "appoint.age", title = "Đủ tuổi công tác trọn một nhiệm kỳ";
        var article = LeadershipLaw.Appointment(one.Day);
        var highest = state?.Posts.Select(p => Staff.LevelOf(p.Fact.Value.PostCode)).DefaultIfEmpty(LeadershipLevel.None).Max() ?? LeadershipLevel.None;
        if (highest >= Staff.LevelOf(v.Post))
        {
            findings.Met(code, title, "Bổ nhiệm vào chức vụ tương đương hoặc thấp hơn: không xét điều kiện này.", article);
            return;
        }
        var pension = law.RetirementOf(one.ThePerson).PensionFrom;
        var ends = v.From.AddMonths(v.TermMonths);
        findings.Demand(pension >= ends, code, title, $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}, trước khi hết nhiệm kỳ ({VnFormat.Date(ends)}).", article, "Chọn người khác, hoặc thời hạn ngắn hơn nếu chức vụ có nhiệm kỳ 3 năm.",
            $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}, sau khi hết nhiệm kỳ ({VnFormat.Date(ends)}).");
    }

    private void Degree(PersonRow person, AppointAction.Values v, Findings findings, DateOnly day)
    {
        const string code = "appoint.degree", title = "Tốt nghiệp đại học trở lên";
        var article = LeadershipLaw.Appointment(day) + " và tiêu chuẩn chức vụ";
        if (person.ProfessionalLevel is not { } level)
            findings.Unknown(code, title, "Hồ sơ chưa có trình độ chuyên môn.", article, "Bổ sung văn bằng vào hồ sơ.");
        else if (codes.Level(StaffCodes.EducationLevels, level) >= codes.Level(StaffCodes.EducationLevels, "university"))
            findings.Met(code, title, codes.Name(StaffCodes.EducationLevels, level), article);
        else
            findings.NeedsOverride(code, title, $"Trình độ trong hồ sơ: {codes.Name(StaffCodes.EducationLevels, level)}.", article, "Bổ sung văn bằng, hoặc ghi căn cứ nếu tiêu chuẩn chức vụ cho phép thấp hơn.");
    }

    private static void Planned(AppointAction.Values v, Findings findings, DateOnly day)
    {
        const string code = "appoint.planned", title = "Trong quy hoạch";
        if (v.Planned) findings.Met(code, title, "Được quy hoạch chức vụ này hoặc chức vụ tương đương, cao hơn.", LeadershipLaw.Appointment(day));
        else findings.NeedsOverride(code, title, "Chưa xác nhận người này trong quy hoạch.", LeadershipLaw.Appointment(day), "Đánh dấu nếu có trong quy hoạch, hoặc ghi căn cứ (cơ quan mới thành lập, nguồn nhân sự nơi khác).");
    }

    private async Task VacancyAsync(ActionCase one, AppointAction.Values v, Findings findings, CancellationToken ct)
    {
        var holders = (await people.HoldersAsync(v.Unit.Id, [v.Post], new AsOf(v.From), ct)).Where(h => h.PersonId != one.SubjectId && !h.Acting).ToList();
        if (LeadershipPosts.Find(v.Post) is { IsHead: true })
            findings.Demand(holders.Count == 0, "appoint.vacancy", "Chức vụ đang khuyết", $"{string.Join(", ", holders.Select(h => h.FullName))} đang giữ chức vụ này.", null,
                "Cho thôi giữ chức vụ hoặc điều động người đang giữ trước ngày này.");
        else if (holders.Count >= MostDeputies)
            findings.Unknown("appoint.vacancy", "Số lượng cấp phó", $"Đã có {holders.Count} người giữ chức vụ này: {string.Join(", ", holders.Select(h => h.FullName))}.", null, "Đối chiếu số lượng cấp phó tối đa của đơn vị.");
        else findings.Met("appoint.vacancy", "Số lượng cấp phó", $"Đang có {holders.Count} người giữ chức vụ này.");
    }
}
