using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using FsCheck.Fluent;

namespace CongVu.Personnel.Tests.Fold;

/// <summary>What must be true of every record, whatever was done to it.</summary>
public sealed class FoldProperties
{
    private static readonly IEnumerable<DateOnly> AllDays = Enumerable.Range(-1, 63).Select(new DateOnly(2020, 1, 1).AddDays).ToList();

    [Fact]
    public void On_every_day_the_fold_says_what_a_plain_replay_says() => RecordGen.ForAll(RecordGen.History, history =>
    {
        var rows = RecordFold.FoldUnordered(history);
        foreach (var day in AllDays)
            NaiveReplay.On(rows, day).OrderBy(p => p.Key.ToString()).ShouldBe(NaiveReplay.On(history, day).OrderBy(p => p.Key.ToString()));
    });

    [Fact]
    public void Facts_that_exclude_each_other_never_hold_on_the_same_day() => RecordGen.ForAll(RecordGen.History, history =>
    {
        foreach (var same in RecordFold.FoldUnordered(history).GroupBy(r => r.Key))
        {
            var spans = same.OrderBy(r => r.From).ToList();
            spans.ShouldAllBe(r => r.Until == null || r.Until > r.From);
            for (var i = 1; i < spans.Count; i++) (spans[i - 1].Until <= spans[i].From).ShouldBe(true);
        }
    });

    [Fact]
    public void Every_fact_comes_from_one_effect_and_no_effect_gives_two() => RecordGen.ForAll(RecordGen.History, history =>
        RecordFold.FoldUnordered(history).Select(r => r.Source.Id).ShouldBeUnique());

    [Fact]
    public void Taking_an_effect_out_and_putting_it_back_in_its_place_changes_nothing() => RecordGen.ForAll(RecordGen.History.Where(h => h.Length > 0), history =>
    {
        var before = RecordFold.FoldUnordered(history);
        foreach (var one in history)
        {
            var without = RecordFold.FoldUnordered(history.Where(e => e != one));
            var diff = RecordDiff.Empty();
            diff.Compare(before, without);
            var stored = before.Where(r => !diff.Close.Exists(c => c.SameAs(r))).Concat(diff.Add).ToList();
            Same(stored, without);
            Same(RecordFold.FoldUnordered(history.Where(e => e != one).Append(one)), before);
        }
    });

    [Fact]
    public void Acts_on_different_parts_of_a_record_may_be_recorded_in_any_order() => RecordGen.ForAll(
        RecordGen.History.Select(h => h.Where(e => e.Effect is not EndEmployment).ToArray()), history =>
        {
            // Number the effects anew so that each kind keeps its own order but the kinds change places.
            var turned = history.GroupBy(e => EffectTarget.Of(e.Effect).Key).Reverse().SelectMany(g => g.OrderBy(e => e.Seq)).Select((e, i) => e with { Seq = i + 1 }).ToArray();
            Same(RecordFold.FoldUnordered(turned), RecordFold.FoldUnordered(history));
        });

    [Fact]
    public void A_diff_brings_the_rows_of_one_record_to_those_of_another() => RecordGen.ForAll(RecordGen.History.Zip(RecordGen.History), pair =>
    {
        var (before, after) = (RecordFold.FoldUnordered(pair.Item1), RecordFold.FoldUnordered(pair.Item2));
        var diff = RecordDiff.Empty();
        diff.Compare(before, after);
        Same([.. before.Where(r => !diff.Close.Exists(c => c.SameAs(r))), .. diff.Add], after);
    });

    private static void Same(IEnumerable<FactRow> actual, IEnumerable<FactRow> expected)
    {
        static IEnumerable<(FactKey, Guid, int, DateOnly, DateOnly?, DateOnly, Guid?)> Told(IEnumerable<FactRow> rows) =>
            rows.Select(r => (r.Key, r.Source.Id, r.Source.Version, r.From, r.Until, r.HeldSince, r.LeftUnitId)).OrderBy(r => r.ToString(), StringComparer.Ordinal);
        Told(actual).ShouldBe(Told(expected));
    }
}
