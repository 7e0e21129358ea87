using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Personnel.Pages.Record;

/// <summary>One labelled value of the record, with the act behind it.</summary>
public sealed record RecordLine(string Label, string Value, FactSource? Source = null, DateOnly? Since = null);

/// <summary>A section of the record in the order of the statutory form.</summary>
public sealed record RecordSection(string Title, IReadOnlyList<RecordLine> Lines);

/// <summary>Puts a person's facts into the words and the order of the curriculum vitae of TT 06/2023/TT-BNV, leaving out what the gate does not allow.</summary>
internal sealed class RecordView(StaffCodes codes, LawBook law, Gate gate)
{
    private static readonly Dictionary<string, string> QualificationKinds = new(StringComparer.Ordinal)
    {
        ["general"] = "Giáo dục phổ thông", ["professional"] = "Trình độ chuyên môn cao nhất", ["political"] = "Lý luận chính trị", ["state-management"] = "Quản lý nhà nước", ["language"] = "Ngoại ngữ", ["informatics"] = "Tin học",
    };

    private static readonly Dictionary<string, string> QualificationLists = new(StringComparer.Ordinal)
    {
        ["general"] = StaffCodes.GeneralLevels, ["professional"] = StaffCodes.EducationLevels, ["political"] = StaffCodes.PoliticalLevels, ["state-management"] = StaffCodes.StateManagementLevels,
    };

    /// <summary>Name of a rank on any day.</summary>
    public string RankName(string code) => law.Pay.Ranks.NameOf(code) is { Length: > 0 } name && name != code ? $"{name} ({code})" : code;

    /// <summary>Sections for the actor.</summary>
    public IReadOnlyList<RecordSection> Sections(PersonState state, UnitTree tree)
    {
        var sections = new List<RecordSection>();
        void Add(DataClass dataClass, string title, params RecordLine?[] lines)
        {
            var shown = lines.Where(l => l is { Value.Length: > 0 }).Select(l => l!).ToList();
            if (shown.Count > 0 && gate.MaySee(dataClass, state.PersonId, state.FileUnitId)) sections.Add(new RecordSection(title, shown));
        }

        if (state.Identity is { } identity)
            Add(DataClass.Basic, "Thông tin cá nhân",
                Line("Họ và tên khai sinh", identity.Value.FullName.ToUpperInvariant(), identity), Line("Giới tính", codes.Name(StaffCodes.Sexes, identity.Value.Sex), identity),
                Line("Các tên gọi khác", identity.Value.OtherName, identity), Line("Ngày sinh", Birth(BirthDate.Parse(identity.Value.BirthDate), identity.Value.BirthDate), identity),
                Line("Nơi sinh", identity.Value.BirthPlace, identity), Line("Quê quán", identity.Value.HomeTown, identity),
                Line("Dân tộc", codes.Name(StaffCodes.Ethnicities, identity.Value.Ethnicity), identity), Line("Tôn giáo", codes.Name(StaffCodes.Religions, identity.Value.Religion), identity),
                Line("Số định danh cá nhân", identity.Value.PersonalId, identity));
        if (state.Contact is { } contact)
            Add(DataClass.Contact, "Nơi ở và liên hệ", Line("Nơi thường trú", contact.Value.Residence, contact), Line("Nơi ở hiện nay", contact.Value.Address, contact), Line("Điện thoại", contact.Value.Phone, contact), Line("Thư điện tử", contact.Value.Email, contact));
        if (state.Employment is { } job)
            Add(DataClass.Basic, "Tuyển dụng và nơi công tác",
                Line("Đơn vị đang công tác", tree.FullName(job.Value.UnitId), job), Line("Loại nhân sự", codes.Name(StaffCodes.Categories, job.Value.Category), job),
                Line("Công việc chính được giao", job.Value.JobTitle, job), Line("Ngày vào khu vực nhà nước", VnFormat.Date(job.Value.JoinedOn), job));
        if (state.Departure is { } left)
            Add(DataClass.Basic, "Đã thôi công tác", Line("Từ ngày", VnFormat.Date(left.Fact.From), left.Fact), Line("Lý do", EndWords(left.Fact.Value.Reason), left.Fact), Line("Đơn vị giữ hồ sơ", left.LeftUnitId is { } unit ? tree.FullName(unit) : "", left.Fact));
        Add(DataClass.Basic, "Chức vụ", [.. state.Posts.Select(p => Line(LeadershipPosts.Name(p.Fact.Value.PostCode),
            $"{tree.FullName(p.Fact.Value.UnitId)}, từ {VnFormat.Date(p.HeldSince)}{(p.TermUntil is { } until ? $", hết thời hạn giữ chức vụ {VnFormat.Date(until)}" : "")}{(p.Fact.Value.ByCompetition ? ", qua thi tuyển" : "")}", p.Fact))]);
        if (state.Rank is { } rank)
            Add(DataClass.Basic, "Ngạch, bậc, lương", [Line("Ngạch hoặc chức danh nghề nghiệp", RankName(rank.Value.RankCode), rank),
                Line("Bảng lương, bậc, hệ số", $"{rank.Value.TableCode}, bậc {rank.Value.Step}, hệ số {new Coefficient(rank.Value.Coefficient)}", rank), Line("Hưởng từ", VnFormat.Date(rank.Value.StepSince), rank),
                rank.Value.OverScalePercent > 0 ? Line("Phụ cấp thâm niên vượt khung", $"{rank.Value.OverScalePercent}%", rank) : null,
                .. state.Allowances.Select(a => Line(AllowanceRows.NameOf(a.Value.Kind), a.Value.Coefficient is { } c ? new Coefficient(c).ToString() : a.Value.Percent is { } p ? $"{p}%" : VnFormat.Money(a.Value.Amount ?? 0), a))]);
        Add(DataClass.Basic, "Đào tạo, bồi dưỡng", [.. state.Qualifications.Select(q => Line(QualificationKinds.GetValueOrDefault(q.Value.Kind, q.Value.Kind),
            string.Join(", ", new[] { QualificationLists.TryGetValue(q.Value.Kind, out var list) ? codes.Name(list, q.Value.Level) : q.Value.Level, q.Value.Major, q.Value.School, q.Value.Mode, q.Value.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(t => !string.IsNullOrEmpty(t))), q))]);
        if (state.PartyAndUnion is { } party)
            Add(DataClass.Party, "Đảng, đoàn thể, quân ngũ", Line("Ngày vào Đảng", VnFormat.Date(party.Value.PartyJoinedOn), party), Line("Ngày chính thức", VnFormat.Date(party.Value.PartyOfficialOn), party),
                Line("Chức vụ Đảng", party.Value.PartyPost, party), Line("Đoàn thể", party.Value.UnionPost, party), Line("Ngày nhập ngũ", VnFormat.Date(party.Value.EnlistedOn), party), Line("Ngày xuất ngũ", VnFormat.Date(party.Value.DischargedOn), party));
        if (state.SocialInsurance is { } insurance)
            Add(DataClass.Basic, "Bảo hiểm xã hội", Line("Số sổ", insurance.Value.BookNumber, insurance), Line("Thời gian đã đóng", $"{insurance.Value.MonthsCounted / 12} năm {insurance.Value.MonthsCounted % 12} tháng", insurance));
        Add(DataClass.Basic, "Sát hạch, thi tuyển", [.. state.Tests.Select(t => Line(t.Value.Exam,
            $"{(t.Value.Passed ? "Đạt" : "Không đạt")}{(t.Value.Hundredths is { } points ? $", {VnFormat.Number(points / 100m)} điểm" : "")}, ngày {VnFormat.Date(t.Value.HeldOn)}{(t.Value.Position is { } position ? $", {position}" : "")}", t))]);
        return sections;
    }

    /// <summary>The history for the actor, latest first.</summary>
    public IReadOnlyList<TimelineEntry> History(PersonRecord record) =>
        [.. record.Timeline.Where(l => gate.MaySee(l.Class, record.State.PersonId, record.State.FileUnitId)).Select(l => new TimelineEntry(l.Day, l.Title, l.Detail, l.Until, l.Source.Label,
            l.Source.DecisionId is { } decision ? $"/quyet-dinh/{decision}" : l.Source.DeclarationId is { } declaration && (gate.IsSelf(record.State.PersonId) || gate.May(PersonnelPermissions.ReadRequests)) ? PersonnelLinks.Declaration(declaration) : null, KindWords(l.Kind), Void: l.VoidedBy is not null))];

    private static RecordLine Line<T>(string label, string? value, StatedFact<T> fact) where T : Platform.Acts.Effect => new(label, value ?? "", fact.Source, fact.From);

    private static string Birth(BirthDate birth, string text) => text.Length switch { 4 => $"năm {text}", 7 => $"tháng {text[5..]}/{text[..4]}", _ => VnFormat.Date(birth.FirstDay) };

    private static string EndWords(string reason) => reason switch
    {
        "retired" => "Nghỉ hưu",
        "resigned" => "Thôi việc theo nguyện vọng",
        "severed" => "Tinh giản biên chế, thôi việc",
        "dismissed" => "Buộc thôi việc",
        "died" => "Từ trần",
        "left-province" => "Chuyển ra ngoài tỉnh",
        _ => reason,
    };

    private static string KindWords(FactKind kind) => kind switch
    {
        FactKind.Identity => "Thông tin cá nhân",
        FactKind.Contact => "Liên hệ",
        FactKind.Employment => "Công tác",
        FactKind.LeadershipPost => "Chức vụ",
        FactKind.RankAndStep => "Lương",
        FactKind.Allowance => "Phụ cấp",
        FactKind.Qualification => "Đào tạo",
        FactKind.PartyAndUnion => "Đảng, đoàn thể",
        FactKind.TestResult => "Sát hạch",
        _ => "Bảo hiểm",
    };
}
