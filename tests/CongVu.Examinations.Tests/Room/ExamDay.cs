using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Tests.Room;

/// <summary>A released sitting with one room, its council and candidates 001, 002 … of its own.</summary>
internal sealed class ExamDay
{
    private readonly IServiceProvider _services;
    private readonly Uri _address;

    private ExamDay(IServiceProvider services, Uri address) => (_services, _address) = (services, address);

    public Guid Invigilator { get; private set; }
    public Guid Second { get; private set; }
    public Guid Exam { get; private set; }
    public Guid Sitting { get; } = Guid.CreateVersion7();
    public Guid Room { get; } = Guid.CreateVersion7();
    public List<(Guid Seat, string Number, string Code)> Seats { get; } = [];
    public string Commitment { get; private set; } = "";

    public static async Task<ExamDay> PlanAsync(IServiceProvider services, Uri address, int seats = 1, int minutes = 60, Action<Data.Room>? room = null, IReadOnlyList<ExamItem>? items = null)
    {
        var day = new ExamDay(services, address) { Invigilator = await ExamAccounts.AddAsync(services, "Giám thị Một"), Second = await ExamAccounts.AddAsync(services, "Giám thị Hai") };
        await using var scope = services.CreateAsyncScope();
        var (db, safe) = (scope.ServiceProvider.GetRequiredService<CongVuDb>(), scope.ServiceProvider.GetRequiredService<ItemSafe>());
        var exam = new Exam { Name = "Kỳ thi thử " + day.Sitting, Kind = "recruitment", HeldOn = new DateOnly(2026, 11, 28), State = ExamState.Announced, CreatedAt = DateTime.UnixEpoch, CreatedBy = day.Invigilator };
        day.Exam = exam.Id;
        db.Add(exam);
        db.Add(new ExamMember { ExamId = exam.Id, AccountId = day.Invigilator, Role = CouncilRole.Invigilator });
        db.Add(new ExamMember { ExamId = exam.Id, AccountId = day.Second, Role = CouncilRole.Invigilator });
        items ??= [.. Enumerable.Range(1, 9).Select(i => Choice($"q{i}"))];
        BlueprintCell[] cells = [new("", 0, items.Count == 9 ? 3 : items.Count, 100)];
        var blueprint = new BlueprintRow { Name = "Ma trận", Subject = "Kiến thức chung", Cells = BlueprintForm.Write(cells), AuthorId = day.Invigilator, ApproverId = day.Second, State = BlueprintState.Approved, CreatedAt = DateTime.UnixEpoch };
        db.Add(blueprint);
        var bank = new SealedBank([.. items.Select(i => Blinding.Seal(i, Guid.NewGuid(), 1, 500))]);
        var secret = new byte[32];
        day.Commitment = Sealing.Commitment(Sealing.BankHash([.. bank.Items.Select(i => i.Entry.Entry)]), Sealing.Hash(new Blueprint(cells).Canonical()), secret, "VN-Index");
        db.Add(new Sitting
        {
            Id = day.Sitting, ExamId = exam.Id, Name = "Ca 1", BlueprintId = blueprint.Id, StartsAt = DateTime.UnixEpoch, Minutes = minutes, State = SittingState.Released, Commitment = day.Commitment, PublicRule = "VN-Index", PublicValue = "1234,56",
            Secret = safe.SealFile(secret), Bank = bank.Seal(safe), SealedAt = DateTime.UnixEpoch, SealedBy = day.Invigilator, ReleasedBy = day.Invigilator, SecondReleaseBy = day.Second,
        });
        var planned = new Data.Room { Id = day.Room, SittingId = day.Sitting, Name = "Phòng 1", Seats = seats };
        room?.Invoke(planned);
        db.Add(planned);
        for (var i = 1; i <= seats; i++)
        {
            var number = $"{day.Sitting.ToString("n")[20..].ToUpperInvariant()}{i:000}";
            var candidate = new Candidate { ExamId = exam.Id, Number = number, FullName = $"Thí sinh {i}", Birth = new DateOnly(1999, 1, 1), PersonalId = $"{i:000000000000}" };
            var seat = new Seat { SittingId = day.Sitting, CandidateId = candidate.Id, RoomId = day.Room, Number = i };
            var code = SeatCode.Make();
            seat.CodeHash = SeatCode.Hash(seat.Id, code);
            db.AddRange(candidate, seat);
            day.Seats.Add((seat.Id, number, code));
        }
        await db.SaveChangesAsync();
        return day;
    }

    /// <summary>Everybody is there and the clock runs.</summary>
    public async Task<ExamDay> StartAsync()
    {
        foreach (var (seat, _, _) in Seats) (await AsAsync<SeatDesk, Outcome>(Invigilator, d => d.IdentifyAsync(seat, default))).ShouldBeOfType<Outcome.Done>();
        (await AsAsync<RoomDesk, Outcome>(Invigilator, d => d.StartAsync(Room, default))).ShouldBeOfType<Outcome.Done>();
        return this;
    }

    /// <summary>Does something as a member of the council.</summary>
    public async Task<TResult> AsAsync<TDesk, TResult>(Guid account, Func<TDesk, Task<TResult>> act) where TDesk : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        var actor = new Actor(account, "thu", "Người thử", "", null, "phien", "::1", true, true, false, [new ActiveGrant(Roles.HomeAffairs, null, [], new DateOnly(2020, 1, 1), null)]);
        await scope.ServiceProvider.GetRequiredService<Gate>().EnterAsync(actor, scope.ServiceProvider.GetRequiredService<IUnitHierarchy>(), default);
        return await act(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>Time passes: what happened so far lies this much further back. Entries keep their hour of arrival; nothing asks for it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await using var command = _services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            with r as (update examinations.room set started_at = started_at - $2, paused_at = paused_at - $2 where id = $1 returning id)
            update examinations.seat_device d set opened_at = opened_at - $2, last_seen_at = last_seen_at - $2 from examinations.seat s join r on r.id = s.room_id where d.seat_id = s.id
            """);
        command.Parameters.AddWithValue(Room);
        command.Parameters.AddWithValue(time);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(Func<CongVuDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CongVuDb>());
    }

    public Task<List<SeatEntry>> EntriesAsync(int seat = 0) => ReadAsync(db => db.Set<SeatEntry>().AsNoTracking().Where(e => e.SeatId == Seats[seat].Seat).OrderBy(e => e.Epoch).ThenBy(e => e.Sequence).ToListAsync());

    public Task<Seat> SeatAsync(int seat = 0) => ReadAsync(db => db.Set<Seat>().AsNoTracking().SingleAsync(s => s.Id == Seats[seat].Seat));

    public Task<List<SittingEvent>> EventsAsync(string kind) => ReadAsync(db => db.Set<SittingEvent>().AsNoTracking().Where(e => e.SittingId == Sitting && e.Kind == kind).OrderBy(e => e.At).ToListAsync());

    public Machine MachineAt(int seat = 0, string from = "127.0.0.1") => new(_address, Seats[seat].Number, Seats[seat].Code, from);

    internal static ExamItem Choice(string id) => new()
    {
        Id = id, Title = id, Stem = new Content($"Câu hỏi {id}: ai bầu <b>Chủ tịch nước</b>?"),
        Parts = [new Part { Id = "RESPONSE", Kind = PartKind.SingleChoice, Choices = [new("A", new Content("Quốc hội")), new("B", new Content("Chính phủ")), new("C", new Content("Mặt trận"))], Key = ["A"], Shuffle = true }],
        Explanation = new Content("Giải thích mật"),
    };
}
