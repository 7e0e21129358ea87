using CongVu.Organisation.Contracts;
using CongVu.Organisation.Domain;
using CongVu.Platform.Acts;
using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Organisation.Tests;

public class UnitFoldTests
{
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly Guid[] Parents = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private static readonly DateOnly First = new(2025, 6, 1);
    private const int Days = 60;

    [Fact]
    public void On_any_day_the_record_says_what_naive_replay_of_the_effects_says()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Logs().ToArbitrary(), log =>
        {
            var folded = UnitFold.Fold(Unit, log);
            for (var day = First.AddDays(-1); day <= First.AddDays(Days + 1); day = day.AddDays(1))
                folded.On(day)?.State.ShouldBe(Replay(log, day), $"on {day:yyyy-MM-dd}");
            for (var day = First.AddDays(-1); day <= First.AddDays(Days + 1); day = day.AddDays(1))
                (folded.On(day) is null).ShouldBe(Replay(log, day) is null, $"on {day:yyyy-MM-dd}");
        }));
    }

    [Fact]
    public void Versions_of_a_unit_follow_one_another_and_never_overlap()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Logs().ToArbitrary(), log =>
        {
            var spans = UnitFold.Fold(Unit, log).Spans;
            foreach (var (before, after) in spans.Zip(spans.Skip(1)))
            {
                before.Until.ShouldNotBeNull();
                before.Until.Value.ShouldBeLessThanOrEqualTo(after.From);
                (before.Until == after.From && before.State == after.State).ShouldBeFalse("a version is not split without a change");
            }
            spans.ShouldAllBe(s => s.Until == null || s.From < s.Until);
        }));
    }

    [Fact]
    public void The_order_in_which_effects_come_in_does_not_matter_only_their_day_and_place()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Logs().ToArbitrary(), log =>
            UnitFold.Fold(Unit, log.Reverse().ToArray()).Spans.ShouldBe(UnitFold.Fold(Unit, log).Spans)));
    }

    [Fact]
    public void Leaving_an_effect_out_gives_what_held_before_it()
    {
        LoggedEffect[] log = [Effect(1, "2020-01-01", Establish("Sở Giao thông vận tải")), Effect(2, "2025-03-01", new RenameUnit("Sở Xây dựng", "Xây dựng", "SXD"))];
        UnitFold.Fold(Unit, log).On(new(2025, 4, 1))!.State.Name.ShouldBe("Sở Xây dựng");
        UnitFold.Fold(Unit, log[..1]).Spans.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.State.Name.ShouldBe("Sở Giao thông vận tải"),
            s => s.Until.ShouldBeNull());
    }

    [Fact]
    public void A_district_unit_ends_with_the_district_level_even_when_no_decision_about_it_was_entered()
    {
        var span = UnitFold.Fold(Unit, [Effect(1, "2004-01-01", Establish("UBND huyện Tân Lập", UnitLevel.District))]).Spans.ShouldHaveSingleItem();
        span.Until.ShouldBe(new DateOnly(2025, 7, 1));
    }

    [Fact]
    public void Successors_named_at_the_end_of_a_district_are_kept()
    {
        var commune = Guid.NewGuid();
        var folded = UnitFold.Fold(Unit, [Effect(1, "2004-01-01", Establish("UBND huyện Tân Lập", UnitLevel.District)), Effect(2, "2025-07-01", new DissolveUnit([commune]))]);
        folded.Links.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.SuccessorId.ShouldBe(commune), l => l.Day.ShouldBe(new DateOnly(2025, 7, 1)));
    }

    private static EstablishUnit Establish(string name, UnitLevel level = UnitLevel.Province) => new("M1", name, name, "M1", UnitKind.Department, level, Parents[0], []);

    private static LoggedEffect Effect(long seq, string day, Effect effect) => new(Guid.NewGuid(), Unit, seq, PracticeOffice.Day(day), effect, null, "");

    // Written without regard to the fold: the last establishment still standing, then whatever was changed since.
    private static UnitState? Replay(LoggedEffect[] log, DateOnly day)
    {
        UnitState? state = null;
        foreach (var e in log.Where(e => e.From <= day).OrderBy(e => e.From).ThenBy(e => e.Seq))
            switch (e.Effect)
            {
                case EstablishUnit x: state = new(x.Code, x.Name, x.ShortName, x.Symbol, x.Kind, x.Level, x.ParentId); break;
                case RenameUnit x when state is not null: state = new(state.Code, x.Name, x.ShortName, x.Symbol, state.Kind, state.Level, state.ParentId); break;
                case MoveUnit x when state is not null: state = new(state.Code, state.Name, state.ShortName, state.Symbol, state.Kind, state.Level, x.ParentId); break;
                case DissolveUnit: state = null; break;
            }
        return state is { Level: UnitLevel.District } && day >= new DateOnly(2025, 7, 1) ? null : state;
    }

    private static Gen<LoggedEffect[]> Logs()
    {
        var names = Gen.Elements("Sở A", "Sở B", "Sở C");
        var effects = Gen.OneOf(
            from name in names
            from parent in Gen.Elements(Parents)
            from level in Gen.Elements(UnitLevel.Province, UnitLevel.District, UnitLevel.Commune)
            select (Effect)new EstablishUnit("M1", name, name, "M1", UnitKind.Department, level, parent, []),
            from name in names select (Effect)new RenameUnit(name, name, "M1"),
            from parent in Gen.Elements(Parents) select (Effect)new MoveUnit(parent),
            Gen.Constant((Effect)new DissolveUnit([])));
        var dated = from effect in effects from day in Gen.Choose(0, Days) select (effect, day);
        return from list in Gen.ListOf(dated)
               select list.Select((e, i) => new LoggedEffect(Guid.NewGuid(), Unit, i + 1, First.AddDays(e.day), e.effect, null, $"act {i}")).ToArray();
    }
}
