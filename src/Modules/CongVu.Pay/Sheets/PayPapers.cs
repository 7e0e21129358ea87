using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing.Explained;
using CongVu.Platform.Text;

namespace CongVu.Pay.Sheets;

/// <summary>Puts an explanation about a person on paper, in the name of the agency that keeps the file.</summary>
internal sealed class PayPapers(UnitDirectory units, Settings settings)
{
    /// <summary>The paper as a Word file.</summary>
    /// <param name="about">"tiền lương tháng 11/2026", "ngày nâng bậc lương tiếp theo".</param>
    public async Task<byte[]> ExplainAsync(PersonRow person, string about, IReadOnlyList<(string Heading, Explanation Calculation)> calculations, DateOnly recordOn, DateOnly today, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new Platform.Time.AsOf(recordOn), ct);
        var agency = person.FileUnitId is { } unit ? tree.Agency(unit) : null;
        var parent = agency?.ParentId is { } above ? tree.Find(above) : null;
        var province = await settings.GetAsync(Settings.Province, ct) ?? "";
        var born = person.BirthPrecision == "day" ? $"sinh ngày {VnFormat.Date(person.BirthDate)}" : $"sinh năm {person.BirthDate.Year}";
        return ExplanationDocx.Write(new ExplanationPaper
        {
            ParentAgency = parent?.Name,
            Agency = agency?.Name ?? "Cơ quan quản lý hồ sơ",
            Symbol = agency?.Symbol ?? "",
            Place = province.Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase),
            Day = today,
            Subject = $"Giải trình {about} của {(person.Sex == "female" ? "bà" : "ông")} {person.FullName}",
            Words =
            [
                $"{agency?.Name} giải trình {about} của {(person.Sex == "female" ? "bà" : "ông")} {person.FullName}, {born}{(person.UnitId is { } place ? $", {tree.FullName(place)}" : "")}, theo hồ sơ ngày {VnFormat.Date(recordOn)}.",
                $"Kết quả: {string.Join("; ", calculations.Select(c => $"{c.Calculation.Label.ToLowerInvariant()} là {c.Calculation.Value}"))}. Từng bước tính, dữ kiện và căn cứ ghi tại bảng tính chi tiết kèm theo.",
            ],
            SignedBy = agency is null ? "Thủ trưởng cơ quan" : PaperPhrases.HeadTitle(agency),
            Calculations = calculations,
        });
    }
}
