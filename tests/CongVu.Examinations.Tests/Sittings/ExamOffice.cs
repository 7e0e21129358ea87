using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>What stories about examinations begin with: an approved bank, people, and rooms that have run.</summary>
internal static class ExamOffice
{
    /// <summary>Approved single choices whose right answer is the one that says "đúng", straight into the bank.</summary>
    public static async Task BankAsync(this ExamHost host, string subject, int count, int essays = 0, int level = 1, bool practice = false)
    {
        var (author, reviewer, approver) = (await host.AccountAsync("Tác giả"), await host.AccountAsync("Thẩm định"), await host.AccountAsync("Duyệt"));
        await using var scope = host.Services.CreateAsyncScope();
        var (db, safe) = (scope.ServiceProvider.GetRequiredService<CongVuDb>(), scope.ServiceProvider.GetRequiredService<ItemSafe>());
        for (var n = 1; n <= count + essays; n++)
        {
            var item = n <= count ? Choice($"{subject[..2]}{n:000}") : Essay($"{subject[..2]}{n:000}");
            var row = new BankItem { Subject = subject, IsPractice = practice, Code = item.Id, Topic = item.Topic, Level = n <= count ? level : 4, Kind = PartKinds.TypeOf(item), State = BankState.Approved, AuthorId = author, ReviewerId = reviewer, ApproverId = approver, LawCheckedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), CreatedAt = DateTime.UnixEpoch };
            var (body, hash) = safe.Seal(item);
            db.Add(row);
            db.Add(new BankItemVersion { ItemId = row.Id, Number = 1, Sealed = body, Hash = hash, MadeAt = DateTime.UnixEpoch, MadeBy = author });
        }
        await db.SaveChangesAsync();
    }

    public static async Task<(Staff Staff, Guid Id, string UserName)> StaffAsync(this ExamHost host, string name, string role = Roles.HomeAffairs)
    {
        var id = await host.AccountAsync(name, role);
        await using var scope = host.Services.CreateAsyncScope();
        return (new Staff(await host.BrowserAsync(id)), id, await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Account>().Where(a => a.Id == id).Select(a => a.UserName).SingleAsync());
    }

    /// <summary>Rooms run and close: the candidate at a place answers as many questions right as told (null: absent), writes the text given into essays.</summary>
    public static async Task RunAsync(this ExamHost host, Guid sitting, Func<int, int?> right, string essay = "Bài làm", Action<int, Seat>? also = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (db, papers) = (scope.ServiceProvider.GetRequiredService<CongVuDb>(), scope.ServiceProvider.GetRequiredService<SittingPapers>());
        var row = await db.Set<Sitting>().SingleAsync(s => s.Id == sitting);
        var seats = await (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == sitting orderby c.Number select new { s, c.Number }).ToListAsync();
        for (var at = 0; at < seats.Count; at++)
        {
            var (seat, number) = (seats[at].s, seats[at].Number!);
            if (right(at) is not { } good) { seat.State = SeatState.Absent; continue; }
            db.Add(new SeatDevice { SeatId = seat.Id, Epoch = 1, TokenHash = $"{seat.Id:n}", Address = "::1", Agent = "thử", OpenedAt = DateTime.UnixEpoch, LastSeenAt = DateTime.UnixEpoch });
            List<SeatEntry> log = [];
            void Write(int place, string part, string value) => log.Add(new SeatEntry { SeatId = seat.Id, Epoch = 1, Sequence = log.Count + 1, ReceivedAt = DateTime.UnixEpoch, ClockMs = log.Count, Kind = EntryKinds.Answer, Question = place, Body = JsonSerializer.Serialize(new Dictionary<string, string> { [part] = value }) });
            foreach (var q in await papers.KeysForAsync(seat, default))
            {
                var part = q.Question.Item.Parts[0];
                if (part.Kind == PartKind.ExtendedText) { Write(q.Place, part.Id, essay); continue; }
                // First the other one, then the one meant: the last answer counts.
                var wrong = part.Choices.First(c => !part.Key.Contains(c.Id)).Id;
                Write(q.Place, part.Id, good > 0 ? wrong : part.Key[0]);
                Write(q.Place, part.Id, good-- > 0 ? part.Key[0] : wrong);
            }
            db.AddRange(log);
            (seat.State, seat.SealedAt, seat.Receipt) = (SeatState.Sealed, DateTime.UnixEpoch, Receipt.Of(row.Commitment!, number, log));
            also?.Invoke(at, seat);
        }
        row.State = SittingState.Closed;
        await db.SaveChangesAsync();
    }

    private static ExamItem Choice(string code) => new()
    {
        Id = code, Title = code, Topic = "Chung", Stem = new Content($"Câu {code} thế nào?"),
        Parts = [new Part { Id = "RESPONSE", Kind = PartKind.SingleChoice, Choices = [new("A", new Content("đúng")), new("B", new Content("sai")), new("C", new Content("không rõ"))], Key = ["A"] }],
    };

    private static ExamItem Essay(string code) => new() { Id = code, Title = code, Topic = "Tự luận", Stem = new Content($"Trình bày {code}."), Parts = [new Part { Id = "RESPONSE", Kind = PartKind.ExtendedText, Points = 10 }] };
}
