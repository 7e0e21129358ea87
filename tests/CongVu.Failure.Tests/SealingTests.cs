using System.Collections.Concurrent;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Failure.Tests;

/// <summary>The host is killed in the middle of a thousand sealings.</summary>
public sealed class SealingTests(FaultyRoom room)
{
    private const int Seats = 1000, AtOnce = 16;

    [Fact]
    public async Task Every_paper_is_sealed_once_with_the_receipt_of_its_log()
    {
        var day = await room.PlanAsync(Seats);
        var tokens = day.Seats.Select(_ => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray())).ToList();
        await EverybodyWorksAsync(day, tokens);
        var receipts = new ConcurrentDictionary<int, string>();
        var (next, killed) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < Seats;)
            {
                using var machine = day.MachineAt(i);
                machine.Token = tokens[i];
                if (i == Seats / 2 && Interlocked.Exchange(ref killed, 1) == 0)
                {
                    room.KillHost();
                    await room.StartHostAsync();
                }
                for (var tries = 0; !receipts.ContainsKey(i); tries++)
                {
                    tries.ShouldBeLessThan(600);
                    try
                    {
                        var (status, body) = await machine.SealAsync(3);
                        if (status == 200) receipts[i] = body.GetProperty("receipt").GetString()!;
                    }
                    catch (HttpRequestException) { await Task.Delay(50); }
                }
            }
        })));
        var entries = (await day.ReadAsync(db => db.Set<SeatEntry>().AsNoTracking().Where(e => db.Set<Seat>().Any(s => s.Id == e.SeatId && s.SittingId == day.Sitting)).ToListAsync())).ToLookup(e => e.SeatId);
        var seats = (await day.ReadAsync(db => db.Set<Seat>().AsNoTracking().Where(s => s.SittingId == day.Sitting).ToListAsync())).ToDictionary(s => s.Id);
        for (var i = 0; i < Seats; i++)
        {
            var seat = seats[day.Seats[i].Seat];
            (seat.State, seat.Receipt).ShouldBe((SeatState.Sealed, receipts[i]));
            Receipt.Of(day.Commitment, day.Seats[i].Number, entries[seat.Id]).ShouldBe(receipts[i]);
        }
        (await day.EventsAsync(RoomEvents.Sealed)).GroupBy(e => e.SeatId).ShouldAllBe(g => g.Count() == 1);
        (await day.EventsAsync(RoomEvents.Sealed)).Count.ShouldBe(Seats);
    }

    /// <summary>Everybody is at a machine and has three answers on the server.</summary>
    private async Task EverybodyWorksAsync(ExamDay day, List<string> tokens)
    {
        await using var source = NpgsqlDataSource.Create(room.ConnectionString);
        await using var command = source.CreateCommand("""
            with t as (update examinations.sitting set state = 'Running' where id = $1 returning id), r as (update examinations.room set state = 'Running', started_at = now() where sitting_id = $1 returning id),
            s as (update examinations.seat set state = 'Working', started_at = now() where sitting_id = $1 returning id),
            d as (insert into examinations.seat_device(seat_id, epoch, token_hash, address, agent, opened_at, last_seen_at) select seat, 1, hash, '127.0.0.1', 'thu', now(), now() from unnest($2::uuid[], $3::text[]) u(seat, hash))
            insert into examinations.seat_entry(seat_id, epoch, sequence, received_at, clock_ms, kind, question, body) select seat, 1, n, now(), n, 'answer', n, '{"RESPONSE":"c1"}' from unnest($2::uuid[]) seat, generate_series(1, 3) n
            """);
        command.Parameters.AddWithValue(day.Sitting);
        command.Parameters.AddWithValue(day.Seats.Select(s => s.Seat).ToArray());
        command.Parameters.AddWithValue(tokens.Select(SeatSessions.Hash).ToArray());
        await command.ExecuteNonQueryAsync();
    }
}
