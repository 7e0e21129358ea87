using CongVu.Organisation.Contracts;
using CongVu.Organisation.Pages.Units;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Organisation.Tests.PracticeOffice;
using ChartModel = CongVu.Organisation.Pages.Units.ChartModel;

namespace CongVu.Organisation.Tests;

/// <summary>Chart, tree and unit page on a day, with what was known at another.</summary>
public class ChartOnPastDaysTests
{
    private static readonly DateOnly ValidOn = Day("2026-02-01");

    [Fact]
    public async Task A_name_recorded_late_stands_on_none_of_them_while_only_earlier_knowledge_is_shown()
    {
        await using var office = await OpenAsync();
        var before = office.Now.Instant;
        office.Now.Pass(TimeSpan.FromHours(1));
        // Signed and recorded in March, in force since January.
        await office.ApplyAsync(On(Finance, "2026-01-01", new RenameUnit("Sở Kế toán", "KT", "SKT")));

        (await NamesAsync(office, new AsOf(ValidOn, before))).ShouldBe(("Sở Tài chính", "Sở Tài chính", "Sở Tài chính"));
        (await NamesAsync(office, new AsOf(ValidOn))).ShouldBe(("Sở Kế toán", "Sở Kế toán", "Sở Kế toán"));
    }

    [Fact]
    public async Task A_unit_nobody_knew_of_is_on_none_of_them_and_its_page_says_so()
    {
        await using var office = await OpenAsync();
        var before = office.Now.Instant;
        var late = Guid.CreateVersion7();
        office.Now.Pass(TimeSpan.FromHours(1));
        await office.ApplyAsync(New(late, "SYT", "Sở Y tế", UnitKind.Department, UnitLevel.Province, Province));

        (await BoxesAsync(office, new AsOf(ValidOn, before))).ShouldNotContain("Sở Y tế");
        (await BoxesAsync(office, new AsOf(ValidOn))).ShouldContain("Sở Y tế");
        await Should.ThrowAsync<Platform.Web.Pipeline.NotFoundException>(() => OnAsync<UnitModel, UnitView>(office, new AsOf(ValidOn, before), async page => { await page.OnGetAsync(late, default); return page.Unit; }));
        (await OnAsync<UnitModel, UnitView>(office, new AsOf(ValidOn), async page => { await page.OnGetAsync(late, default); return page.Unit; })).Name.ShouldBe("Sở Y tế");
    }

    [Fact]
    public void The_heading_says_both_days()
    {
        var known = VietnamTime.StartOf(Day("2026-03-11")).UtcDateTime;
        new AsOf(ValidOn, known).InWords().ShouldBe("ngày 01/02/2026, theo những gì đã biết ngày 10/03/2026");
        new AsOf(ValidOn).InWords().ShouldBe("ngày 01/02/2026");
    }

    private static async Task<(string Chart, string Tree, string Unit)> NamesAsync(PracticeOffice office, AsOf asOf)
    {
        var chart = (await BoxesAsync(office, asOf)).Single(n => n is "Sở Tài chính" or "Sở Kế toán");
        var tree = await OnAsync<IndexModel, string>(office, asOf, async page => { await page.OnGetAsync(default); return page.Tree.Find(Finance)!.Name; });
        var unit = await OnAsync<UnitModel, string>(office, asOf, async page => { await page.OnGetAsync(Finance, default); page.History.Versions[^1].Name.ShouldBe(page.Unit.Name); return page.Unit.Name; });
        return (chart, tree, unit);
    }

    private static Task<List<string>> BoxesAsync(PracticeOffice office, AsOf asOf) =>
        OnAsync<ChartModel, List<string>>(office, asOf, async page => { await page.OnGetAsync(default); return [.. page.Below.SelectMany(c => c.Units).Select(u => u.Name)]; });

    private static Task<T> OnAsync<TPage, T>(PracticeOffice office, AsOf asOf, Func<TPage, Task<T>> open) where TPage : PageModel => office.AskAsync(async services =>
    {
        var actor = new Actor(Guid.CreateVersion7(), "thu", "Người thử", "", null, "phien", "::1", true, true, false, [new ActiveGrant(Roles.HomeAffairs, null, [], Day("2020-01-01"), null)]);
        await services.GetRequiredService<Gate>().EnterAsync(actor, services.GetRequiredService<IUnitHierarchy>(), default);
        services.GetRequiredService<AsOfContext>().Choose(asOf);
        var page = ActivatorUtilities.CreateInstance<TPage>(services);
        page.PageContext = new PageContext { HttpContext = new DefaultHttpContext { RequestServices = services } };
        return await open(page);
    });
}
