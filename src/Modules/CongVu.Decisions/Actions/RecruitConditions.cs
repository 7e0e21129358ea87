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
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private ILookup<string, Guid> _typed = Array.Empty<(string, Guid)>().ToLookup(t => t.Item1, t => t.Item2);

    /// <summary>Looks up, in one query, which personal ids the register knows already.</summary>
    public async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        _typed = cases.Select(c => (Id: c.Inputs.GetValueOrDefault("personalId")?.Trim() ?? "", c.SubjectId)).Where(c => c.Id.Length > 0).ToLookup(c => c.Id, c => c.SubjectId);
        var ids = _typed.Select(g => g.Key).ToArray();
        var own = cases.Select(c => c.SubjectId).ToArray();
        if (ids.Length == 0) return;
        _taken.UnionWith(await people.On(new AsOf(cases[0].Today)).Where(p => ids.Contains(p.PersonalId) && !own.Contains(p.PersonId)).Select(p => p.PersonalId).ToListAsync(ct));
    }

    public void Check(ActionCase one, Recruit v, Findings findings)
    {
        Identity(v, findings);
        Age(v, findings);
        Pay(v, findings);
        Degree(v, findings);
        findings.Met("recruit.unit", "Đơn vị tiếp nhận tồn tại vào ngày tuyển dụng", one.Units.FullName(v.Unit.Id));
        findings.Met("recruit.approval", "Kết quả tuyển dụng đã được phê duyệt", v.Approval, Decree(v));
        findings.Demand(v.Category == "civil-servant" || v.Contract is not null, "recruit.contract", "Có loại hợp đồng", "Viên chức, người lao động hợp đồng phải có loại hợp đồng.", Decree(v), "Chọn loại hợp đồng.");
    }

    private void Identity(Recruit v, Findings findings)
    {
        var twice = _typed[v.PersonalId].Count() > 1;
        findings.Demand(!_taken.Contains(v.PersonalId) && !twice, "recruit.id", "Số định danh chưa có trong hệ thống",
            twice ? $"Số {v.PersonalId} được nhập cho nhiều người trong danh sách này." : $"Đã có hồ sơ mang số định danh {v.PersonalId}.", null, "Tìm hồ sơ cũ theo số định danh; nếu là một người, dùng nghiệp vụ tiếp nhận hoặc điều động.");
        if (!Plausible(v)) findings.Unknown("recruit.id-form", "Số định danh khớp với giới tính, năm sinh", $"Số {v.PersonalId} không theo cấu trúc của giới tính và năm sinh đã nhập.", "Luật Căn cước", "Đối chiếu lại thẻ căn cước.");
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
        var category = Staff.Category(v.Category);
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
        if (law.Pay.Ranks.Find(v.RankCode, v.From) is not { } rank || !law.Pay.ScalesOn(v.From).TryFind(Staff.Category(v.Category), rank.Table, out var table)) return;
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
