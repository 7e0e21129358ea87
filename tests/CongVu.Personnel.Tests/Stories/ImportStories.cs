using CongVu.Personnel.Contracts;
using CongVu.Personnel.Tests.Fold;
using CongVu.Platform.Time;
using FsCheck.Fluent;
using Npgsql;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Stories;

/// <summary>A register filled by the bulk path is the one that decisions one by one would have made.</summary>
public sealed class ImportStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    [Fact]
    public async Task A_bulk_load_stores_what_the_log_gives_keeps_its_constraints_and_goes_on_by_decisions()
    {
        await using var desk = register.Desk();
        var people = Enumerable.Range(0, 2500).Select(_ => History()).ToList();
        await LoadAsync(people);

        var replay = await desk.Get<RecordReplay>().VerifyAsync();
        (replay.Persons, replay.Effects, replay.Differences.Count).ShouldBe((2500, people.Sum(p => (long)p.Effects.Count), 0));
        foreach (var person in people.Take(40))
        {
            var day = Day(2020).AddDays(30);
            var expected = NaiveReplay.On(person.Effects.Select((e, i) => RecordGen.Logged(i + 1, e.From, e.Effect)), day);
            (await desk.People.FindAsync(person.PersonId, new AsOf(day), default))!.Step.ShouldBe((expected.GetValueOrDefault(new(FactKind.RankAndStep)) as SetRankAndStep)?.Step);
        }
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        ((long)(await source.CreateCommand("select count(*) from pg_constraint where connamespace = 'personnel'::regnamespace and contype = 'x'").ExecuteScalarAsync())!).ShouldBe(12);
        ((long)(await source.CreateCommand("select count(*) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'personnel'::regnamespace and c.relname = 'person_today'").ExecuteScalarAsync())!).ShouldBe(8);

        var someone = people[0].PersonId;
        await desk.ActAsync("Quyết định sau khi nạp", register.Clock.Now.AddMinutes(5), (someone, Day(2026), new SetContact("Nhà mới", null, null, null)));
        (await desk.People.StateAsync(someone, new AsOf(RegisterFixture.Today), default))!.Contact!.Value.Residence.ShouldBe("Nhà mới");
        await Should.ThrowAsync<InvalidOperationException>(() => LoadAsync([History()]));
    }

    private async Task LoadAsync(IReadOnlyList<PersonHistory> people)
    {
        await using var desk = register.Desk();
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var result = await desk.Get<PersonImport>().RunAsync(connection, people.ToAsyncEnumerable(), Guid.NewGuid(), register.Clock.Now, default);
        result.Persons.ShouldBe(people.Count);
        await transaction.CommitAsync();
    }

    private static PersonHistory History() => new(Guid.CreateVersion7(),
    [
        new(Guid.CreateVersion7(), Day(2019), Identity(), null, null, "Quyết định"),
        .. RecordGen.Effect.Where(e => e is not SetIdentity).Zip(RecordGen.Day).Sample(14).Select(e => new ImportedEffect(Guid.CreateVersion7(), e.Item2, e.Item1, Guid.NewGuid(), null, "Quyết định")),
    ]);
}
