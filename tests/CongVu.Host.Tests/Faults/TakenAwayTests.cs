using System.Net;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests.Faults;

/// <summary>Rights and sessions taken away while somebody works.</summary>
public sealed class TakenAwayTests(RunningHost host)
{
    [Fact]
    public async Task A_grant_that_has_run_out_opens_nothing_from_the_next_request_on()
    {
        var (browser, account) = await SignedIn.OpenAsync(host.Services, host.Address, Roles.HomeAffairs);
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.OK);

        await using var scope = host.Services.CreateAsyncScope();
        var yesterday = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today().AddDays(-1);
        var ended = Span.Between(new DateOnly(2020, 1, 1), yesterday);
        (await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<RoleGrant>().Where(g => g.AccountId == account)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.Valid, ended), TestContext.Current.CancellationToken)).ShouldBe(1);

        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_out_at_the_next_request()
    {
        var (browser, account) = await SignedIn.OpenAsync(host.Services, host.Address, Roles.HomeAffairs);
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.OK);

        await host.Services.GetRequiredService<Sessions>().EndAllAsync(account, "Kiểm thử", TestContext.Current.CancellationToken);

        using var answer = await browser.GetAsync("/ho-so", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith("/dang-nhap");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/ho-so", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
