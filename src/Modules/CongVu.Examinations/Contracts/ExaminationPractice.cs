using CongVu.Examinations.Practice;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Contracts;

/// <summary>Gives the practice province a bank, practice papers, an examination that is over, one that is coming and a competition open for registration, so that every screen has something to show.</summary>
public sealed class ExaminationPractice
{
    private readonly IServiceScopeFactory _scopes;

    internal ExaminationPractice(IServiceScopeFactory scopes) => _scopes = scopes;

    /// <summary>Enters it all in one process, as the account that will be secretary. Does nothing where the practice accounts are missing or a bank is there.</summary>
    /// <param name="secretary">User name of the secretary, an officer of the Department of Home Affairs.</param>
    /// <param name="council">User names of the others: chair, legal officer who reviews and marks, two unit officers, a second officer, two signers, a supervisor.</param>
    public async Task FillAsync(string secretary, IReadOnlyList<string> council, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CongVuDb>();
        string[] names = [secretary, .. council];
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => names.Contains(a.UserName)).ToDictionaryAsync(a => a.UserName, ct);
        if (council.Count != 8 || accounts.Count != names.Length || await db.Set<Data.BankItem>().AnyAsync(ct)) return;
        var people = names.Select(n => accounts[n].Id).ToArray();
        var by = new PracticeCouncil(people[0], people[1], people[2], people[3], people[4], people[5], people[6], people[7], people[8]);
        var actor = new Actor(by.Secretary, secretary, accounts[secretary].DisplayName, "", null, "practice", "::1", true, true, false, [new ActiveGrant(Roles.HomeAffairs, null, [], new DateOnly(2020, 1, 1), null)]);
        await services.GetRequiredService<Gate>().EnterAsync(actor, services.GetRequiredService<IUnitHierarchy>(), ct);
        await using var process = await services.GetRequiredService<ProcessLog>().BeginAsync(SittingProcesses.OpenExam, "exam", null, ct);
        var bank = ActivatorUtilities.CreateInstance<PracticeBank>(services, by);
        var past = bank.Add("Nghiệp vụ công vụ", "cau-hoi-nghiep-vu-cong-vu.csv", false);
        bank.Add("Tiền lương và chế độ", "cau-hoi-tien-luong.csv", false, waiting: 3);
        bank.Add("Kiến thức công vụ", "cau-hoi-on-tap.csv", true);
        var plans = bank.Blueprints();
        await db.SaveChangesAsync(ct);
        var exams = ActivatorUtilities.CreateInstance<PracticeExams>(services, by);
        var candidates = await exams.PeopleAsync(44, ct);
        if (candidates.Count >= 8)
        {
            await exams.PastAsync(plans.Past, past, candidates.Take(candidates.Count / 2).ToList(), ct);
            exams.Coming(plans.Coming, candidates.Skip(candidates.Count / 2).ToList());
        }
        exams.Competition();
        await process.CommitAsync(ct, count: candidates.Count);
    }
}
