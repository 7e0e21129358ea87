using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests.Faults;

/// <summary>A browser signed in with both factors as a new account of a host.</summary>
internal static class SignedIn
{
    public static async Task<HttpClient> AsAsync(CongVuHost host, string role) => (await OpenAsync(host.App.Services, new Uri(host.App.Urls.Single()), role)).Browser;

    public static async Task<(HttpClient Browser, Guid Account)> OpenAsync(IServiceProvider services, Uri address, string role)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var account = new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = "Nguyễn Thị Hoa", UnitLabel = "Sở Nội vụ", PasswordHash = "-", TotpSecret = "-" };
        db.Add(account);
        db.Add(new RoleGrant { AccountId = account.Id, Role = role, Valid = Span.From(new DateOnly(2020, 1, 1)), GrantedBy = account.Id, Reason = "Kiểm thử" });
        await db.SaveChangesAsync();
        var token = await services.GetRequiredService<Sessions>().OpenAsync(account.Id, true, IPAddress.Loopback, "test", CancellationToken.None);
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(SignInFlow.SessionCookie, token, "/", address.Host));
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return (browser, account.Id);
    }

    /// <summary>Sends a form as if it had been typed into the page that was shown before.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string url, string page, params (string Name, string Value)[] typed)
    {
        var token = new HtmlParser().ParseDocument(page).QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;
        return await browser.PostAsync(url, new FormUrlEncodedContent([.. typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)), new("__RequestVerificationToken", token)]));
    }
}
