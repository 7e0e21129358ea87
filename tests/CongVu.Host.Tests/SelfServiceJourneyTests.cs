using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests;

/// <summary>An official declares and disputes over HTTP, the officer of the unit answers.</summary>
public partial class SelfServiceJourneyTests(RunningHost host)
{
    private const string Phone = "kk.contact.phone.phone", Email = "kk.contact.email.email";

    // One open declaration per person: the stories about it are told one after the other.
    [Fact]
    public async Task An_official_declares_with_papers_the_officer_accepts_one_field_rejects_another_and_the_record_tells()
    {
        using var official = await host.VisitAsync("canbo");
        await official.OpenAsync("/ke-khai/cua-toi");
        official.Text.ShouldContain("Bạn chưa kê khai lần nào");
        await official.PressAsync("Kê khai thay đổi");
        official.At.ShouldMatch("^/ke-khai/[0-9a-f-]{36}/soan");
        var declaration = official.At[..^"/soan".Length];

        // Kept at every step: what is typed survives a wrong file, a far too large one, and a field that cannot be right.
        await official.PressWithFileAsync("Tải tệp lên", "Upload", "bang.pdf", "MZ this is a program"u8.ToArray(), (Phone, "0987 654 321"));
        official.Page.QuerySelector("[data-errors]").ShouldNotBeNull(official.Text);
        Value(official, Phone).ShouldBe("0987 654 321");
        await official.PressWithFileAsync("Tải tệp lên", "Upload", "bang.pdf", [.. "%PDF-1.7\n"u8, .. new byte[11 * 1024 * 1024]]);
        official.Page.QuerySelector("[data-errors]")!.TextContent.ShouldContain("10 MB");
        Value(official, Phone).ShouldBe("0987 654 321");
        await official.PressAsync("Gửi xem xét", (Email, "không phải thư"));
        official.Page.QuerySelector("[data-errors]")!.TextContent.ShouldContain("địa chỉ thư “không phải thư” không đúng");
        Value(official, Email).ShouldBe("không phải thư");
        await official.PressWithFileAsync("Tải tệp lên", "Upload", "anh.png", Png, ("UploadLabel", "Ảnh chụp hợp đồng"));
        official.Text.ShouldContain("Ảnh chụp hợp đồng");
        var file = official.Page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Ảnh chụp hợp đồng").GetAttribute("href")!;

        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync(declaration);
        officer.Status.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody else's business");
        await official.OpenAsync("/viec-cua-toi");
        official.Text.ShouldContain("Bản kê khai đang soạn");

        await official.OpenAsync(declaration + "/soan");
        await official.PressAsync("Gửi xem xét", (Email, "canbo@tangiang.gov.vn"));
        official.At.ShouldBe(declaration, official.Text);
        official.Text.ShouldContain("Chờ xem xét");
        official.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Ghi kết quả", "nobody decides about the own declaration");
        await official.PostAsync(declaration + "?handler=Decide", ("phien-ban", "1"), ("kq.contact.phone", "nhan"), ("kq.contact.email", "nhan"));
        official.Status.ShouldBe(HttpStatusCode.Forbidden);

        using var elsewhere = await host.VisitAsync("hr.phuong");
        foreach (var address in new[] { declaration, declaration + "/soan" })
        {
            await elsewhere.OpenAsync(address);
            elsewhere.Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
        (await elsewhere.AskAsync(HttpMethod.Get, file)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await elsewhere.OpenAsync("/ke-khai/can-xem-xet");
        elsewhere.Page.QuerySelectorAll($"a[href='{declaration}']").ShouldBeEmpty();

        await officer.OpenAsync("/viec-cua-toi");
        officer.Text.ShouldContain("Kê khai chờ xem xét");
        await officer.OpenAsync("/ke-khai/can-xem-xet");
        officer.Page.QuerySelectorAll($"a[href='{declaration}']").ShouldNotBeEmpty();
        (await officer.AskAsync(HttpMethod.Get, file)).Status.ShouldBe(HttpStatusCode.OK);
        await officer.OpenAsync(declaration);
        officer.Text.ShouldContain("0987 654 321");
        await officer.PressAsync("Ghi kết quả", ("kq.contact.phone", "nhan"), ("kq.contact.email", "khong"));
        officer.Page.QuerySelector("[data-errors]")!.TextContent.ShouldContain("nêu lý do không chấp nhận");
        officer.Page.QuerySelectorAll<IHtmlInputElement>("input[name='kq.contact.phone']").Single(i => i.Value == "nhan").IsChecked.ShouldBeTrue("choices are kept");
        await officer.PressAsync("Ghi kết quả", ("kq.contact.phone", "nhan"), ("kq.contact.email", "khong"), ("ld.contact.email", "Chưa cấp hộp thư này"));
        officer.Text.ShouldContain("1 mục được chấp nhận, 1 mục không");

        await official.OpenAsync("/thong-bao");
        official.Text.ShouldContain("đã có kết quả");
        await official.OpenAsync(declaration);
        official.Text.ShouldContain("Chưa cấp hộp thư này");
        await official.OpenAsync("/ho-so/cua-toi");
        official.Text.ShouldContain("0987 654 321");
        official.Text.ShouldNotContain("canbo@tangiang.gov.vn");
        official.Page.QuerySelectorAll(".cv-timeline a").ShouldContain(a => a.GetAttribute("href") == declaration && a.TextContent.Contains("được chấp nhận bởi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dispute_has_a_number_and_a_deadline_and_is_answered_by_the_unit_alone()
    {
        using var official = await host.VisitAsync("canbo");
        await official.OpenAsync("/ho-so/cua-toi");
        var link = official.Page.QuerySelector("a[href^='/dinh-chinh/moi?tac-dong=']")!.GetAttribute("href")!;
        await official.OpenAsync(link);
        await official.PressAsync("Gửi đề nghị");
        official.Page.QuerySelector("[data-errors]")!.TextContent.ShouldContain("Ghi nội dung đúng theo giấy tờ của bạn");
        var fact = official.Page.QuerySelector<IHtmlSelectElement>("select[name=Fact]")!.Value;
        fact.ShouldNotBeNullOrEmpty("the fact that was clicked is chosen");
        await official.PressAsync("Gửi đề nghị", ("Wanted", "Theo giấy khai sinh"), ("Reason", "Giấy khai sinh số 12"));
        official.At.ShouldMatch("^/dinh-chinh/[0-9a-f-]{36}$", official.Text);
        official.Heading.ShouldMatch(@"Đề nghị đính chính số \d+/\d{4}");
        official.Text.ShouldContain("Hạn trả lời");
        var dispute = official.At;
        await official.OpenAsync(link);
        await official.PressAsync("Gửi đề nghị", ("Fact", fact), ("Wanted", "Theo giấy khai sinh"), ("Reason", "Giấy khai sinh số 12"));
        official.Page.QuerySelector("[data-errors]")!.TextContent.ShouldContain("chờ trả lời");

        using var elsewhere = await host.VisitAsync("hr.phuong");
        await elsewhere.OpenAsync(dispute);
        elsewhere.Status.ShouldBe(HttpStatusCode.NotFound);

        using var homeAffairs = await host.VisitAsync("snv");
        await homeAffairs.OpenAsync(dispute);
        homeAffairs.Page.QuerySelectorAll("a").ShouldContain(a => a.TextContent.Trim() == "Lập quyết định đính chính" && Correction().IsMatch(a.GetAttribute("href")!));

        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync(dispute);
        officer.Page.QuerySelectorAll("a").ShouldNotContain(a => a.TextContent.Trim() == "Lập quyết định đính chính", "corrections are drafted by home affairs");
        await officer.PressAsync("Gửi trả lời", ("Upheld", "sai"), ("Answer", "Đã đối chiếu bản gốc, hồ sơ ghi đúng."));
        officer.Text.ShouldContain("Hồ sơ ghi đúng, không đính chính");
        await official.OpenAsync(dispute);
        official.Text.ShouldContain("Đã đối chiếu bản gốc, hồ sơ ghi đúng.");
    }

    [Fact]
    public async Task A_person_sees_who_opened_the_own_record_and_nothing_else_of_the_log()
    {
        using var official = await host.VisitAsync("canbo");
        await official.OpenAsync("/ho-so/cua-toi");
        var record = official.At;
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync(record);
        officer.Status.ShouldBe(HttpStatusCode.OK);
        var (reader, own) = await NamesAsync();

        await official.OpenAsync("/ho-so/cua-toi/ai-da-xem");
        var lines = official.Page.QuerySelectorAll("main table tbody tr").Select(r => r.TextContent).ToList();
        lines.ShouldContain(l => l.Contains(reader, StringComparison.Ordinal));
        lines.ShouldNotContain(l => l.Contains(own, StringComparison.Ordinal), "own readings are no news");
        official.Page.QuerySelector("main")!.TextContent.ShouldNotContain("127.0.0.1");
        (await official.AskAsync(HttpMethod.Get, "/quan-tri/nhat-ky")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_ties_an_account_to_one_person_and_unties_it()
    {
        using var admin = await host.VisitAsync("quantri");
        await admin.OpenAsync("/quan-tri/tai-khoan/moi");
        await admin.PressAsync("Mở tài khoản", ("UserName", "thu.gan"), ("DisplayName", "Người Được Gắn"), ("UnitLabel", "SXD"), ("Reason", "Thử"));
        var account = admin.At;
        admin.Text.ShouldContain("Chưa gắn với hồ sơ nào");
        var (taken, free) = await IdsAsync();
        await admin.PressAsync("Gắn hồ sơ", ("PersonId", ""), ("PersonId.text", free));
        admin.Text.ShouldContain("Nêu căn cứ của thay đổi này", customMessage: "no act without a reason");
        await admin.PressAsync("Gắn hồ sơ", ("PersonId", ""), ("PersonId.text", taken), ("Reason", "Công văn 1"));
        admin.Text.ShouldContain("Mỗi người chỉ gắn với một tài khoản");
        await admin.PressAsync("Gắn hồ sơ", ("PersonId", ""), ("PersonId.text", free), ("Reason", "Công văn 1"));
        admin.At.ShouldBe(account, admin.Text);
        admin.Text.ShouldContain($"số định danh …{free[^4..]}");
        admin.Text.ShouldNotContain(free, customMessage: "an administrator sees no whole personal id");
        await admin.PressAsync("Gỡ hồ sơ", ("Reason", "Gắn nhầm"));
        admin.Text.ShouldContain("Chưa gắn với hồ sơ nào");
        await admin.OpenAsync("/quan-tri/nhat-ky?doi-tuong=" + account[^36..]);
        admin.Text.ShouldContain("Gắn tài khoản với hồ sơ");
        admin.Text.ShouldContain("Gỡ hồ sơ khỏi tài khoản");
        using var officer = await host.VisitAsync("hr.sxd");
        (await officer.AskAsync(HttpMethod.Get, "/quan-tri/tai-khoan/tim-nguoi?q=nguyen")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_yesterdays_knowledge_chart_tree_and_unit_page_show_nothing_that_was_recorded_today()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/to-chuc/so-do");
        officer.Heading.ShouldStartWith("Sơ đồ tổ chức: ");
        var unit = officer.Page.QuerySelectorAll(".org-box a").Select(a => a.GetAttribute("href")!).First()[^36..];
        var today = CongVu.Platform.Time.VietnamTime.Today(TimeProvider.System);
        await officer.PostAsync("/ngay-xem", ("ngay", today.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)), ("biet", today.AddDays(-1).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)), ("ve", "/to-chuc/so-do"));
        officer.At.ShouldBe("/to-chuc/so-do");
        officer.Text.ShouldContain("Chưa có đơn vị nào vào ngày");
        officer.Text.ShouldContain("theo những gì đã biết ngày");
        await officer.OpenAsync("/to-chuc");
        officer.Text.ShouldContain("0 đơn vị vào ngày");
        await officer.OpenAsync("/to-chuc/don-vi/" + unit);
        officer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string? Value(Visitor visitor, string name) => visitor.Page.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value;

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private async Task<(string Reader, string Own)> NamesAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Account>().AsNoTracking().Where(a => a.UserName == "hr.sxd" || a.UserName == "canbo").ToDictionaryAsync(a => a.UserName, a => a.DisplayName);
        return (accounts["hr.sxd"], accounts["canbo"]);
    }

    private async Task<(string Taken, string Free)> IdsAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var taken = await db.Database.SqlQuery<string>($"""select t.personal_id as "Value" from personnel.person_today t join platform.account a on a.person_id = t.person_id where a.user_name = 'canbo'""").SingleAsync();
        var free = await db.Database.SqlQuery<string>($"""select t.personal_id as "Value" from personnel.person_today t where t.unit_id is not null and not exists (select from platform.account a where a.person_id = t.person_id) order by t.person_id limit 1""").SingleAsync();
        return (taken, free);
    }

    [GeneratedRegex("^/quyet-dinh/[0-9a-f-]{36}/dinh-chinh$")]
    private static partial Regex Correction();
}
