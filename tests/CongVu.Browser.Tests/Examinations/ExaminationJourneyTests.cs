using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>
/// The whole examination as a council lives it: a bank from files, a blueprint, two rooms with thirty candidates (one loses the network for minutes, one changes
/// the machine, one has extra time, one is penalised), essays with a third marker, an appeal, a faulty question, results, and somebody outside who verifies it all.
/// </summary>
public sealed partial class ExaminationJourneyTests(RunningProvince province)
{
    private const string Secretary = "snv", Invigilator = "snv2", Chair = "chutich", FirstMarker = "phapche", SecondMarker = "gd.sxd", ThirdMarker = "hr.sxd", FourthMarker = "gd.snv", FifthMarker = "hr.phuong", Supervisor = "thanhtra";
    private const string Essay = "Người dân đã nộp giấy tờ một lần thì cơ quan nhà nước tra cứu trong kho dữ liệu dùng chung, không yêu cầu nộp lại; công chức chịu trách nhiệm đối chiếu và hẹn trả kết quả đúng ngày.";

    private readonly CouncilOffice _office = new(province);
    private readonly string _subject = "Kiến thức chung " + Guid.NewGuid().ToString("n")[..6];
    private readonly string _today = TimeProvider.System.GetUtcNow().AddHours(7).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
    private string _exam = "", _sitting = "", _blueprintName = "";
    private readonly List<string> _complaints = [];
    private Guid _sittingId;
    private IReadOnlyList<SeatCard> _cards = [];

    [Fact]
    public async Task From_question_files_to_a_package_that_somebody_outside_verifies()
    {
        await using var secretary = await province.OpenAsync(Secretary);
        await using var chair = await province.OpenAsync(Chair);
        await BankAsync(secretary);
        await BlueprintAsync(secretary, chair);
        await PlanAsync(secretary);
        await SealAndOpenAsync(secretary, chair);
        await using (var invigilator = await province.OpenAsync(Invigilator)) await SitAsync(invigilator);
        await MarkAsync(secretary, chair);
        await FaultAsync(secretary, chair);
        var package = await PublishAsync(secretary, chair);

        var (code, text) = await OutsideVerifier.VerifyAsync(package);
        code.ShouldBe(0, text);
        text.ShouldContain($"{Candidates.Count} bài chấm lại");
        var altered = JsonNode.Parse(package)!;
        var (who, entry) = altered["candidates"]!.AsArray().SelectMany(c => c!["log"]!.AsArray().Where(e => (string?)e!["kind"] == "answer").Select(e => ((string)c["number"]!, e!))).First();
        entry["body"] = "{}";
        (code, text) = await OutsideVerifier.VerifyAsync(altered.ToJsonString());
        code.ShouldBe(1);
        text.ShouldContain($"không khớp biên nhận của số báo danh {who}");
        _complaints.Concat(secretary.Problems).Concat(chair.Problems).ShouldBeEmpty();
    }

    // Every page of the council is accessible and fits a phone; what is wrong is told at the end, all of it.
    private async Task LookAsync(Window window, string url, string? picture = null)
    {
        _complaints.AddRange(await PageCheck.OfAsync(window, url));
        await window.Page.SetViewportSizeAsync(1280, 800);
        if (picture is not null) await Pictures.TakeAsync(window, picture);
    }

    private static async Task<string> RowAsync(Window window, string number) =>
        await window.Main.GetByRole(AriaRole.Row).Filter(new() { Has = window.Page.Locator($"td:first-child:text-is('{number}')") }).First.InnerTextAsync();

    private async Task CleanAsync(Window window, string picture)
    {
        _complaints.AddRange(await PageCheck.BarriersAsync(window, picture));
        await Pictures.TakeAsync(window, picture);
    }
}
