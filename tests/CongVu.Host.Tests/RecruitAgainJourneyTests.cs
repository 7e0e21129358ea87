using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Platform.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Host.Tests;

/// <summary>Somebody who left the service is recruited again, through the screens: the record goes on.</summary>
public partial class RecruitAgainJourneyTests(RunningHost host)
{
    [Fact]
    public async Task Who_left_comes_back_into_the_same_record_and_who_serves_is_refused()
    {
        var (person, form) = await PersonAsync("p.unit_id is null and p.end_reason = 'retired'");
        var draft = await DraftAsync(form);
        Checks(draft).Contains("Ghi tiếp hồ sơ của người đã thôi công tác", StringComparison.Ordinal).ShouldBeTrue(Checks(draft));
        Checks(draft).Contains("không lập hồ sơ thứ hai", StringComparison.Ordinal).ShouldBeTrue(Checks(draft));
        await using (var item = Source.CreateCommand($"select subject_id from decisions.decision_item where decision_id = '{Address().Match(draft.At).Groups[1].Value}'")) (await item.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(person);
        draft.Dispose();

        var (_, serving) = await PersonAsync("p.unit_id is not null");
        using var refused = await DraftAsync(serving);
        Checks(refused).Contains("thuộc hồ sơ của người đang công tác", StringComparison.Ordinal).ShouldBeTrue(Checks(refused));
        await refused.PressAsync("Trình thẩm định");
        refused.At.ShouldContain("/soan");
    }

    private NpgsqlDataSource Source => host.Services.GetRequiredService<NpgsqlDataSource>();

    private async Task<Visitor> DraftAsync(IReadOnlyDictionary<string, string> typed)
    {
        var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/quyet-dinh/soan-moi/recruit");
        var agency = officer.Page.QuerySelectorAll("select[name='don-vi'] option").First(o => o.TextContent.Contains("Sở Xây dựng", StringComparison.Ordinal)).GetAttribute("value")!;
        await officer.PressAsync("Mở bản soạn", ("don-vi", agency));
        var unit = officer.Page.QuerySelectorAll<IHtmlSelectElement>("select").First(s => Key(s.Name!) == "unit").Options.First(o => o.Value.Length > 0).Value;
        var fields = officer.Page.QuerySelectorAll("#soan [name]").Select(e => e.GetAttribute("name")!).Distinct().Select(name => (name, Value: Key(name) == "unit" ? unit : typed.GetValueOrDefault(Key(name)))).Where(f => f.Value is not null).Select(f => (f.name, f.Value!)).ToArray();
        fields.Length.ShouldBe(typed.Count + 1, "every value has its field");
        await officer.PressAsync("Lưu", fields);
        return officer;
    }

    private async Task<(Guid Person, IReadOnlyDictionary<string, string> Form)> PersonAsync(string where)
    {
        await using var ask = Source.CreateCommand($"select p.person_id, p.full_name, p.birth_date, p.sex, p.personal_id from personnel.person_today p where p.birth_precision = 'day' and {where} order by p.sort_key desc limit 1");
        await using var row = await ask.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await row.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue("the practice province has such a person");
        return (row.GetGuid(0), new Dictionary<string, string>
        {
            ["fullName"] = row.GetString(1), ["birth"] = VnFormat.Date(row.GetFieldValue<DateOnly>(2)), ["sex"] = row.GetString(3), ["personalId"] = row.GetString(4), ["ethnicity"] = "01", ["religion"] = "00", ["category"] = "civil-servant", ["jobTitle"] = "Chuyên viên",
            ["from"] = VnFormat.Date(DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(1)), ["rank"] = "01.003", ["step"] = "1", ["degree"] = "university", ["approval"] = "Quyết định 30/QĐ-SNV",
        });
    }

    private static string Checks(Visitor visitor) => Spaces().Replace(visitor.Page.QuerySelector("#kiem-tra")?.TextContent ?? visitor.Page.QuerySelector("main")!.TextContent, " ");

    private static string Key(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex("/quyet-dinh/([0-9a-f-]{36})")]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
