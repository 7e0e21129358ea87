using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Fold;

/// <summary>Turns of a career as the fold sees them.</summary>
public sealed class FoldExamples
{
    private static readonly Guid UnitA = new(1, 0, 0, new byte[8]), UnitB = new(2, 0, 0, new byte[8]);

    [Fact]
    public void A_raise_recorded_late_takes_its_place_before_the_one_recorded_first()
    {
        var rows = Fold((Day(2016), Rank(3, Day(2016))), (Day(2013), Rank(2, Day(2013))));
        rows.Select(r => (r.From, r.Until)).OrderBy(r => r.From).ShouldBe([(Day(2013), Day(2016)), (Day(2016), null)]);
    }

    [Fact]
    public void On_one_day_the_later_recorded_wins_and_the_other_never_held()
    {
        var rows = Fold((Day(2016), Rank(3, Day(2016))), (Day(2016), Rank(4, Day(2016))));
        ((SetRankAndStep)rows.ShouldHaveSingleItem().Source.Effect).Step.ShouldBe(4);
    }

    [Fact]
    public void Coming_back_ends_the_departure()
    {
        var rows = Fold((Day(2010), Employment(UnitA, Day(2010))), (Day(2015), new EndEmployment("resigned")), (Day(2017), Employment(UnitB, Day(2017))));
        var departure = rows.Single(r => r.Kind == FactKind.Departure);
        (departure.From, departure.Until, departure.LeftUnitId).ShouldBe((Day(2015), Day(2017), UnitA));
        rows.Count(r => r.Kind == FactKind.Employment && r.Holds(Day(2016))).ShouldBe(0);
    }

    [Fact]
    public void A_departure_follows_a_corrected_unit()
    {
        var left = Fold((Day(2010), Employment(UnitB, Day(2010))), (Day(2015), new EndEmployment("resigned"))).Single(r => r.Kind == FactKind.Departure);
        left.LeftUnitId.ShouldBe(UnitB);
    }

    [Fact]
    public void The_end_of_a_term_does_not_end_the_post()
    {
        var post = Fold((Day(2010), Employment(UnitA, Day(2010))), (Day(2015), new HoldPost("division-head", UnitA, 60, false, false, false))).Single(r => r.Kind == FactKind.LeadershipPost);
        (post.TermUntil(), post.Until).ShouldBe((Day(2020), null));
    }

    [Fact]
    public void A_break_between_two_terms_counts_from_the_second()
    {
        var rows = Fold(
            (Day(2010), new HoldPost("division-head", UnitA, 60, false, false, false)), (Day(2014), new EndPost("division-head", UnitA, "")),
            (Day(2016), new HoldPost("division-head", UnitA, 60, false, false, false)), (Day(2021), new HoldPost("division-head", UnitA, 60, false, true, false)));
        rows.Select(r => (r.From, r.HeldSince)).ShouldBe([(Day(2010), Day(2010)), (Day(2016), Day(2016)), (Day(2021), Day(2016))], ignoreOrder: true);
    }

    [Fact]
    public void Posts_in_two_units_stand_side_by_side()
    {
        var rows = Fold((Day(2010), new HoldPost("division-head", UnitA, 60, false, false, false)), (Day(2012), new HoldPost("division-head", UnitB, 60, false, false, true)));
        rows.ShouldAllBe(r => r.Until == null);
    }

    private static List<FactRow> Fold(params (DateOnly Day, Effect Effect)[] effects) => RecordFold.FoldUnordered(effects.Select((e, i) => RecordGen.Logged(i + 1, e.Day, e.Effect)));
}
