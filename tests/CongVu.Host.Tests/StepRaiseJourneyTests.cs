using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace CongVu.Host.Tests;

/// <summary>A regular step raise from the due list to the record, through the screens of the three people it takes.</summary>
public partial class StepRaiseJourneyTests(RunningHost host)
{
    private const string Window = "/luong/den-han?tu=01/01/2026&den=01/01/2030";

    [Fact]
    public async Task An_officer_drafts_home_affairs_verifies_the_director_signs_and_the_record_shows_it()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync(Window);
        // Staff of a division in the officer's rank: what the director of the department signs.
        var due = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Where(b => b.Closest("tr")!.TextContent is var row && row.Contains("(01.003)", StringComparison.Ordinal) && row.Contains(" – ", StringComparison.Ordinal)).ToList();
        due.ShouldNotBeEmpty();
        var person = due[0].Value;
        await officer.OpenAsync($"/quyet-dinh/soan-moi/step-raise?chon={person}");
        await officer.PressAsync("Mở bản soạn");
        officer.Text.ShouldContain("Hưởng bậc mới từ ngày");
        await officer.PressAsync("Trình thẩm định");
        officer.Text.ShouldContain("Chờ thẩm định");
        var decision = Address().Match(officer.At).Value;

        using var director = await host.VisitAsync("gd.sxd");
        await director.OpenAsync(decision);
        director.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Ký ban hành", "nothing is signed before it is verified");

        using var homeAffairs = await host.VisitAsync("snv");
        await homeAffairs.OpenAsync(decision);
        await homeAffairs.PressAsync("Thẩm định đạt, chuyển ký");
        homeAffairs.Text.ShouldContain("Chờ ký");

        await director.OpenAsync(decision);
        await director.PressAsync("Ký ban hành");
        director.Heading.ShouldMatch(@"Quyết định \d+/QĐ-SXD", director.Text);
    }

    [Fact]
    public async Task Another_units_decision_is_not_to_be_found_by_its_address()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync(Window);
        var person = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Last().Value;
        await officer.OpenAsync($"/quyet-dinh/soan-moi/step-raise?chon={person}");
        await officer.PressAsync("Mở bản soạn");

        using var elsewhere = await host.VisitAsync("hr.phuong");
        await elsewhere.OpenAsync(Address().Match(officer.At).Value);
        elsewhere.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await elsewhere.OpenAsync($"/ho-so/{person}");
        elsewhere.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [GeneratedRegex("^/quyet-dinh/[0-9a-f-]{36}")]
    private static partial Regex Address();
}
