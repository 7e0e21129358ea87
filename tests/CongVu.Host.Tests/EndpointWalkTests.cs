using System.Net;
using System.Text.RegularExpressions;
using CongVu.Host.Practice;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests;

/// <summary>Discovers every endpoint and opens it as every role and as nobody.</summary>
public partial class EndpointWalkTests(RunningHost host)
{
    private IReadOnlyList<RouteEndpoint> Endpoints => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_carries_exactly_one_rule()
    {
        var offenders = Endpoints.Where(e => e.Metadata.GetOrderedMetadata<EndpointRuleAttribute>().Count != 1).Select(e => e.DisplayName);

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_an_endpoint_asks_for_exists()
    {
        var known = host.Services.GetRequiredService<PermissionCatalogue>().All.Select(p => p.Code).ToHashSet();

        var unknown = Endpoints.SelectMany(e => e.Metadata.GetOrderedMetadata<RequiresAttribute>().SelectMany(r => r.AnyOf)).Where(c => !known.Contains(c)).Distinct();

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_past_the_sign_in_page()
    {
        using var nobody = await host.VisitAsync(null);
        var open = new List<string>();
        foreach (var (url, rule) in Addresses())
        {
            var (status, location) = await nobody.AskAsync(HttpMethod.Get, url);
            var refused = status is HttpStatusCode.Unauthorized || (status == HttpStatusCode.Redirect && location!.StartsWith("/dang-nhap", StringComparison.Ordinal));
            if (rule is not OpenToAllAttribute && !refused) open.Add($"{url}: {status} {location}");
        }

        open.ShouldBeEmpty();
    }

    public static TheoryData<string> Accounts => [.. PracticeAccounts.All.Select(a => a.UserName)];

    [Theory, MemberData(nameof(Accounts))]
    public async Task Every_role_gets_what_its_permissions_say_and_never_a_fault(string userName)
    {
        var account = PracticeAccounts.All.Single(a => a.UserName == userName);
        var catalogue = host.Services.GetRequiredService<PermissionCatalogue>();
        using var visitor = await host.VisitAsync(userName);
        var wrong = new List<string>();
        foreach (var (url, rule) in Addresses())
        {
            var (status, _) = await visitor.AskAsync(HttpMethod.Get, url);
            var allowed = rule is not RequiresAttribute requires || catalogue.All.Any(p => requires.AnyOf.Contains(p.Code) && (catalogue.Holds(account.Role, p) || catalogue.Holds(Roles.Self, p)));
            if ((int)status >= 500) wrong.Add($"{url}: fault {status}");
            else if (!allowed && status != HttpStatusCode.Forbidden) wrong.Add($"{url}: not refused, {status}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_without_the_token_of_a_form_is_refused()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        var taken = new List<string>();
        foreach (var endpoint in Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>() is null))
        {
            var (status, location) = await officer.AskAsync(HttpMethod.Post, Fill(endpoint.RoutePattern.RawText!));
            if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)) taken.Add($"{endpoint.RoutePattern.RawText}: {status} {location}");
        }

        taken.ShouldBeEmpty();
    }

    private IEnumerable<(string Url, EndpointRuleAttribute? Rule)> Addresses() =>
        Endpoints.Select(e => (Fill(e.RoutePattern.RawText!), e.Metadata.GetMetadata<EndpointRuleAttribute>())).DistinctBy(e => e.Item1);

    // A well-formed address of something that does not exist: the answer may be "not found", never a fault.
    private static string Fill(string pattern) => "/" + Parameter().Replace(pattern.TrimStart('/'), m => m.Value.Contains(":guid", StringComparison.Ordinal) ? "0190aaaa-0000-7000-8000-000000000000" : m.Value.Contains("regex", StringComparison.Ordinal) ? "docx" : m.Value.Contains('?', StringComparison.Ordinal) ? "" : "1").TrimEnd('/');

    [GeneratedRegex(@"\{[^{}]*(\([^()]*(\([^()]*\))*[^()]*\))?[^{}]*\}")]
    private static partial Regex Parameter();
}
