using CongVu.Platform.Processes;
using System.IO.Compression;
using CongVu.Platform.Security;
using CongVu.Severance.Data;
using CongVu.Severance.Schemes;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

public sealed class ListStories
{
    [Fact]
    public async Task The_columns_home_affairs_chose_and_named_are_what_the_files_show()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: "1968-05-01");
        var scheme = await journey.SchemeAsync();
        var batch = await journey.BatchAsync(scheme);
        await journey.CompleteAsync(await journey.CaseAsync(batch, an), insured: 338);

        var common = await SheetAsync(province, batch, ListKind.Beneficiaries);
        common.ShouldContain("Mã ngạch");
        common.ShouldNotContain("Số định danh");

        ColumnChoice[] chosen = [new("total", true, "Tiền được hưởng", 3), new("name", true, "Họ tên người nghỉ", 1), new("personal-id", true, "Số định danh", 2), new("rank", false, "Mã ngạch", 4)];
        await Should.ThrowAsync<ForbiddenException>(() => SaveAsync(province, province.Hr, scheme, 2, chosen));
        (await SaveAsync(province, province.Verifier, scheme, 9, chosen)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Người khác vừa sửa");
        (await SaveAsync(province, province.Verifier, scheme, 2, [.. chosen.Where(c => c.Key != "name")])).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("hien-name");
        (await SaveAsync(province, province.Verifier, scheme, 2, [chosen[1] with { Title = " " }])).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("ten-name");
        (await SaveAsync(province, province.Verifier, scheme, 2, chosen)).ShouldBeOfType<Outcome.Done>();

        var own = await SheetAsync(province, batch, ListKind.Beneficiaries);
        own.ShouldNotContain("Mã ngạch");
        own.IndexOf("Họ tên người nghỉ", StringComparison.Ordinal).ShouldBeInRange(0, own.IndexOf("Tiền được hưởng", StringComparison.Ordinal));
        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var paper = Text(await desk.Get<BatchPapers>().WritePaperAsync(await desk.Get<SchemeReading>().BatchAsync(batch, default), ListKind.Beneficiaries, default), "word/document.xml");
            paper.ShouldContain("Tiền được hưởng");
            paper.ShouldContain("Nguyễn Văn An");
            (await desk.Get<ListTemplates>().ResetAsync(scheme, 3, ListKind.Beneficiaries, default)).ShouldBeOfType<Outcome.Done>();
        }
        (await SheetAsync(province, batch, ListKind.Beneficiaries)).ShouldContain("Mã ngạch");
    }

    [Fact]
    public async Task The_payment_list_has_a_row_for_each_component_and_its_sums_are_the_benefit()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: "1968-05-01");
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        await journey.CompleteAsync(await journey.CaseAsync(batch, an), insured: 338);
        var view = await journey.ListAsync(batch);
        await using var desk = await province.AsAsync(province.Verifier);
        var sheet = Text(await desk.Get<BatchPapers>().WriteSheetAsync(view, ListKind.Payments, default), "xl/worksheets/sheet1.xml");
        foreach (var line in view.Cases.Single().Reckoning.Benefit!.Lines) sheet.ShouldContain($"<v>{line.Amount}</v>", Case.Sensitive, line.Name);
        sheet.ShouldContain($"<v>{view.Total}</v>");
    }

    private static async Task<Outcome> SaveAsync(Province province, Who who, Guid scheme, int version, IReadOnlyList<ColumnChoice> chosen)
    {
        await using var desk = await province.AsAsync(who);
        return await desk.Get<ListTemplates>().SaveAsync(scheme, version, ListKind.Beneficiaries, chosen, default);
    }

    private static async Task<string> SheetAsync(Province province, Guid batch, ListKind list)
    {
        await using var desk = await province.AsAsync(province.Verifier);
        return Text(await desk.Get<BatchPapers>().WriteSheetAsync(await desk.Get<SchemeReading>().BatchAsync(batch, default), list, default), "");
    }

    private static string Text(byte[] file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Join('\n', zip.Entries.Where(e => part.Length == 0 ? e.FullName.EndsWith(".xml", StringComparison.Ordinal) : e.FullName == part).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
