using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Explanations are read years after they were stored with a decision.</summary>
public class StoredExplanationTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "tests", "CongVu.Law.Tests", "Samples", "explanation-v1.json");

    /// <summary>The file was written by the first version of the stored form and never changes.</summary>
    [Fact]
    public void The_first_version_ever_stored_is_still_read_whole()
    {
        var stored = Explanation.FromJson(File.ReadAllText(Sample));

        stored.Version.ShouldBe(1);
        stored.Value.AsDate.ShouldBe(Day("2027-03-01"));
        stored.Inputs.Select(i => i.Label).ShouldBe(["Đối tượng", "Bảng lương", "Bậc hiện giữ", "Tính nâng bậc lần sau từ ngày"]);
        stored.Inputs[1].Decision.ShouldBe("Quyết định số 125/QĐ-SNV ngày 05/09/2023");
        stored.Regime!.Code.ShouldBe("step-raise.03-2021");
        stored.Regime.Hash.Length.ShouldBe(64);
        stored.Children.Select(c => c.Value.ToString()).ShouldBe(["36 tháng", "6 tháng", "3,33"]);
        stored.Children[1].Children[0].Parameters[0].Checked.ShouldBe(Day("2026-11-21"));
        stored.AllParameters.Count().ShouldBe(3);
    }

    [Fact]
    public void What_is_stored_says_its_version_its_regime_and_reads_back_the_same()
    {
        var told = Raise();
        var json = told.ToJson();

        json.ShouldContain("\"version\":1");
        Explanation.FromJson(json).ToJson().ShouldBe(json);
        told.Version.ShouldBeNull();
        told.Regime!.Hash.ShouldBe(PayRegimes.StepRaise2021.HashOn(Book, Day("2026-11-21")));
        told.Children.ShouldAllBe(c => c.Regime == null && c.Version == null);
        new RegularStepRaise(Book, Day("2021-08-14")).Explain(Holding).Regime!.Code.ShouldBe("step-raise.08-2013");
        new RegularStepRaise(Book, Day("2013-09-14")).Explain(Holding with { Since = Day("2012-01-01"), Disciplines = [] }).Regime!.Code.ShouldBe("step-raise.03-2005");
    }

    [Fact]
    public void A_reader_is_told_what_was_only_recalled_and_what_was_checked_too_long_ago()
    {
        var told = Raise();

        told.Cautions(Day("2027-11-21")).ShouldHaveSingleItem()
            .ShouldBe("Bảng lương chuyên môn, nghiệp vụ đối với cán bộ, công chức (Bảng 2) (Bảng 2, Nghị định 204/2004/NĐ-CP): chưa đối chiếu văn bản, độ tin cậy cao.");
        var aYearLater = told.Cautions(Day("2027-11-22")).ToList();
        aYearLater.Count.ShouldBe(4);
        aYearLater.ShouldContain("Thời gian giữ bậc để nâng bậc lương thường xuyên (Điều 1 khoản 2, Thông tư 03/2021/TT-BNV): kiểm tra lần cuối ngày 21/11/2026, đã quá 12 tháng.");
    }

    private static readonly StepHolding Holding = new(StaffCategory.CivilServant, "A1", 3, Day("2023-09-01"))
    {
        Disciplines = [new(DisciplineForm.Reprimand, Day("2025-05-10"), "Quyết định số 3/QĐ-SNV ngày 10/05/2025")],
        Decision = "Quyết định số 125/QĐ-SNV ngày 05/09/2023",
    };

    private static Explanation Raise() => new RegularStepRaise(Book, Day("2026-11-21")).Explain(Holding);
}
