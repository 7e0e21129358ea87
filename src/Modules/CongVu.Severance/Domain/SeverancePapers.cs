using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Explained;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Retiring;

namespace CongVu.Severance.Domain;

/// <summary>Papers about one person in the name of the agency that keeps the file: explanations and notices of retirement.</summary>
internal sealed class SeverancePapers(UnitDirectory units, Settings settings)
{
    /// <summary>An explanation as a Word file.</summary>
    /// <param name="about">"mức hưởng chính sách tinh giản biên chế", "thời điểm nghỉ hưu".</param>
    public async Task<byte[]> ExplainAsync(PersonRow person, string about, IReadOnlyList<(string Heading, Explanation Calculation)> calculations, DateOnly today, CancellationToken ct)
    {
        var (agency, parent, tree, place) = await AgencyAsync(person, today, ct);
        return ExplanationDocx.Write(new ExplanationPaper
        {
            ParentAgency = parent?.Name, Agency = agency?.Name ?? "Cơ quan quản lý hồ sơ", Symbol = agency?.Symbol ?? "", Place = place, Day = today,
            Subject = $"Giải trình {about} của {PersonTerms.Named(person)}",
            Words =
            [
                $"{agency?.Name} giải trình {about} của {PersonTerms.Named(person)}, sinh {PersonTerms.Birth(person)}{(person.UnitId is { } unit ? $", {tree.FullName(unit)}" : "")}, theo hồ sơ ngày {VnFormat.Date(today)}.",
                $"Kết quả: {string.Join("; ", calculations.Select(c => $"{c.Calculation.Label.ToLowerInvariant()} là {c.Calculation.Value}"))}. Từng bước tính, dữ kiện và căn cứ ghi tại bảng tính chi tiết kèm theo.",
            ],
            SignedBy = agency is null ? "Thủ trưởng cơ quan" : PaperPhrases.HeadTitle(agency),
            Calculations = calculations,
        });
    }

    /// <summary>The notice of retirement (Mẫu số 2, Nghị định 170/2025/NĐ-CP).</summary>
    public async Task<byte[]> NoticeAsync(RetirementRow row, Explanation day, DateOnly today, CancellationToken ct)
    {
        var person = row.Person;
        var (agency, parent, _, place) = await AgencyAsync(person, today, ct);
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = DocumentType.Notice, ParentAgency = parent?.Name, Agency = agency?.Name ?? "Cơ quan quản lý", Number = DocumentNumber.Of(null, DocumentType.Notice, agency?.Symbol ?? ""), Place = place, Date = IssueDate.Open(today.Year),
            IsDraft = true, Subject = $"Về việc nghỉ hưu để hưởng chế độ bảo hiểm xã hội đối với {PersonTerms.Named(person)}",
            Body =
            [
                new BodyBlock.Paragraph($"Căn cứ Nghị định số 135/2020/NĐ-CP và Nghị định số 170/2025/NĐ-CP, {agency?.Name} thông báo:"),
                new BodyBlock.Dash($"Họ và tên: {person.FullName}; sinh ngày: {PersonTerms.Birth(person)}"),
                new BodyBlock.Dash($"Chức vụ, đơn vị công tác: {person.JobTitle ?? row.PostName}, {row.UnitName}"),
                new BodyBlock.Dash($"Đủ {row.Age.Years} tuổi{(row.Age.Months > 0 ? $" {row.Age.Months} tháng" : "")} vào ngày {VnFormat.Date(row.Age.ReachedOn)}"),
                new BodyBlock.Dash($"Nghỉ hưu để hưởng chế độ bảo hiểm xã hội kể từ ngày {VnFormat.Date(row.RetiresOn)}"),
                new BodyBlock.Paragraph($"Thông báo này được gửi trước ngày nghỉ hưu theo thời hạn của pháp luật để {PersonTerms.Named(person)} và cơ quan, đơn vị liên quan biết, hoàn thiện hồ sơ và bàn giao công việc."),
            ],
            Recipients = [PersonTerms.Named(person), "Bảo hiểm xã hội tỉnh", "Lưu: VT, TCCB"],
            Signature = Signature.Head(agency is null ? "Thủ trưởng cơ quan" : PaperPhrases.HeadTitle(agency), ""),
            Annexes = [ExplanationAnnex.Of("Cách tính thời điểm nghỉ hưu", ("", day))],
        });
    }

    private async Task<(UnitView? Agency, UnitView? Parent, UnitTree Tree, string Place)> AgencyAsync(PersonRow person, DateOnly today, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(today), ct);
        var agency = person.FileUnitId is { } unit ? tree.Agency(unit) : null;
        var parent = agency?.ParentId is { } above ? tree.Find(above) : null;
        return (agency, parent, tree, (await settings.GetAsync(Settings.Province, ct) ?? "").Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase));
    }
}
