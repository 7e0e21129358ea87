using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Room;

namespace CongVu.Failure.Tests;

/// <summary>The disk of the database server is full: nothing is acknowledged that is not kept, and all arrives when there is room again.</summary>
public sealed class FullDiskTests(FaultyRoom room)
{
    // As large as a piece of the write-ahead log, so that answers have no room while the server itself goes on.
    private const long Room = 16 << 20;

    [Fact]
    public async Task What_finds_no_room_is_not_acknowledged_and_arrives_later()
    {
        var day = await (await room.PlanAsync()).StartAsync();
        using var machine = new PatientMachine(await day.MachineAt().InAsync());
        machine.Machine.Type(1, "c1");
        (await machine.TrySendAsync()).ShouldBeTrue();
        try
        {
            await room.LimitFilesAsync(Room);
            for (var messages = 0; machine.Failures == 0; messages++)
            {
                messages.ShouldBeLessThan(90, "the disk fills");
                for (var essay = 0; essay < 2; essay++)
                    machine.Machine.Log.Add(new Entry(machine.Machine.Log.Count + 1, 1000, EntryKinds.Answer, 2, JsonSerializer.Serialize(new { RESPONSE = Convert.ToBase64String(RandomNumberGenerator.GetBytes(130_000)).Replace('+', '-') })));
                await machine.TrySendAsync();
            }
            machine.LastStatus.ShouldBeGreaterThanOrEqualTo(500);
            var (before, stored) = (machine.Acknowledged, (await day.EntriesAsync()).Count);
            stored.ShouldBe(before);
            before.ShouldBeLessThan(machine.Machine.Log.Count);
            (await machine.TrySendAsync()).ShouldBeFalse("still no room");
            machine.LastStatus.ShouldBeGreaterThanOrEqualTo(500);
        }
        finally { await room.LimitFilesAsync(null); }
        await machine.HandInAsync();
        (await day.EntriesAsync()).Select(e => e.Body).ShouldBe(machine.Machine.Log.Select(e => e.B));
    }
}
