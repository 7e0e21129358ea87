using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Personnel.Tests.Fold;
using CongVu.Platform.Acts;
using CongVu.Platform.Time;
using FsCheck.Fluent;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Stories;

/// <summary>Any day as known at any instant: the database answers as a plain replay of what was known then.</summary>
public sealed class TwoTimesStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    private sealed record Known(DateTime At, IReadOnlyList<LoggedEffect> Standing);

    [Fact]
    public async Task Whatever_is_decided_corrected_and_annulled_every_past_answer_stays_reproducible()
    {
        var random = new Random(20260615);
        for (var person = 0; person < 12; person++) await LiveAsync(Guid.CreateVersion7(), random, At(2026, 6).AddHours(person));
        await using var desk = register.Desk();
        (await desk.Get<RecordReplay>().VerifyAsync()).Differences.ShouldBeEmpty();
    }

    private async Task LiveAsync(Guid person, Random random, DateTime at)
    {
        var history = new List<Known> { new(at, []) };
        var seq = 0;
        for (var turn = 0; turn < 25; turn++)
        {
            at = at.AddMinutes(1);
            await using var desk = register.Desk();
            var standing = history[^1].Standing;
            try
            {
                if (standing.Count > 3 && random.Next(5) == 0)
                {
                    var gone = standing[random.Next(standing.Count)];
                    await desk.VoidAsync("Thu hồi", at, gone.Id);
                    history.Add(new Known(at, [.. standing.Where(e => e != gone)]));
                }
                else if (standing.Count > 3 && random.Next(4) == 0)
                {
                    var old = standing[random.Next(standing.Count)];
                    var moved = old with { From = old.From.AddDays(random.Next(-5, 6)), Version = old.Version + 1 };
                    await desk.CorrectAsync("Đính chính", at, new PlannedEffect(old.Id, person, moved.From, old.Effect));
                    if (moved.From != old.From) history.Add(new Known(at, [.. standing.Select(e => e == old ? moved : e)]));
                }
                else
                {
                    var (effect, day) = RecordGen.Effect.Zip(RecordGen.Day).Sample(1).First();
                    if (effect is SetIdentity identity) effect = identity with { PersonalId = FreshId() };
                    if (turn == 0) effect = Identity();
                    if (turn == 1) effect = Employment(RegisterFixture.Division, Day(2020));
                    if (turn <= 1) day = Day(2020);
                    var ids = await desk.ActAsync("Quyết định", at, (person, day, effect));
                    history.Add(new Known(at, [.. standing, new LoggedEffect(ids[0], 1, person, ++seq, day, effect, null, null, "", at)]));
                }
            }
            catch (RecordRefusedException) { }
        }
        await using var reader = register.Desk();
        foreach (var known in history.Where(_ => random.Next(3) == 0).Append(history[^1]))
            foreach (var day in Enumerable.Range(0, 8).Select(_ => Day(2020).AddDays(random.Next(-1, 70))))
                await CompareAsync(reader, person, known, day, known == history[^1] && random.Next(2) == 0 ? null : known.At.AddSeconds(1));
    }

    private static async Task CompareAsync(Desk desk, Guid person, Known known, DateOnly day, DateTime? knownAt)
    {
        var expected = NaiveReplay.On(known.Standing, day);
        var row = await desk.People.FindAsync(person, new AsOf(day, knownAt), default);
        if (!expected.TryGetValue(new(FactKind.Identity), out var identity)) { row.ShouldBeNull(); return; }
        row.ShouldNotBeNull();
        row.PersonalId.ShouldBe(((SetIdentity)identity).PersonalId);
        row.UnitId.ShouldBe((expected.GetValueOrDefault(new(FactKind.Employment)) as SetEmployment)?.UnitId);
        row.EndReason.ShouldBe((expected.GetValueOrDefault(new(FactKind.Departure)) as EndEmployment)?.Reason);
        row.Step.ShouldBe((expected.GetValueOrDefault(new(FactKind.RankAndStep)) as SetRankAndStep)?.Step);
        row.ProfessionalLevel.ShouldBe((expected.GetValueOrDefault(new(FactKind.Qualification, "professional")) as SetQualification)?.Level);

        var state = (await desk.People.StateAsync(person, new AsOf(day, knownAt), default))!;
        (state.Identity?.Value, state.Rank?.Value).ShouldBe(((SetIdentity)identity, expected.GetValueOrDefault(new(FactKind.RankAndStep)) as SetRankAndStep));
        state.Allowances.Select(a => a.Value).ShouldBe(expected.Where(e => e.Key.Kind == FactKind.Allowance).Select(e => (SetAllowance)e.Value), ignoreOrder: true);
        row.PostCode.ShouldBe(state.HighestPost?.Fact.Value.PostCode);
        row.PostSince.ShouldBe(state.HighestPost?.HeldSince);
    }
}
