using System.Net;
using System.Net.Http.Headers;
using CongVu.Platform.Security;

namespace CongVu.Host.Tests.Faults;

/// <summary>A form larger than any page takes is told to be too large, not to be out of date.</summary>
public sealed class LargeFormTests(RunningHost host)
{
    [Fact]
    public async Task A_form_of_100_megabytes_is_told_to_be_too_large()
    {
        var (browser, _) = await SignedIn.OpenAsync(host.Services, host.Address, Roles.HomeAffairs);
        using var content = new StreamContent(Stream.Null);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        content.Headers.ContentLength = 100L << 20;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/thi/ky-thi/moi") { Content = content };
        // The length is said first; the server answers to that and the body is never sent.
        request.Headers.ExpectContinue = true;

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Tệp quá lớn");
    }
}
