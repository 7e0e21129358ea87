using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CongVu.Host.Tests;

/// <summary>One decision for many people, over HTTP: from the due list and the list of people, by a pasted list, rows with their own checks.</summary>
public class BulkDraftJourneyTests(RunningHost host)
{
    private const string Window = "/quyet-dinh/den-han-nang-luong?tu=01/01/2024&den=01/01/2030";

    [Fact]
    public async Task People_picked_in_the_due_list_become_rows_with_their_own_day_and_bad_rows_come_first()
    {
        using var officer = await host.VisitAsync("snv2");
        var people = await PickAsync(officer, 5);

        officer.Heading.ShouldContain("đối tượng khác");
        var rows = officer.Page.QuerySelectorAll(".cv-people tbody tr").ToList();
        rows.Count.ShouldBe(people.Count);
        rows.ShouldAllBe(r => Regex.IsMatch(r.QuerySelector<IHtmlInputElement>("input[name^='rieng.']")!.Value, @"^\d\d/\d\d/\d{4}$"), "the day of each is typed in beforehand");

        // One row is given a day that is too early: what was typed is kept, the row goes to the top with what, why and cure.
        var last = rows[^1];
        var name = last.QuerySelector("th a")!.TextContent;
        await officer.PressAsync("Lưu", (last.QuerySelector<IHtmlInputElement>("input[name^='rieng.']")!.Name!, "01/01/2001"));
        var after = officer.Page.QuerySelectorAll(".cv-people tbody tr").ToList();
        var spoilt = after.Single(r => r.QuerySelector("th a")!.TextContent == name);
        spoilt.TextContent.ShouldContain("Chưa đạt");
        spoilt.TextContent.ShouldContain("Cách xử lý");
        spoilt.QuerySelector<IHtmlInputElement>("input[name^='rieng.']")!.Value.ShouldBe("01/01/2001");
        var bad = after.Select(r => r.TextContent.Contains("Chưa đạt", StringComparison.Ordinal)).ToList();
        bad.SequenceEqual(bad.OrderByDescending(b => b)).ShouldBeTrue("bad rows come first");

        await officer.PressAsync("Trình thẩm định");
        officer.Text.ShouldContain("Chưa trình được.");
        officer.Text.ShouldContain("Cách xử lý");

        var failing = bad.Count(b => b);
        await officer.PressAsync($"Đưa ra {failing} người chưa đạt");
        officer.Page.QuerySelectorAll(".cv-people tbody tr").ShouldNotContain(r => r.QuerySelector("th a")!.TextContent == name);
        officer.Text.ShouldContain($"Đã đưa ra khỏi danh sách ({failing})");
    }

    [Fact]
    public async Task A_pasted_list_adds_who_is_found_and_keeps_the_other_lines_with_the_reason()
    {
        using var officer = await host.VisitAsync("snv2");
        await PickAsync(officer, 2);
        var draft = officer.At;
        var others = await host.PersonalIdsAsync(3);

        await officer.PressAsync("Thêm các dòng đã dán", ("dan", string.Join('\n', [.. others, "khong co so", "099000000000"])));

        var fault = officer.Page.QuerySelectorAll("[aria-label='Dòng chưa thêm được'] tbody tr").Select(r => r.TextContent).ToList();
        fault.Count.ShouldBe(2);
        fault[0].ShouldContain("khong co so");
        fault[1].ShouldContain("phạm vi đơn vị");
        officer.Page.QuerySelector("textarea[name=dan]")!.TextContent.Trim().ShouldBe("khong co so\n099000000000");
        await officer.OpenAsync(draft);
        officer.Page.QuerySelectorAll(".cv-people tbody tr").Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task One_value_is_typed_for_everybody_and_a_stale_form_is_refused_with_both_sides()
    {
        using var officer = await host.VisitAsync("snv2");
        await PickAsync(officer, 3);
        using var window = await host.VisitAsync("snv2");
        await window.OpenAsync(officer.At);

        await officer.PressAsync("Ghi cho người đã chọn", ("khoa", "from"), ("gia-tri", "15/06/2027"));
        officer.Page.QuerySelectorAll<IHtmlInputElement>(".cv-people input[name^='rieng.']").ShouldAllBe(i => i.Value == "15/06/2027");

        await window.PressAsync("Lưu", (window.Page.QuerySelector<IHtmlInputElement>(".cv-people input[name^='rieng.']")!.Name!, "16/06/2027"));
        window.Status.ShouldBe(HttpStatusCode.Conflict);
        window.Text.ShouldContain("16/06/2027");
        window.Text.ShouldContain("15/06/2027");
    }

    [Fact]
    public async Task The_list_of_people_offers_the_step_raise_and_takes_the_picked_into_a_draft()
    {
        using var officer = await host.VisitAsync("hr.phuong");
        await officer.OpenAsync("/ho-so");
        officer.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).ShouldContain("Nâng bậc lương");
        var picked = officer.Page.QuerySelectorAll<IHtmlInputElement>("input[name=chon]").Take(2).Select(i => i.Value).ToList();

        await officer.PostAsync("/quyet-dinh/tu-danh-sach/step-raise", [.. picked.Select(p => ("chon", p))]);

        officer.At.ShouldMatch("^/quyet-dinh/[0-9a-f-]{36}/soan$");
        await officer.PostAsync("/quyet-dinh/tu-danh-sach/step-raise", ("tu-trang", "/ho-so"));
        officer.At.ShouldBe("/ho-so");
        officer.Text.ShouldContain("Chọn ít nhất một người");
    }

    private static async Task<List<string>> PickAsync(Visitor officer, int count)
    {
        await officer.OpenAsync(Window);
        var picked = officer.Page.QuerySelectorAll<IHtmlInputElement>("input[name=chon]").Where(b => !b.IsDisabled && !b.Closest("tr")!.TextContent.Contains("Sở Xây dựng", StringComparison.Ordinal)).Take(count).Select(b => b.Value).ToList();
        picked.Count.ShouldBe(count, "the practice province has enough people due");
        await officer.PostAsync("/quyet-dinh/tu-danh-sach/step-raise", [.. picked.Select(p => ("chon", p))]);
        officer.At.ShouldMatch("^/quyet-dinh/[0-9a-f-]{36}/soan$");
        return picked;
    }
}
