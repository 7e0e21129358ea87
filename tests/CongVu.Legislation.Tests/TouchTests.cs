using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using static CongVu.Legislation.Tests.LegalOffice;

namespace CongVu.Legislation.Tests;

/// <summary>What happens to an instrument, article by article, from relations and from values that change.</summary>
public class TouchTests
{
    [Fact]
    public async Task A_relation_that_names_articles_touches_these_and_one_that_does_not_touches_all()
    {
        await using var office = await OpenAsync();
        await ApproveAsync(office, Decree("12/2027/NĐ-CP", "2027-03-01", new RelationContent(RelationKind.Amends, "172/2025/NĐ-CP", null, null, "Điều 7; khoản 2 Điều 9"), new RelationContent(RelationKind.Amends, "135/2020/NĐ-CP", Day("2027-04-01"), "một số quy định")));
        var touches = LawTouches.Of(office.Law.Current);

        var named = touches["172/2025/NĐ-CP"].Single(t => t.Words.Contains("12/2027/NĐ-CP", StringComparison.Ordinal));
        named.Words.ShouldBe("Điều 7; khoản 2 Điều 9 của Nghị định 172/2025/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 12/2027/NĐ-CP từ ngày 01/03/2027");
        named.From.ShouldBe(Day("2027-03-01"));
        (named.Concerns("Điều 9"), named.Concerns("Điều 8"), named.Concerns(null)).ShouldBe((true, false, true));
        var all = touches["135/2020/NĐ-CP"].Single(t => t.Words.Contains("12/2027/NĐ-CP", StringComparison.Ordinal));
        (all.From, all.Concerns("Điều 4")).ShouldBe((Day("2027-04-01"), true));
    }

    [Fact]
    public async Task Articles_taken_out_do_not_end_the_instrument_and_an_unreadable_list_is_refused()
    {
        await using var office = await OpenAsync();
        await ApproveAsync(office, Decree("12/2027/NĐ-CP", "2027-03-01", new RelationContent(RelationKind.Replaces, "161/2026/NĐ-CP", null, null, "Điều 5")));
        var touched = office.Law.Current.Instruments["161/2026/NĐ-CP"];
        touched.Ceases.ShouldBeNull();
        new InstrumentStates(office.Law.Current).On(touched, Day("2027-03-01")).ShouldBe(Force.PartlyCeased);
        var change = await office.StartAsync("Sai");
        (await office.AddAsync(change, Decree("13/2027/NĐ-CP", "2027-03-01", new RelationContent(RelationKind.Amends, "161/2026/NĐ-CP", null, null, "vài chỗ"))))
            .ShouldBeOfType<ChangeOutcome.Refused>().Problems.ShouldContain(p => p.Message.Contains("Không thấy điều nào", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_changes_touches_the_article_the_old_one_rested_on_unless_its_instrument_ends_then()
    {
        await using var office = await OpenAsync();
        var old = office.Law.Current.Parameters["pay.base-salary"].Values.Values[^1];
        LawTouches.Of(office.Law.Current)[old.Source.Instrument].ShouldNotContain(t => t.Key == "pay.base-salary");
        var change = await office.StartAsync("Lương");
        await office.AddAsync(change, Decree("12/2027/NĐ-CP", "2027-07-01"));
        await office.AddAsync(change, office.BaseSalary("2027-07-01", "2700000", "12/2027/NĐ-CP"));
        await office.SubmitAsync(change);
        (await office.ApproveAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();

        var touch = LawTouches.Of(office.Law.Current)[old.Source.Instrument].Single(t => t.Key == "pay.base-salary");
        (touch.From, touch.Articles).ShouldBe((Day("2027-07-01"), old.Source.Article));
        touch.Words.ShouldContain("có giá trị khác từ ngày 01/07/2027 theo Điều 3, Nghị định 12/2027/NĐ-CP");
        var ended = office.Law.Current.Parameters["pay.base-salary"].Values.Values.First(v => office.Law.Current.Instruments[v.Source.Instrument].Ceases == v.Until);
        LawTouches.Of(office.Law.Current)[ended.Source.Instrument].ShouldAllBe(t => t.Key != "pay.base-salary");
    }

    [Fact]
    public async Task A_value_is_compared_again_only_when_its_article_may_have_been_touched()
    {
        await using var office = await OpenAsync();
        var source = office.Law.Current.Parameters["pay.base-salary"].Values.Values[^1].Source;
        source.Article.ShouldBe("Điều 3");
        var list = new ToDoList(office.Law);
        bool Asked() => list.On(Day("2026-12-20"), null).Any(l => l.Kind == ToDoKind.Ceased && l.Target == "pay.base-salary");
        await ApproveAsync(office, Decree("12/2026/NĐ-CP", "2026-12-01", new RelationContent(RelationKind.Amends, source.Instrument, null, null, "Điều 4")));
        Asked().ShouldBeFalse();
        await ApproveAsync(office, Decree("13/2026/NĐ-CP", "2026-12-02", new RelationContent(RelationKind.Amends, source.Instrument, null, null, "Điều 2 đến Điều 4")));
        Asked().ShouldBeTrue();
    }

    private static async Task ApproveAsync(LegalOffice office, InstrumentContent content)
    {
        var change = await office.StartAsync(content.Number);
        (await office.AddAsync(change, content)).ShouldBeOfType<ChangeOutcome.Done>();
        await office.SubmitAsync(change);
        (await office.ApproveAsync(change)).ShouldBeOfType<ChangeOutcome.Done>();
    }
}
