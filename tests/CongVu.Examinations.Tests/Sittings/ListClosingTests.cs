using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StepOutcome = CongVu.Examinations.Bank.StepOutcome;

namespace CongVu.Examinations.Tests.Sittings;

public sealed class ListClosingTests(ExamHost host)
{
    [Fact]
    public async Task Who_is_added_while_the_list_is_being_closed_gets_a_number_as_well()
    {
        var day = await ExamDay.PlanAsync(host.Services, host.Address);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        db.Add(new ExamMember { ExamId = day.Exam, AccountId = day.Invigilator, Role = CouncilRole.Secretary });
        await db.SaveChangesAsync();

        // Somebody is adding: the row of the examination is held, the candidate is written and not yet there for others.
        await using var adding = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.exam where id = {day.Exam} for share");
        db.Add(new Candidate { ExamId = day.Exam, FullName = "Thí sinh đến sau", Birth = new DateOnly(1999, 1, 1), PersonalId = "000000000099" });
        await db.SaveChangesAsync();
        var closing = day.AsAsync<CandidateDesk, StepOutcome>(day.Invigilator, d => d.CloseAsync(day.Exam, default));
        await WaitForAsync(async () => await IsWaitingAsync());
        await adding.CommitAsync();

        (await closing).ShouldBeOfType<StepOutcome.Done>();
        (await db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == day.Exam).Select(c => c.Number).ToListAsync()).ShouldAllBe(number => number != null);
    }

    private async Task<bool> IsWaitingAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CongVuDb>().Database
            .SqlQuery<bool>($"select exists(select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%examinations.exam where id = % for no key update%') \"Value\"").SingleAsync();
    }

    private static async Task WaitForAsync(Func<Task<bool>> there)
    {
        for (var tries = 0; !await there(); tries++)
        {
            tries.ShouldBeLessThan(400, "nobody waits");
            await Task.Delay(25);
        }
    }
}
