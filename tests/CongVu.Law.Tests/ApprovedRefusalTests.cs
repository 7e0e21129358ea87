using CongVu.Law.Communes;
using CongVu.Law.Pay;
using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>What the engine says to whoever asks for what the law does not give: which fact, and why. The texts are shown on forms as they are.</summary>
public class ApprovedRefusalTests
{
    [Fact]
    public void Refusals_read_as_they_were_approved() => Approved.ShouldMatch("refusals", string.Join('\n', Asked.Select(a => $"{a.What}: {Refusal(a.Ask)}")));

    private static string Refusal(Action ask)
    {
        try
        {
            ask();
            return "được trả lời";
        }
        catch (Exception refused) when (refused is CaseInputException or OutsideCoverageException or LawDataException or DirectoryNotFoundException)
        {
            return $"[{refused.GetType().Name}] {refused.Message.ReplaceLineEndings(" / ")}";
        }
    }

    private static IEnumerable<(string What, Action Ask)> Asked => [.. OfPay, .. OfLeaving, .. OfCommunes, .. OfData];

    private static IEnumerable<(string, Action)> OfPay
    {
        get
        {
            var day = Day("2026-11-21");
            var step = new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2023-09-01"));
            yield return ("bậc 0", () => new RegularStepRaise(Book, day).Assess(step with { Step = 0 }));
            yield return ("bậc 10 của A1", () => new RegularStepRaise(Book, day).Assess(step with { Step = 10 }));
            yield return ("bảng không có", () => new RegularStepRaise(Book, day).Assess(step with { Table = "A9" }));
            yield return ("bảng của đối tượng khác", () => new RegularStepRaise(Book, day).Assess(step with { Category = StaffCategory.CommunePartTime }));
            yield return ("tháng không được tính âm", () => new RegularStepRaise(Book, day).Assess(step with { NotCountedMonths = -1 }));
            yield return ("tháng không được tính bằng 0", () => new RegularStepRaise(Book, day).Assess(step with { NotCountedMonths = 0 }));
            yield return ("hạ bậc lương đối với viên chức", () => new RegularStepRaise(Book, day).Assess(step with { Category = StaffCategory.PublicEmployee, Disciplines = [new(DisciplineForm.PayStepReduction, day)] }));
            yield return ("nâng bậc năm 2004", () => new RegularStepRaise(Book, Day("2004-09-30")));
            yield return ("nâng trước 0 tháng", () => new EarlyStepRaise(Book, day).Assess(step, 0));
            yield return ("nâng trước 1 tháng", () => new EarlyStepRaise(Book, day).Assess(step, 1));
            yield return ("nâng trước 12 tháng", () => new EarlyStepRaise(Book, day).Assess(step, 12));
            yield return ("nâng trước 13 tháng", () => new EarlyStepRaise(Book, day).Assess(step, 13));
            yield return ("vượt khung ở bậc 8", () => new OverScale(Book, day).Assess(step with { Step = 8 }));
            yield return ("vượt khung của chuyên gia cao cấp", () => new OverScale(Book, day).Assess(new StepHolding(StaffCategory.CivilServant, "CGCC", 3, day)));
            yield return ("xét vượt khung ở bậc 8", () => new OverScaleAward(Book, day).Assess(step with { Step = 8 }, default));
            yield return ("lương có vượt khung ở bậc 8", () => new MonthlyPay(Book, day).Assess(new PayHolding(StaffCategory.CivilServant, "A1", 8, Percent.Of(5))));
            yield return ("lương có vượt khung ở bậc 9", () => new MonthlyPay(Book, day).Assess(new PayHolding(StaffCategory.CivilServant, "A1", 9, Percent.Of(5))));
            yield return ("chuyển ngạch thấp hơn", () => new RankChange(Book, day).Assess(StaffCategory.CivilServant, "A2.1", 3, default, "A1"));
            yield return ("chuyển ngạch, vượt khung ở bậc 3", () => new RankChange(Book, day).Assess(StaffCategory.CivilServant, "A2.1", 3, Percent.Of(5), "A2.2"));
            yield return ("chuyển sang bảng ít bậc hơn", () => new RankChange(Book, day).Assess(StaffCategory.CivilServant, "B", 12, default, "C1"));
            yield return ("chuyển ngạch trước ngày 01/08/2026", () => new RankChange(Book, Day("2026-07-31")));
        }
    }

    private static IEnumerable<(string, Action)> OfLeaving
    {
        get
        {
            var early = new ExitCase(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day("2025-07-01")) { AveragePay = 10, CurrentPay = 11, MonthsToRetirement = 40, ServiceMonths = 338 };
            ExitCase old = early with { On = Day("2016-05-01") }, middle = early with { On = Day("2024-05-01") }, special = early with { Reason = ExitReason.Reorganisation };
            var resigning = new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, Day("2026-09-01")) { CurrentPay = 10, ServiceMonths = 146 };
            var partTime = new ExitCase(ExitPolicy.CommunePartTime, ExitReason.Reorganisation, Day("2025-08-01")) { CurrentPay = 3, ServiceMonths = 100, MonthsToRetirement = 120 };
            var cases = new (string, ExitCase)[]
            {
                ("thiếu lương", early with { CurrentPay = null }), ("lương âm", early with { CurrentPay = -1 }), ("lương bằng 0", early with { CurrentPay = 0 }),
                ("thiếu lương bình quân và lương hiện hưởng", old with { CurrentPay = null, AveragePay = null }), ("lương bình quân âm", old with { AveragePay = -1 }),
                ("thiếu số tháng nghỉ sớm", early with { MonthsToRetirement = null }), ("số tháng nghỉ sớm âm", early with { MonthsToRetirement = -1 }),
                ("thời gian đóng âm", early with { ServiceMonths = -1 }),
                ("nghỉ sớm 60 tháng", early with { MonthsToRetirement = 60 }), ("nghỉ sớm 61 tháng", early with { MonthsToRetirement = 61 }), ("nghỉ sớm 61 tháng năm 2016", old with { MonthsToRetirement = 61 }),
                ("đóng 179 tháng", early with { ServiceMonths = 179 }), ("đóng 180 tháng", early with { ServiceMonths = 180 }),
                ("đóng 239 tháng năm 2016", old with { ServiceMonths = 239 }), ("đóng 240 tháng năm 2016", old with { ServiceMonths = 240 }),
                ("đóng 179 tháng năm 2024", middle with { ServiceMonths = 179 }), ("đóng 180 tháng năm 2024", middle with { ServiceMonths = 180 }),
                ("đóng 239 tháng năm 2024, không phải nữ cấp xã", middle with { ServiceMonths = 239, Evidence = new() { CommuneWoman = false } }),
                ("đóng 240 tháng năm 2024, không phải nữ cấp xã", middle with { ServiceMonths = 240, Evidence = new() { CommuneWoman = false } }),
                ("sắp xếp, nghỉ sớm 120 tháng", special with { MonthsToRetirement = 120 }), ("sắp xếp, nghỉ sớm 121 tháng", special with { MonthsToRetirement = 121 }),
                ("sắp xếp, đóng 179 tháng", special with { ServiceMonths = 179 }), ("sắp xếp, đóng 180 tháng", special with { ServiceMonths = 180 }),
                ("sắp xếp năm 2025, đóng 228 tháng trước Nghị định 67", special with { On = Day("2025-02-01"), ServiceMonths = 228 }),
                ("sắp xếp năm 2025, đóng 234 tháng trước Nghị định 67", special with { On = Day("2025-02-01"), ServiceMonths = 234 }),
                ("học nghề số tháng âm", early with { Policy = ExitPolicy.AfterTraining, TrainingMonths = -1 }),
                ("nghỉ theo nguyện vọng mà xin nghỉ hưu trước tuổi", early with { Reason = ExitReason.OwnWish }),
                ("tinh giản ngày 09/01/2015", early with { On = Day("2015-01-09") }), ("tinh giản năm 2031", early with { On = Day("2031-01-01") }),
                ("viên chức thôi việc theo nguyện vọng", resigning with { Category = StaffCategory.PublicEmployee }), ("kết quả công tác kém sau 01/08/2026", resigning with { Reason = ExitReason.PoorResults }),
                ("thôi việc trước 01/07/2025", resigning with { On = Day("2025-06-30") }),
                ("không chuyên trách cấp xã sau 31/05/2026", partTime with { On = Day("2026-06-01") }), ("không chuyên trách cấp xã ngày 31/05/2026", partTime with { On = Day("2026-05-31") }),
                ("không chuyên trách, thiếu số tháng còn lại", partTime with { MonthsToRetirement = null }),
            };
            foreach (var (what, @case) in cases) yield return (what, () => Book.Severance.Reckon(@case));
            yield return ("khoảng cách đến tuổi nghỉ hưu năm 2022", () => RetirementDistance.Of(Book, Sex.Male, Day("1965-01-01"), Day("2022-01-01"), hazardous: false));
        }
    }

    private static IEnumerable<(string, Action)> OfCommunes
    {
        get
        {
            var (law, day) = (Book.Communes, Day("2024-07-01"));
            var unit = new CommuneUnit(CommuneKind.Commune, 1);
            yield return ("xã loại 4", () => law.Staffing(unit with { Class = 4 }, day));
            yield return ("quỹ xã loại 0", () => law.PartTimeFund(0, day));
            yield return ("thiếu chuẩn dân số", () => law.Staffing(unit with { Population = 1 }, day));
            yield return ("chuẩn dân số bằng 0", () => law.Staffing(unit with { Population = 1, PopulationNorm = 0 }, day));
            yield return ("thiếu chuẩn diện tích", () => law.Staffing(unit with { Area = 1 }, day));
            yield return ("sau khi bỏ cấp huyện", () => law.Staffing(unit, Day("2025-07-01")));
            yield return ("quỹ trước 2013", () => law.PartTimeFund(1, Day("2013-05-24")));
            yield return ("không kiêm nhiệm", () => law.Concurrent.OfStaff([], day));
            yield return ("không có chức danh", () => law.Concurrent.OfPartTime(new("Lê Văn C", []), day));
            PartTimeTitle title = new("Thủ quỹ", 5, "Nghị quyết");
            yield return ("kiêm nhiệm quá mức", () => law.Concurrent.OfPartTime(new("Lê Văn C", [title, title], Percent.Of(101)), day));
            yield return ("kiêm nhiệm đúng mức", () => law.Concurrent.OfPartTime(new("Lê Văn C", [title, title], Percent.Of(100)), day));
            yield return ("một chức danh, mức kiêm nhiệm không dùng đến", () => law.Concurrent.OfPartTime(new("Lê Văn C", [title], Percent.Of(101)), day));
            yield return ("trưởng thôn trước 26/05/2026", () => law.VillageHead("term", Day("2026-05-25")));
        }
    }

    private static IEnumerable<(string, Action)> OfData
    {
        get
        {
            yield return ("tham số không có", () => Book.Money("pay.nothing"));
            yield return ("tham số loại khác", () => Book.Money("pay.over-scale-first"));
            yield return ("bảng hỏi như số tiền", () => Book.Ratio("pay.ranks"));
            yield return ("danh mục không có", () => Book.CodeList("nothing"));
            yield return ("quy trình không có", () => Book.Procedure("nothing"));
            yield return ("lương cơ sở năm 2000", () => Book.Pay.BaseSalary.At(Day("2000-01-01")));
            yield return ("thư mục không có", () => LawBook.Load("/không/có"));
            yield return ("ngày nghỉ năm 2020", () => Book.Calendar.IsWorking(Day("2020-12-31")));
            yield return ("Tết năm 2027", () => Book.Calendar.IsWorking(Day("2027-02-08")));
        }
    }
}
