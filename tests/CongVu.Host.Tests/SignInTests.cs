using System.Net;
using CongVu.Host.Practice;

namespace CongVu.Host.Tests;

public class SignInTests(RunningHost host)
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var visitor = await host.VisitAsync(null);
        await visitor.OpenAsync("/dang-nhap");
        await visitor.PressAsync("Đăng nhập", ("UserName", "snv"), ("Password", "not-the-password"));
        var wrongPassword = visitor.Page.QuerySelector("[data-errors]")!.TextContent.Trim();
        await visitor.PressAsync("Đăng nhập", ("UserName", "khong.co.ai"), ("Password", "not-the-password"));

        visitor.Page.QuerySelector("[data-errors]")!.TextContent.Trim().ShouldBe(wrongPassword);
        wrongPassword.ShouldContain("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    [Fact]
    public async Task Without_the_second_factor_no_page_opens()
    {
        using var visitor = await host.VisitAsync(null);
        await visitor.OpenAsync("/dang-nhap");
        await visitor.PressAsync("Đăng nhập", ("UserName", "thanhtra"), ("Password", PracticeAccounts.Password));

        await visitor.OpenAsync("/viec-cua-toi");

        visitor.At.ShouldBe("/dang-nhap/ma-xac-thuc");
        await visitor.PressAsync("Xác nhận", ("Code", "000000"));
        visitor.Text.ShouldContain("Mã không đúng hoặc đã dùng");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var visitor = await host.VisitAsync("canbo");
        await visitor.OpenAsync("/viec-cua-toi");
        visitor.Heading.ShouldBe("Việc của tôi");

        await visitor.PostAsync("/dang-xuat");
        await visitor.OpenAsync("/viec-cua-toi");

        visitor.At.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task An_official_sees_the_own_record_and_no_other()
    {
        using var self = await host.VisitAsync("canbo");
        await self.OpenAsync("/ho-so/cua-toi");
        self.Status.ShouldBe(HttpStatusCode.OK);
        self.Text.ShouldContain("Số định danh cá nhân");

        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/ho-so/cua-toi");
        var another = officer.At;
        await self.OpenAsync(another);

        self.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task On_a_past_day_the_screen_says_so_and_nothing_can_be_changed()
    {
        using var visitor = await host.VisitAsync("hr.sxd");
        await visitor.OpenAsync("/quyet-dinh/soan-moi/step-raise");
        var form = visitor.Page;
        await visitor.PostAsync("/ngay-xem", ("ngay", "31/12/2024"), ("ve", "/viec-cua-toi"));
        visitor.Text.ShouldContain("31/12/2024");

        await visitor.PostAsync("/quyet-dinh/soan-moi/step-raise", ("chon", Guid.NewGuid().ToString()));

        visitor.Status.ShouldBe(HttpStatusCode.Forbidden);
        visitor.Text.ShouldContain("không thay đổi được gì");
        form.ShouldNotBeNull();
    }

    [Fact]
    public async Task Pages_carry_the_strict_policy_and_are_not_kept_by_the_browser()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync("/dang-nhap", TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
