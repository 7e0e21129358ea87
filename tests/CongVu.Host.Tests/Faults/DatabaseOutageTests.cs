using System.Net;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests.Faults;

/// <summary>The database server goes away under a running host and comes back.</summary>
public sealed class DatabaseOutageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_host_says_so_stays_alive_and_works_again_by_itself()
    {
        await using var server = await ThrowAwayServer.StartAsync();
        await using var host = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={server.ConnectionString}", "--urls=http://127.0.0.1:0", "--CONGVU_MIGRATE=true", "--Logging:LogLevel:Default=None"]);
        var administrator = await SignedIn.AsAsync(host, Roles.ProvinceAdmin);
        var form = await administrator.GetStringAsync("/quan-tri/tai-khoan/moi", TestContext.Current.CancellationToken);
        (await StatusAsync(administrator, "/health/ready")).ShouldBe(HttpStatusCode.OK);

        await server.StopAsync();

        (await StatusAsync(administrator, "/health/live")).ShouldBe(HttpStatusCode.OK, "the process itself is well: nothing should restart it");
        (await StatusAsync(administrator, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        using (var page = await administrator.GetAsync("/viec-cua-toi", TestContext.Current.CancellationToken))
        {
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Cơ sở dữ liệu tạm thời không kết nối được");
        }
        using (var sent = await SignedIn.PostAsync(administrator, "/quan-tri/tai-khoan/moi", form, ("UserName", "nguoi.moi"), ("DisplayName", "Người mới vào"), ("Reason", "Lý do đã gõ trước khi mất kết nối")))
        {
            sent.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Lý do đã gõ trước khi mất kết nối", customMessage: "what was typed is given back");
        }

        await server.StartAgainAsync();

        await UntilAsync(async () => await StatusAsync(administrator, "/health/ready") == HttpStatusCode.OK);
        (await StatusAsync(administrator, "/viec-cua-toi")).ShouldBe(HttpStatusCode.OK, "the session outlives the outage");
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        (await db.Set<Account>().AnyAsync(a => a.UserName == "nguoi.moi", TestContext.Current.CancellationToken)).ShouldBeFalse("nothing is half done");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string url)
    {
        using var answer = await browser.GetAsync(url, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (!await condition())
        {
            (TimeProvider.System.GetUtcNow() < until).ShouldBeTrue("the host did not come back by itself");
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}
