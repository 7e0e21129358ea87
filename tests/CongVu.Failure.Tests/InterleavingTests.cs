using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Results;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Processes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Failure.Tests;

/// <summary>Two machines of one candidate, two nodes, and messages in any order, any number of times, in any pieces: the answers and the score are always the same.</summary>
public sealed class InterleavingTests(FaultyRoom room)
{
    [Fact]
    public async Task Any_interleaving_gives_the_same_answers_and_the_same_score()
    {
        const int papers = 24;
        var day = await (await room.PlanAsync(papers)).StartAsync();
        for (var i = 0; i < papers; i++)
        {
            using var first = await day.MachineAt(i, "127.0.2.1").InAsync();
            var (_, code) = await day.AsAsync<SeatDesk, (Outcome, string? Code)>(day.Invigilator, d => d.AllowMoveAsync(day.Seats[i].Seat, "Đổi máy", default));
            using var second = await day.MachineAt(i, "127.0.2.2").InAsync(code);
        }
        var source = room.Services.GetRequiredService<NpgsqlDataSource>();
        EntryWriter[] nodes = [room.Services.GetRequiredService<EntryWriter>(), new(source, new KnownStandings(), TimeProvider.System)];
        // The same two logs for everybody; only the way they travel differs.
        Entry[][] logs = [Log(new Random(7), 20), Log(new Random(8), 15)];
        var meant = new Dictionary<int, string>();
        foreach (var entry in logs.SelectMany(l => l)) meant[entry.Q!.Value] = entry.B!;
        var scoring = new PaperScoring();
        for (var seed = 0; seed < papers; seed++)
        {
            var chance = new Random(seed);
            var kept = new int[2];
            for (var step = 0; kept[0] < logs[0].Length || kept[1] < logs[1].Length; step++)
            {
                step.ShouldBeLessThan(2000);
                var device = chance.Next(2);
                // Any piece: what is known already, what follows, or what leaves a hole.
                var from = Math.Max(0, Math.Min(logs[device].Length - 1, kept[device] + chance.Next(-6, 3)));
                var piece = logs[device][from..Math.Min(logs[device].Length, from + chance.Next(1, 6))];
                var times = chance.Next(4) == 0 ? 3 : 1;
                var outcomes = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => nodes[chance.Next(2)].AppendAsync(new Append(day.Seats[seed].Seat, device + 1, piece, false, EntrySource.Live))));
                foreach (var outcome in outcomes)
                    if (outcome is AppendOutcome.Kept taken) kept[device] = Math.Max(kept[device], taken.View.Ack);
                    else outcome.ShouldBeOfType<AppendOutcome.Gap>().View.Ack.ShouldBeLessThanOrEqualTo(from);
            }
            var stored = await day.EntriesAsync(seed);
            stored.Count.ShouldBe(logs[0].Length + logs[1].Length, $"seed {seed}: once each");
            Answers.Final(stored).ShouldBe(meant, ignoreOrder: true, $"seed {seed}");
            var seat = await day.SeatAsync(seed);
            var keys = await day.AsAsync<SittingPapers, IReadOnlyList<MarkedItem>>(day.Invigilator, p => p.KeysForAsync(seat, default));
            scoring.Score(keys, Answers.Final(stored), new HashSet<string>()).Hundredths.ShouldBe(scoring.Score(keys, meant, new HashSet<string>()).Hundredths);
            // The receipt knows the order of machines and entries, not the order of arrival.
            Receipt.Of("c", "n", stored).ShouldBe(Receipt.Of("c", "n", [.. logs.SelectMany((l, device) => l.Select(e => new SeatEntry { SeatId = seat.Id, Epoch = device + 1, Sequence = e.S, ClockMs = e.C, Kind = e.K, Question = e.Q, Body = e.B, Counts = true }))]));
        }
    }

    private static Entry[] Log(Random chance, int length) =>
        [.. Enumerable.Range(1, length).Select(s => new Entry(s, s, EntryKinds.Answer, chance.Next(1, 4), JsonSerializer.Serialize(new { RESPONSE = $"c{chance.Next(1, 4)}" })))];
}
