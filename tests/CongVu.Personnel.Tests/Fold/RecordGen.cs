using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Personnel.Tests.Fold;

/// <summary>Draws histories of one person: any effects on any days in any order, sensible or not.</summary>
internal static class RecordGen
{
    public static readonly Guid Person = Guid.Parse("00000000-0000-0000-0000-0000000000aa");
    private static readonly Guid[] Units = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly DateOnly Start = new(2020, 1, 1);

    /// <summary>Days close together, so that effects often meet on one.</summary>
    public static readonly Gen<DateOnly> Day = Gen.Choose(0, 60).Select(Start.AddDays);

    public static readonly Gen<Effect> Effect = Gen.OneOf(
        Gen.Choose(1, 3).Select(i => (Effect)Sample.Identity($"Người {i}", id: $"09900000000{i}")),
        Gen.Choose(1, 3).Select(i => (Effect)new SetContact($"Nhà {i}", null, null, null)),
        Gen.Elements(Units).Select(u => (Effect)Sample.Employment(u, Start)),
        Gen.Elements("retired", "resigned").Select(r => (Effect)new EndEmployment(r)),
        Gen.Elements(Units).Zip(Gen.Elements("division-head", "division-deputy"), (u, p) => (Effect)new HoldPost(p, u, 60, false, false, false)),
        Gen.Elements(Units).Zip(Gen.Elements("division-head", "division-deputy"), (u, p) => (Effect)new EndPost(p, u, "")),
        Gen.Choose(1, 9).Select(s => (Effect)Sample.Rank(s, Start)),
        Gen.Elements("position", "region").Zip(Gen.Choose(1, 9), (k, c) => (Effect)new SetAllowance(k, c, null, null)),
        Gen.Elements("position", "region").Select(k => (Effect)new EndAllowance(k)),
        Gen.Elements("professional", "political").Zip(Gen.Elements("college", "university"), (k, l) => (Effect)new SetQualification(k, l, null, null, null, null)),
        Gen.Choose(1, 9).Select(m => (Effect)new SetSocialInsurance("79", m, 0)),
        Gen.Elements("thi-1", "thi-2").Zip(Gen.Choose(4000, 9000), (e, h) => (Effect)new SetTestResult(e, "Sát hạch", new DateOnly(2020, 1, 1), null, h, h >= 5000)));

    /// <summary>Up to some twenty effects, recorded in the order of the list.</summary>
    public static readonly Gen<LoggedEffect[]> History =
        Gen.Choose(0, 20).SelectMany(n => Effect.Zip(Day).ArrayOf(n)).Select(drawn => drawn.Select((d, i) => Logged(i + 1, d.Item2, d.Item1)).ToArray());

    public static LoggedEffect Logged(int seq, DateOnly day, Effect effect) =>
        new(new Guid(seq, 0, 0, new byte[8]), 1, Person, seq, day, effect, null, null, $"Quyết định {seq}", default);

    public static void ForAll<T>(Gen<T> gen, Action<T> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(gen.ToArbitrary(), holds));
}
