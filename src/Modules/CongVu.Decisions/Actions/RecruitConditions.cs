using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Actions;

/// <summary>The conditions of recruitment.</summary>
internal sealed class RecruitConditions(LawBook law, People people, StaffCodes codes)
{
    private const string IdKey = "personalId";
    private ILookup<string, PersonRow> _known = Array.Empty<PersonRow>().ToLookup(p => p.PersonalId);
    private ILookup<string, Guid> _typed = Array.Empty<(string, Guid)>().ToLookup(t => t.Item1, t => t.Item2);

    /// <summary>For each form the person of that personal id who has left the service.</summary>
    public async Task<IReadOnlyList<Guid?>> FormerAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> forms, DateOnly today, CancellationToken ct)
    {
        var known = await KnownAsync([.. forms.Select(IdOf)], today, ct);
        return [.. forms.Select(f => Former(known[IdOf(f)])?.PersonId)];
    }

    /// <summary>Looks up, in one query, which personal ids the register knows already.</summary>
    public async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        _typed = cases.Select(c => (Id: IdOf(c.Inputs), c.SubjectId)).Where(c => c.Id.Length > 0).ToLookup(c => c.Id, c => c.SubjectId);
        _known = await KnownAsync([.. _typed.Select(g => g.Key)], cases.Count == 0 ? default : cases[0].Today, ct);
    }

    /// <summary>Whether the degree says more than the record does.</summary>
    public bool Adds(Recruit v, SetQualification? held)
    {
        if (held is null) return true;
        var (has, had) = (codes.Level(StaffCodes.EducationLevels, v.Degree), codes.Level(StaffCodes.EducationLevels, held.Level));
        return has > had || (has == had && v.Major is not null && v.Major != held.Major);
    }

    private async Task<ILookup<string, PersonRow>> KnownAsync(IReadOnlyCollection<string> typed, DateOnly today, CancellationToken ct)
    {
        var ids = typed.Where(id => id.Length > 0).Distinct().ToArray();
        return (ids.Length == 0 ? [] : await people.On(new AsOf(today)).Where(p => ids.Contains(p.PersonalId)).ToListAsync(ct)).ToLookup(p => p.PersonalId);
    }

    // The one record of that id, when its holder has left; with two records of one id nothing is sure.
    private static PersonRow? Former(IEnumerable<PersonRow> known) => known.ToList() is [{ UnitId: null, EndedOn: not null } left] ? left : null;

    private static string IdOf(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault(IdKey)?.Trim() ?? "";

    public void Check(ActionCase one, Recruit v, Findings findings)
    {
        Identity(one, v, findings);
        Age(v, findings);
        Pay(v, findings);
        Degree(v, findings);
        findings.Met("recruit.unit", "Đơn vị tiếp nhận tồn tại vào ngày tuyển dụng", one.Units.FullName(v.Unit.Id));
        findings.Met("recruit.approval", "Kết quả tuyển dụng đã được phê duyệt", v.Approval, Decree(v));
        findings.Demand(v.Category == "civil-servant" || v.Contract is not null, "recruit.contract", "Có loại hợp đồng", "Viên chức, người lao động hợp đồng phải có loại hợp đồng.", Decree(v), "Chọn loại hợp đồng.");
    }

    private void Identity(ActionCase one, Recruit v, Findings findings)
    {
        const string code = "recruit.id", title = "Số định danh chưa có trong hệ thống";
        if (_typed[v.PersonalId].Count() > 1) findings.Blocks(code, title, $"Số {v.PersonalId} được nhập cho nhiều người trong danh sách này.", null, "Sửa số định danh, hoặc bỏ dòng thừa.");
        else if (Former(_known[v.PersonalId]) is { } former) Again(one, v, former, findings);
        else findings.Demand(!_known[v.PersonalId].Any(), code, title, $"Số {v.PersonalId} thuộc hồ sơ của người đang công tác.", null, "Kiểm tra lại số định danh; nếu là một người, dùng nghiệp vụ tiếp nhận hoặc điều động.");
        if (!Plausible(v)) findings.Unknown("recruit.id-form", "Số định danh khớp với giới tính, năm sinh", $"Số {v.PersonalId} không theo cấu trúc của giới tính và năm sinh đã nhập.", "Luật Căn cước", "Đối chiếu lại thẻ căn cước.");
    }

    // Somebody who had left: the record goes on, if it is the same human being and the time fits.
    private static void Again(ActionCase one, Recruit v, PersonRow former, Findings findings)
    {
        const string code = "recruit.again", title = "Ghi tiếp hồ sơ của người đã thôi công tác";
        var left = former.EndedOn!.Value;
        if (VietnameseText.Fold(v.FullName) != VietnameseText.Fold(former.FullName) || v.Birth.FirstDay != former.BirthDate || v.Sex != former.Sex)
            findings.Blocks(code, title, $"Đã có hồ sơ mang số {v.PersonalId} của người thôi công tác từ ngày {VnFormat.Date(left)}, nhưng họ tên, ngày sinh hoặc giới tính khác với thông tin vừa nhập.", "Luật Căn cước", "Đối chiếu thẻ căn cước; nếu hồ sơ cũ ghi sai thì đính chính hồ sơ cũ trước.");
        else if (v.From < left)
            findings.Blocks(code, title, $"Người này còn công tác đến hết ngày {VnFormat.Date(left.AddDays(-1))}.", null, $"Chọn ngày tuyển dụng từ {VnFormat.Date(left)} trở đi.");
        else if (one.SubjectId != former.PersonId)
            findings.Blocks(code, title, $"Người mang số {v.PersonalId} vừa thôi công tác từ ngày {VnFormat.Date(left)}; bản soạn chưa gắn với hồ sơ đó.", null, "Mở bản soạn và bấm Lưu để gắn với hồ sơ cũ.");
        else findings.Met(code, title, $"Thôi công tác từ ngày {VnFormat.Date(left)}. Quyết định này ghi tiếp vào hồ sơ cũ, không lập hồ sơ thứ hai; nhân thân giữ như hồ sơ.");
    }

    // Digits 4 to 6 of a personal id: century and sex, then two digits of the year of birth.
    private static bool Plausible(Recruit v)
    {
        var century = (v.Birth.FirstDay.Year - 1900) / 100;
        return v.PersonalId[3] - '0' == century * 2 + (v.Sex == "female" ? 1 : 0) && v.PersonalId.Substring(4, 2) == v.Birth.FirstDay.ToString("yy", System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Age(Recruit v, Findings findings)
    {
        var least = law.Integer("recruitment.minimum-age").At(v.From);
        var age = LawDay.AgeOn(v.Birth.FirstDay, v.From);
        findings.Demand(age >= least.Value, "recruit.age", $"Đủ {least.Value} tuổi", $"Sinh {v.Birth}, đến ngày {VnFormat.Date(v.From)} mới {age} tuổi.", least.Source.Text, "Sửa ngày tuyển dụng hoặc ngày sinh.", $"{age} tuổi vào ngày tuyển dụng.");
    }

    private void Pay(Recruit v, Findings findings)
    {
        var rank = law.Pay.Ranks.Find(v.RankCode, v.From);
        var category = PersonTerms.Category(v.Category);
        findings.Demand(rank is not null && (rank.Category == category || category == StaffCategory.ContractWorker), "recruit.rank", "Ngạch áp dụng cho đối tượng này",
            rank is null ? $"Ngạch {v.RankCode} không còn được bổ nhiệm vào ngày {VnFormat.Date(v.From)}." : $"Ngạch {rank.Code} {rank.Name} dành cho {rank.Category.Vietnamese()}.", "Nghị định 204/2004/NĐ-CP", "Chọn ngạch khác.", rank is null ? null : $"{rank.Code} {rank.Name}");
        if (rank is null) return;
        var found = law.Pay.ScalesOn(v.From).TryFind(category, v.TableCode, out var table);
        findings.Demand(found && rank.Allows(v.TableCode), "recruit.table", "Bảng lương của ngạch", $"Ngạch {rank.Code} không xếp theo bảng {v.TableCode}.", "Nghị định 204/2004/NĐ-CP", $"Dùng bảng {rank.Table}.");
        if (table is null) return;
        findings.Demand(table.Has(v.Step), "recruit.step", "Bậc có trong bảng lương", $"Bảng {table.Code} có {table.Steps} bậc.", "Nghị định 204/2004/NĐ-CP", "Sửa bậc.", table.Has(v.Step) ? $"Bậc {v.Step}, hệ số {table.At(v.Step)}" : null);
        if (v.Step == 1) findings.Met("recruit.first-step", "Xếp bậc khởi điểm", "Bậc 1.");
        else findings.NeedsOverride("recruit.first-step", "Xếp bậc khởi điểm", $"Xếp bậc {v.Step}, cao hơn bậc 1.", Decree(v), "Ghi căn cứ: thời gian đóng bảo hiểm xã hội ở công việc phù hợp trước đó, hoặc quy định riêng của ngạch.");
    }

    private void Degree(Recruit v, Findings findings)
    {
        if (law.Pay.Ranks.Find(v.RankCode, v.From) is not { } rank || !law.Pay.ScalesOn(v.From).TryFind(PersonTerms.Category(v.Category), rank.Table, out var table)) return;
        var needed = table.Code switch { "A0" => "college", _ when table.Group == "A" => "university", _ when table.Group == "B" => "intermediate", _ => "none" };
        var has = codes.Level(StaffCodes.EducationLevels, v.Degree);
        findings.Demand(has >= codes.Level(StaffCodes.EducationLevels, needed), "recruit.degree", "Trình độ phù hợp với ngạch",
            $"Ngạch {rank.Code} cần {codes.Name(StaffCodes.EducationLevels, needed).ToLowerInvariant()} trở lên, hồ sơ ghi {codes.Name(StaffCodes.EducationLevels, v.Degree).ToLowerInvariant()}.", rank.Source.Text, "Chọn ngạch phù hợp với văn bằng.",
            codes.Name(StaffCodes.EducationLevels, v.Degree));
    }

    private static string Decree(Recruit v) => v.Category == "civil-servant"
        ? v.From < new DateOnly(2025, 7, 1) ? "Nghị định 138/2020/NĐ-CP" : "Điều 17 đến Điều 20 Nghị định 170/2025/NĐ-CP"
        : v.From < new DateOnly(2026, 7, 1) ? "Nghị định 115/2020/NĐ-CP" : "Nghị định 259/2026/NĐ-CP";
}
