using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Results;
using CongVu.Examinations.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>One seat card as it is printed.</summary>
internal sealed record SeatCard(string Number, string Name, string Room, string Code);

/// <summary>The work of a council that is the same thirty times over: done by the same desks as the pages, as the same accounts, without opening a page for each.</summary>
internal sealed class CouncilOffice(RunningProvince province)
{
    /// <summary>Moves all questions of a subject that wait for somebody.</summary>
    public async Task<int> MoveQuestionsAsync(string userName, string subject, BankState from, Func<QuestionDesk, BankItem, Task<StepOutcome>> move)
    {
        var rows = await ReadAsync(db => db.Set<BankItem>().AsNoTracking().Where(i => i.Subject == subject && i.State == from).ToListAsync());
        foreach (var row in rows) (await AsAsync<QuestionDesk, StepOutcome>(userName, d => move(d, row))).ShouldBeOfType<StepOutcome.Done>();
        return rows.Count;
    }

    /// <summary>Checks the papers of everybody in the sitting who is still expected.</summary>
    public async Task IdentifyAllAsync(string userName, Guid sitting)
    {
        foreach (var seat in await ReadAsync(db => db.Set<Seat>().Where(s => s.SittingId == sitting && s.State == SeatState.Waiting).Select(s => s.Id).ToListAsync()))
            (await AsAsync<SeatDesk, Outcome>(userName, d => d.IdentifyAsync(seat, default))).ShouldBeOfType<Outcome.Done>();
    }

    /// <summary>Marks what waits for this person, each essay with the points told by the number of its candidate.</summary>
    public async Task MarkAsync(string userName, Guid sitting, MarkStep step, Func<string, int?> points)
    {
        var essays = await ReadAsync(db => (from e in db.Set<Essay>()
                                            join s in db.Set<Seat>() on e.SeatId equals s.Id
                                            join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                                            where e.SittingId == sitting && e.FinalHundredths == null && !db.Set<EssayMark>().Any(m => m.EssayId == e.Id && m.Step == step)
                                            select new { e.Id, c.Number }).ToListAsync());
        foreach (var essay in essays)
            if (points(essay.Number!) is { } given) (await AsAsync<EssayDesk, StepOutcome>(userName, d => d.MarkAsync(essay.Id, given, null, default))).ShouldBeOfType<StepOutcome.Done>();
    }

    /// <summary>Minutes pass in a room, in which nothing came from one machine.</summary>
    public async Task SilenceAsync(Guid seat, TimeSpan time)
    {
        await using var command = province.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            with r as (update examinations.room r set started_at = r.started_at - $2 from examinations.seat s where s.id = $1 and r.id = s.room_id)
            update examinations.seat_device set last_seen_at = last_seen_at - $2, opened_at = opened_at - $2 where seat_id = $1
            """);
        command.Parameters.AddWithValue(seat);
        command.Parameters.AddWithValue(time);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(Func<CongVuDb, Task<T>> read)
    {
        await using var scope = province.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CongVuDb>());
    }

    private async Task<TResult> AsAsync<TDesk, TResult>(string userName, Func<TDesk, Task<TResult>> act) where TDesk : notnull
    {
        await using var scope = province.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (sessions, account) = (services.GetRequiredService<Sessions>(), await services.GetRequiredService<CongVuDb>().Set<Account>().AsNoTracking().SingleAsync(a => a.UserName == userName));
        var token = await sessions.OpenAsync(account.Id, true, IPAddress.Loopback, "test", default);
        var actor = await sessions.FindAsync(token, IPAddress.Loopback, services.GetRequiredService<SessionReadings>(), default);
        await services.GetRequiredService<Gate>().EnterAsync(actor!, services.GetRequiredService<IUnitHierarchy>(), default);
        return await act(services.GetRequiredService<TDesk>());
    }

    /// <summary>Reads the printed cards: numbers, names, rooms and codes from the rows of the table.</summary>
    public static IReadOnlyList<SeatCard> Cards(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return [.. XDocument.Load(stream).Descendants(w + "tr").Select(r => r.Elements(w + "tc").Select(c => string.Concat(c.Descendants(w + "t").Select(t => t.Value)).Trim()).ToArray())
            .Where(c => c is [var number, _, _, _] && number.All(char.IsAsciiDigit)).Select(c => new SeatCard(c[0], c[1].Split(',')[0], c[2].Split(',')[0], c[3]))];
    }
}
