using CongVu.Platform.Audit;
using Npgsql;

namespace CongVu.Platform.Tests.Engine;

public sealed class AuditChainTests : IAsyncLifetime
{
    private RunningEngine _engine = null!;

    public async ValueTask InitializeAsync() => _engine = await RunningEngine.OpenAsync();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task A_log_that_grows_is_sealed_from_where_the_seals_ended_and_stays_whole()
    {
        await ReadAsync("mot", "hai", "ba");
        await SealAsync(3);
        var noted = (await VerifyAsync()).Head;
        (await SealAsync()).ShouldBe(0);
        await ReadAsync("bon", "nam");
        await SealAsync(2);

        var found = await VerifyAsync(noted);

        (found.Entries, found.Unsealed).ShouldBe((5, 0));
        found.Faults.ShouldBeEmpty();
        found.Head.ShouldNotBe(noted);
    }

    [Fact]
    public async Task An_entry_cannot_be_changed_and_if_it_is_by_force_the_chain_tells_which()
    {
        await ReadAsync("mot", "hai", "ba");
        await SealAsync(3);
        await Should.ThrowAsync<PostgresException>(() => _engine.RunAsync("update platform.audit_entry set action = 'khac' where action = 'hai'"));
        await Should.ThrowAsync<PostgresException>(() => _engine.RunAsync("delete from platform.audit_entry"));
        await Should.ThrowAsync<PostgresException>(() => _engine.RunAsync("truncate platform.audit_entry cascade"));

        await ByForceAsync("update platform.audit_entry set action = 'khac' where action = 'hai'");

        (await VerifyAsync()).Faults.ShouldBe(["Dòng nhật ký của dấu niêm số 2 không khớp: nội dung hoặc thứ tự đã bị sửa."]);
    }

    [Fact]
    public async Task Entries_cut_off_at_the_end_are_missed_by_a_head_noted_before()
    {
        await ReadAsync("mot", "hai", "ba");
        await SealAsync(3);
        var noted = (await VerifyAsync()).Head;

        await ByForceAsync("delete from platform.audit_seal where no = 3");

        (await VerifyAsync()).Faults.ShouldBeEmpty(); // by itself the shorter chain looks whole
        (await VerifyAsync(noted)).Faults.ShouldBe(["Dấu niêm đã ghi lại trước đây không còn trong chuỗi: phần cuối nhật ký đã bị thay."]);
    }

    [Fact]
    public async Task What_a_longer_transaction_wrote_before_is_waited_for()
    {
        await using var connection = new NpgsqlConnection(_engine.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var slow = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var entry = new NpgsqlCommand("insert into platform.audit_entry(id, at, action, count) values (gen_random_uuid(), now(), 'lau', 1)", connection)) await entry.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await ReadAsync("nhanh");

        (await SealAsync()).ShouldBe(0);
        await slow.CommitAsync(TestContext.Current.CancellationToken);
        await SealAsync(2);

        (await _engine.AskAsync<string>("select string_agg(e.action, ' ' order by s.no) from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id")).ShouldBe("lau nhanh");
        (await VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_database_restored_into_a_new_server_whose_transactions_begin_anew_the_chain_goes_on()
    {
        await ReadAsync("cu");
        await SealAsync(1);
        await ByForceAsync("update platform.audit_entry set xid = '4000000000000'");

        await ReadAsync("moi");
        await SealAsync(1);
        await ReadAsync("moi hon");
        await SealAsync(1);

        var found = await VerifyAsync();
        (found.Entries, found.Unsealed).ShouldBe((3, 0));
        found.Faults.ShouldBeEmpty();
    }

    private async Task ReadAsync(params string[] actions)
    {
        foreach (var action in actions) await _engine.DoAsync<AuditLog>(log => log.ReadAsync(new AuditLine(action), default));
    }

    private async Task<int> SealAsync() => await _engine.DoAsync<AuditSealer, int>(s => s.SealAsync(default));

    // Transactions of other tests' databases on the same server hold the sealing up for a moment.
    private async Task SealAsync(int expected)
    {
        var done = 0;
        for (var tries = 0; done < expected && tries < 400; tries++)
        {
            done += await SealAsync();
            if (done < expected) await Task.Delay(25);
        }
        done.ShouldBe(expected);
        (await SealAsync()).ShouldBe(0);
    }

    private Task<AuditVerification> VerifyAsync(string? head = null) => _engine.DoAsync<AuditVerifier, AuditVerification>(v => v.VerifyAsync(head, default));

    // As the owner of the tables could: the triggers that refuse it are taken off.
    private Task ByForceAsync(string sql) => _engine.RunAsync($"""
        alter table platform.audit_entry disable trigger user; alter table platform.audit_seal disable trigger user;
        {sql};
        alter table platform.audit_entry enable trigger user; alter table platform.audit_seal enable trigger user
        """);
}
