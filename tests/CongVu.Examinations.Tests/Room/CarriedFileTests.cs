using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Platform.Processes;

namespace CongVu.Examinations.Tests.Room;

/// <summary>The last resort: a log that two persons carry.</summary>
public sealed class CarriedFileTests(ExamHost host)
{
    [Fact]
    public async Task Two_persons_bring_in_what_a_cut_machine_holds_and_it_counts_once()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        machine.Type(1, "c1");
        await machine.SendAllAsync();
        machine.Type(2, "c2", clock: 60_000);
        machine.Type(3, "c3", clock: 90_000);
        await day.PassAsync(TimeSpan.FromMinutes(70));
        var file = Write(machine, machine.Log);
        var altered = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<Dictionary<string, object>>(file)!.ToDictionary(p => p.Key, p => p.Key == "epoch" ? 2 : p.Value));
        (await Upload(day, day.Invigilator, altered)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("bị sửa");
        (await Upload(day, day.Invigilator, "không phải"u8.ToArray())).ShouldBeOfType<Outcome.Refused>();
        var forged = machine.Token;
        machine.Token = new string('B', 43);
        (await Upload(day, day.Invigilator, Write(machine, machine.Log))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("không do máy");
        machine.Token = forged;

        (await Upload(day, day.Invigilator, file)).ShouldBeOfType<Outcome.Done>();
        (await day.EntriesAsync()).Count.ShouldBe(1);
        var id = (await day.ReadAsync(db => Task.FromResult(db.Set<CarriedFile>().Single(f => f.RoomId == day.Room)))).Id;
        (await Confirm(day, day.Invigilator, id)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("người thứ hai");
        (await Confirm(day, day.Second, id)).ShouldBeOfType<Outcome.Done>().Said.ShouldContain("2 mục mới");
        (await Confirm(day, day.Second, id)).ShouldBeOfType<Outcome.Refused>();
        var entries = await day.EntriesAsync();
        entries.Select(e => (e.Sequence, e.Source, e.Counts)).ShouldBe([(1, EntrySource.Live, true), (2, EntrySource.Carried, true), (3, EntrySource.Carried, true)]);
        // The network comes back after all: nothing changes.
        await machine.SendAllAsync();
        (await day.EntriesAsync()).Count.ShouldBe(3);
        (await day.EventsAsync(RoomEvents.FileTaken)).ShouldHaveSingleItem().AccountId.ShouldBe(day.Second);
    }

    private static Task<Outcome> Upload(ExamDay day, Guid who, byte[] file) => day.AsAsync<CarriedFiles, Outcome>(who, c => c.UploadAsync(day.Room, file, default));

    private static Task<Outcome> Confirm(ExamDay day, Guid who, Guid file) => day.AsAsync<CarriedFiles, Outcome>(who, c => c.ConfirmAsync(day.Room, file, default));

    // As the browser writes it (wwwroot/room/carry.js), from the words of docs/exam-protocol.md.
    private static byte[] Write(Machine machine, IEnumerable<Entry> entries)
    {
        var (sitting, seat) = (machine.Welcome.GetProperty("sitting").GetGuid(), machine.Welcome.GetProperty("seat").GetGuid());
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(machine.Welcome.GetProperty("carryKey").GetString()!), out _);
        var (key, iv, text) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(12), JsonSerializer.SerializeToUtf8Bytes(new { token = machine.Token, entries }, JsonSerializerOptions.Web));
        var (data, tag) = (new byte[text.Length], new byte[16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(iv, text, data, tag, Encoding.UTF8.GetBytes($"{sitting}/{seat}/{machine.Epoch}"));
        return JsonSerializer.SerializeToUtf8Bytes(new { format = "congvu-carried-1", sitting, seat, epoch = machine.Epoch, key = Convert.ToBase64String(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)), iv = Convert.ToBase64String(iv), data = Convert.ToBase64String([.. data, .. tag]) });
    }
}
