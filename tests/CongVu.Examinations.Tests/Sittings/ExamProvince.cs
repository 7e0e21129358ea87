using CongVu.Examinations.Tests.Room;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>A province behind the examinations: two departments, who signs for them, officials. Founded once for all tests.</summary>
internal static class ExamProvince
{
    public static readonly Guid Root = Guid.CreateVersion7(), HomeAffairs = Guid.CreateVersion7(), Finance = Guid.CreateVersion7();
    private static readonly ProcessKind History = new("test.history", "Lịch sử", "What happened before the story.");
    private static readonly SemaphoreSlim Founding = new(1);
    private static bool _founded;
    private static int _people;

    public static async Task FoundAsync(this ExamHost host)
    {
        await Founding.WaitAsync();
        try
        {
            if (_founded) return;
            var since = new DateOnly(1990, 1, 1);
            await host.PastAsync(
                (Root, since, new EstablishUnit("UBND", "Ủy ban nhân dân tỉnh Bình Minh", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, [])),
                (HomeAffairs, since, new EstablishUnit("SNV", "Sở Nội vụ", "Sở Nội vụ", "SNV", UnitKind.Department, UnitLevel.Province, Root, [])),
                (Finance, since, new EstablishUnit("STC", "Sở Tài chính", "Sở Tài chính", "STC", UnitKind.Department, UnitLevel.Province, Root, [])));
            await using var connection = new NpgsqlConnection(host.ConnectionString);
            await connection.OpenAsync();
            const string rules = """
                - instrument: Quyết định số 36/2025/QĐ-UBND
                  from: 1990-01-01
                  rules:
                    - { article: Khoản 1 Điều 6, action: [recruit, test-result], category: civil-servant, level: None, signer: SNV, posts: [head, deputy] }
                """;
            await new AuthorityImport().ImportAsync(connection, AuthorityFile.Read(rules), code => code == "SNV" ? HomeAffairs : Root, new ActSource(null, null, Guid.CreateVersion7(), DateTime.UnixEpoch, "Nhập"), default);
            _founded = true;
        }
        finally { Founding.Release(); }
    }

    /// <summary>Somebody in service at a unit.</summary>
    public static async Task<(Guid Person, string PersonalId)> OfficialAsync(this ExamHost host, string name, Guid unit, string? post = null)
    {
        var (person, id) = (Guid.CreateVersion7(), $"001085{Interlocked.Increment(ref _people) + 700_000:000000}");
        var joined = new DateOnly(2009, 1, 1);
        List<(Guid, DateOnly, Effect)> life =
        [
            (person, joined, new SetIdentity(name, null, "1985-09-05", "male", null, "Xã Tân Giang", "01", "00", id, null)),
            (person, joined, new SetEmployment(unit, "civil-servant", null, joined, "Chuyên viên", "recruited")),
            (person, joined, new SetRankAndStep("01.003", "A1", 3, 300, 0, joined)),
        ];
        if (post is not null) life.Add((person, new DateOnly(2024, 1, 1), new HoldPost(post, unit, 60, false, false, false)));
        await host.PastAsync([.. life]);
        return (person, id);
    }

    /// <summary>An account of somebody in service.</summary>
    public static async Task<Staff> StaffOfAsync(this ExamHost host, string name, string role, Guid person)
    {
        var account = await host.AccountAsync(name, role);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Account>().Where(a => a.Id == account).ExecuteUpdateAsync(u => u.SetProperty(a => a.PersonId, person));
        return new Staff(await host.BrowserAsync(account));
    }

    private static async Task PastAsync(this ExamHost host, params (Guid Subject, DateOnly From, Effect Effect)[] facts)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var process = await scope.ServiceProvider.GetRequiredService<ProcessLog>().BeginAsync(History, null, null, default);
        var source = new ActSource(Guid.CreateVersion7(), null, process.Run.Id, process.Run.At, "Quyết định cũ");
        var planned = facts.Select(f => new PlannedEffect(Guid.CreateVersion7(), f.Subject, f.From, f.Effect)).ToList();
        foreach (var applier in scope.ServiceProvider.GetServices<EffectApplier>())
            if (planned.Where(p => applier.Types.Contains(p.Effect.GetType())).ToList() is { Count: > 0 } own) await applier.ApplyAsync(source, own, default);
        await process.CommitAsync(default);
    }
}
