using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Examinations.Tests.Room;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>
/// The whole examination as a council lives it: a bank from files, a blueprint, two rooms with thirty candidates (one loses the network for minutes, one changes
/// the machine, one has extra time, one is penalised), essays with a third marker, an appeal, a faulty question, results, and somebody outside who verifies it all.
/// </summary>
public sealed class ExaminationJourneyTests(RunningProvince province)
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

    private async Task BankAsync(Window secretary)
    {
        foreach (var (file, level, count) in new[] { ("cau-hoi-tin-hoc.gift", "Nhận biết", 12), ("cau-hoi-kien-thuc-chung.docx", "Thông hiểu", 9) })
        {
            await secretary.GoAsync("/thi/ngan-hang/nhap");
            await secretary.TypeAsync("Môn thi", _subject);
            await secretary.Main.GetByLabel("Mức độ của các câu trong tệp").SelectOptionAsync(new SelectOptionValue { Label = level });
            await secretary.Main.GetByLabel("Tệp câu hỏi").SetInputFilesAsync(Path.Combine(Samples(), file));
            if (count == 9) await Pictures.TakeAsync(secretary, "nhap-cau-hoi");
            await secretary.PressAsync("Đọc tệp");
            await secretary.SeesAsync("Xem trước khi nhập");
            if (count == 9) await LookAsync(secretary, secretary.Here(), "xem-truoc");
            await secretary.PressAsync($"Nhập {count} câu vào ngân hàng");
            await secretary.SeesAsync($"Đã nhập {count} câu");
        }
        await secretary.GoAsync("/thi/cau-hoi");
        await secretary.Main.GetByRole(AriaRole.Button, new() { NameRegex = new("^Gửi thẩm định") }).ClickAsync();
        await secretary.SeesAsync("Đã gửi thẩm định");
        await using (var reviewer = await province.OpenAsync(FirstMarker))
        {
            var waiting = await _office.ReadAsync(db => db.Set<BankItem>().Where(i => i.Subject == _subject && i.Code == "cau-hoi-tin-hoc-Q1").Select(i => i.Id).SingleAsync());
            await LookAsync(reviewer, "/thi/cau-hoi?muc=cho-toi");
            await LookAsync(reviewer, ExaminationLinks.Question(waiting), "tham-dinh");
            await reviewer.PressAsync("Thẩm định đạt");
            await reviewer.SeesAsync("Đã thẩm định đạt");
            reviewer.Problems.ShouldBeEmpty();
        }
        (await _office.MoveQuestionsAsync(FirstMarker, _subject, BankState.Submitted, (desk, item) => desk.ReviewAsync(item.Id, item.Version, default))).ShouldBe(20);
        (await _office.MoveQuestionsAsync(FourthMarker, _subject, BankState.Reviewed, (desk, item) => desk.ApproveAsync(item.Id, item.Version, default))).ShouldBe(21);
        await LookAsync(secretary, "/thi/ngan-hang", "ngan-hang");
    }

    private async Task BlueprintAsync(Window secretary, Window chair)
    {
        _blueprintName = "Đề sát hạch " + _subject[^6..];
        await secretary.GoAsync($"/thi/ma-tran/sua?mon={Uri.EscapeDataString(_subject)}");
        await secretary.TypeAsync("Tên ma trận đề", _blueprintName);
        foreach (var (at, topic, level, count, points) in new[] { (0, "Tin học", "Nhận biết", "3", "10"), (1, "Phần I. Kiến thức chung", "Thông hiểu", "3", "10"), (2, "Tự luận", "Nhận biết", "1", "40") })
        {
            await secretary.Main.Locator("[name=Topic]").Nth(at).SelectOptionAsync(new SelectOptionValue { Label = topic });
            await secretary.Main.Locator("[name=Level]").Nth(at).SelectOptionAsync(new SelectOptionValue { Label = level });
            await secretary.Main.Locator("[name=Count]").Nth(at).FillAsync(count);
            await secretary.Main.Locator("[name=Points]").Nth(at).FillAsync(points);
        }
        await Pictures.TakeAsync(secretary, "ma-tran");
        await secretary.PressAsync("Lưu ma trận đề");
        await secretary.SeesAsync("7 câu · 100 điểm");
        await LookAsync(chair, secretary.Here(), "ma-tran-duyet");
        await chair.PressAsync("Duyệt ma trận đề");
        await chair.SeesAsync("Đã duyệt");
    }

    private async Task PlanAsync(Window secretary)
    {
        await secretary.GoAsync("/thi/ky-thi/moi");
        await secretary.TypeAsync("Tên kỳ thi", "Sát hạch công chức tỉnh năm 2026");
        await secretary.Main.Locator("[name=Kind]").SelectOptionAsync(new SelectOptionValue { Label = "Sát hạch" });
        await secretary.TypeAsync("Ngày thi", _today);
        await secretary.PressAsync("Lập kỳ thi");
        await secretary.SeesAsync("Hội đồng thi");
        _exam = secretary.Here();
        foreach (var (who, role) in new[] { (Chair, "Chủ tịch hội đồng"), (Invigilator, "Giám thị"), (Supervisor, "Ban giám sát"), (FirstMarker, "Cán bộ chấm thi"), (SecondMarker, "Cán bộ chấm thi"), (ThirdMarker, "Cán bộ chấm thi"), (FourthMarker, "Cán bộ chấm thi"), (FifthMarker, "Cán bộ chấm thi") })
        {
            // Anew each time: what the page said about the one before is not taken for this one.
            await secretary.GoAsync(_exam);
            await secretary.TypeAsync("Tên đăng nhập", who);
            await secretary.Main.Locator("[name=Role]").SelectOptionAsync(new SelectOptionValue { Label = role });
            await secretary.PressAsync("Cử vào hội đồng");
            await secretary.SeesAsync("Đã cử thành viên hội đồng.");
        }
        await secretary.GoAsync(_exam + "/thi-sinh");
        await secretary.Main.GetByLabel("Tệp Excel hoặc CSV").SetInputFilesAsync(new FilePayload { Name = "thi-sinh.csv", MimeType = "text/csv", Buffer = Candidates.List() });
        await secretary.PressAsync("Đọc danh sách");
        await Pictures.TakeAsync(secretary, "thi-sinh-xem-truoc");
        await secretary.PressAsync($"Nhập {Candidates.Count} thí sinh");
        await secretary.SeesAsync($"Đã thêm {Candidates.Count} thí sinh.");
        await secretary.ConfirmAsync("Chốt danh sách và đánh số báo danh");
        await secretary.SeesAsync("Đã chốt danh sách");
        await LookAsync(secretary, _exam + "/thi-sinh", "thi-sinh");

        await secretary.GoAsync(_exam);
        await secretary.TypeAsync("Tên ca thi", "Ca 1");
        await secretary.Main.Locator("[name=BlueprintId]").SelectOptionAsync(new SelectOptionValue { Label = $"{_blueprintName} (7 câu)" });
        await secretary.TypeAsync("Giờ bắt đầu", "7:30");
        await secretary.PressAsync("Lập ca thi");
        await secretary.SeesAsync("Phòng thi và chỗ ngồi");
        _sitting = secretary.Here();
        _sittingId = Guid.Parse(_sitting.Split('/')[^1]);
        foreach (var room in new[] { "Phòng 1", "Phòng 2" })
        {
            await secretary.GoAsync(_sitting);
            await secretary.TypeAsync("Tên phòng", room);
            await secretary.TypeAsync("Số máy", "15");
            await secretary.PressAsync("Thêm phòng");
            await secretary.SeesAsync("Đã lập phòng thi.");
        }
        await secretary.PressAsync("Xếp chỗ ngẫu nhiên");
        await secretary.SeesAsync("Đã xếp chỗ ngẫu nhiên.");
        await LookAsync(secretary, _exam, "ky-thi");
    }

    private async Task SealAndOpenAsync(Window secretary, Window chair)
    {
        await LookAsync(secretary, _sitting, "ca-thi");
        List<SeatCard> cards = [];
        foreach (var room in new[] { "Phòng 1", "Phòng 2" })
            cards.AddRange(CouncilOffice.Cards(await secretary.PressForFileAsync("In thẻ dự thi", secretary.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = room }))));
        _cards = cards;
        _cards.Count.ShouldBe(Candidates.Count);
        await secretary.TypeAsync("Quy tắc lấy giá trị công khai", "Năm chữ số cuối giải đặc biệt xổ số miền Bắc quay ngày 27/11/2026");
        await secretary.PressAsync("Niêm phong đề");
        await secretary.SeesAsync("Mã cam kết");
        await LookAsync(secretary, _sitting, "niem-phong");
        foreach (var (window, said) in new[] { (secretary, "Đã ghi xác nhận thứ nhất"), (chair, "Đề đã mở.") })
        {
            await window.GoAsync(_sitting);
            await window.TypeAsync("Giá trị công khai", "52817");
            await window.PressAsync("Xác nhận mở đề");
            await window.SeesAsync(said);
        }
    }

    private async Task SitAsync(Window invigilator)
    {
        var seats = await _office.ReadAsync(db => (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == _sittingId select new { s.Id, s.RoomId, c.Number }).ToDictionaryAsync(s => s.Number!));
        string SeatPage(SeatCard card) => ExaminationLinks.Seat(seats[card.Number].RoomId, seats[card.Number].Id);
        var longer = _cards.Single(c => c.Name == Candidates.WithExtraTime);
        var (cut, moving, cheating) = _cards.Where(c => c != longer && c.Room == "Phòng 1").Take(3).ToList() is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException("Room 1 has too few.");
        SeatCard[] seen = [cut, moving, cheating, longer];
        var windows = await Task.WhenAll(seen.Select(_ => province.OpenAsync()));
        await Pictures.TakeAsync(windows[0], "may-trong");
        await Task.WhenAll(windows.Zip(seen, Candidates.EnterAsync));
        await Assertions.Expect(windows[0].Main).ToContainTextAsync("Chờ giám thị kiểm tra giấy tờ");

        await LookAsync(invigilator, "/thi/phong");
        await LookAsync(invigilator, SeatPage(cut), "doi-chieu");
        await invigilator.PressAsync("Giấy tờ đúng, cho vào thi");
        await invigilator.SeesAsync("Đã ghi thí sinh có mặt");
        await _office.IdentifyAllAsync(Invigilator, _sittingId);
        using var others = new Machines(_cards.Except(seen).Select(card => new Machine(province.Address, card.Number, card.Code, "127.0.0.1")));
        await Task.WhenAll(others.All.Select(m => m.InAsync()));
        await Assertions.Expect(windows[0].Main).ToContainTextAsync("Chờ giám thị bắt đầu tính giờ");
        await CleanAsync(windows[0], "may-cho");
        foreach (var room in seats.Values.Select(s => s.RoomId).Distinct())
        {
            await invigilator.GoAsync(ExaminationLinks.Room(room));
            await invigilator.PressAsync("Bắt đầu tính giờ");
            await invigilator.SeesAsync("Đã bắt đầu tính giờ cho 15 thí sinh");
        }
        await Assertions.Expect(windows[0].Page.Locator("#question h2")).ToContainTextAsync("Câu 1 / 7");
        await CleanAsync(windows[0], "may-lam-bai");
        await Task.WhenAll(others.All.Select((m, i) => Candidates.SitAsync(m, 2 + i % 5, Essay)));

        await CutAsync(windows[0], invigilator, SeatPage(cut), seats[cut.Number].Id);
        await MoveAsync(windows[1], invigilator, moving, SeatPage(moving));
        await Candidates.AnswerAsync(windows[2], 1, 7, Essay);
        await invigilator.GoAsync(SeatPage(cheating));
        await invigilator.ConfirmAsync("Xử lý vi phạm", ("Hình thức", "Khiển trách (trừ 25% điểm bài thi)"), ("Hành vi vi phạm", "Trao đổi với thí sinh bên cạnh"));
        await invigilator.SeesAsync("Đã ghi: Khiển trách");
        await LookAsync(invigilator, SeatPage(cheating), "xu-ly-vi-pham");
        await Candidates.HandInAsync(windows[2]);
        // 60 minutes and half of them.
        await Assertions.Expect(windows[3].Page.Locator("#clock")).ToHaveTextAsync(new Regex(@"^1:2\d:\d\d$"));
        await Candidates.AnswerAsync(windows[3], 1, 7, Essay);
        await Candidates.HandInAsync(windows[3]);
        await CleanAsync(windows[3], "may-bien-nhan");

        await LookAsync(invigilator, ExaminationLinks.Room(seats[cut.Number].RoomId), "phong-thi");
        foreach (var room in seats.Values.Select(s => s.RoomId).Distinct())
        {
            await invigilator.GoAsync(ExaminationLinks.Room(room));
            await invigilator.ConfirmAsync("Kết thúc phòng thi");
            await invigilator.SeesAsync("Phòng đã kết thúc");
        }
        invigilator.Problems.ShouldBeEmpty();
        windows.SelectMany(w => w.Problems).Where(p => !p.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var window in windows) await window.DisposeAsync();
    }

    // The network goes; the candidate goes on; minutes later it is back, everything arrives, and the invigilator gives the time back.
    private async Task CutAsync(Window candidate, Window invigilator, string seatPage, Guid seat)
    {
        var line = candidate.Page.Locator("#line");
        await Candidates.AnswerAsync(candidate, 1, 2, Essay);
        await Assertions.Expect(line).ToContainTextAsync("Đã về máy chủ lúc");
        await candidate.Page.Context.SetOfflineAsync(true);
        await Candidates.AnswerAsync(candidate, 3, 7, Essay);
        await Assertions.Expect(line).ToContainTextAsync("Mất mạng từ");
        await Pictures.TakeAsync(candidate, "may-mat-mang");
        await _office.SilenceAsync(seat, TimeSpan.FromMinutes(4));
        await invigilator.GoAsync(seatPage);
        await invigilator.SeesAsync("Mất liên lạc");
        await Pictures.TakeAsync(invigilator, "mat-lien-lac");
        await candidate.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(line).ToContainTextAsync("Đã về máy chủ lúc");
        await invigilator.GoAsync(seatPage);
        await invigilator.ConfirmAsync("Bù thời gian", ("Lý do", "Phòng mất mạng do đứt cáp"));
        await invigilator.SeesAsync("Đã bù 5 phút cho thí sinh.");
        await Assertions.Expect(candidate.Page.Locator("#clock")).ToHaveTextAsync(new Regex(@"^1:0\d:\d\d$"));
        await Candidates.HandInAsync(candidate);
        (await _office.ReadAsync(db => db.Set<SeatEntry>().CountAsync(e => e.SeatId == seat && e.Kind == "answer" && e.Counts))).ShouldBeGreaterThanOrEqualTo(7);
    }

    private async Task MoveAsync(Window broken, Window invigilator, SeatCard card, string seatPage)
    {
        await Candidates.AnswerAsync(broken, 1, 3, Essay);
        await Assertions.Expect(broken.Page.Locator("#line")).ToContainTextAsync("Đã về máy chủ lúc");
        await using var other = await province.OpenAsync();
        await Candidates.EnterAsync(other, card);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Xin giám thị mã đổi máy");
        await invigilator.GoAsync(seatPage);
        await invigilator.ConfirmAsync("Cho đổi máy", ("Lý do", "Bàn phím hỏng"));
        var words = await invigilator.Main.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Mã đổi máy") }).InnerTextAsync();
        await Pictures.TakeAsync(invigilator, "doi-may");
        await other.Page.GetByLabel("Mã đổi máy").FillAsync(words.Split(':')[1].Trim());
        await Pictures.TakeAsync(other, "may-doi-may");
        await other.PressAsync("Vào phòng thi");
        await Assertions.Expect(other.Page.Locator("#answered")).ToHaveTextAsync("Đã trả lời 3/7 câu");
        await Candidates.AnswerAsync(other, 4, 7, Essay);
        await Candidates.HandInAsync(other);
        other.Problems.Where(p => !p.Contains("409", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task MarkAsync(Window secretary, Window chair)
    {
        await secretary.GoAsync(_sitting + "/cham");
        await secretary.PressAsync("Chấm trên máy");
        await secretary.SeesAsync("Đã chấm trên máy.");
        await LookAsync(secretary, _sitting + "/cham", "cham-tu-luan");
        await using (var marker = await province.OpenAsync(FirstMarker)) await MarkOneAsync(marker, "cham-bai");
        await _office.MarkAsync(FirstMarker, _sittingId, MarkStep.First, _ => 30);
        var disputed = await _office.ReadAsync(db => (from m in db.Set<EssayMark>()
                                                      join e in db.Set<Essay>() on m.EssayId equals e.Id
                                                      join s in db.Set<Seat>() on e.SeatId equals s.Id
                                                      join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                                                      where e.SittingId == _sittingId && m.Hundredths == 2000
                                                      select c.Number).SingleAsync());
        await _office.MarkAsync(SecondMarker, _sittingId, MarkStep.Second, _ => 32);
        await secretary.GoAsync(_sitting + "/cham");
        await secretary.SeesAsync("Hai lần chấm lệch nhiều, chấm lần thứ ba");
        await using (var third = await province.OpenAsync(ThirdMarker)) await MarkOneAsync(third, null, "32");
        await LookAsync(secretary, _sitting + "/cham");
        await secretary.SeesAsync("Hai trong ba lần chấm bằng nhau");
        await chair.GoAsync(_sitting + "/cham");
        await chair.PressAsync("Công bố điểm bài thi");
        await chair.SeesAsync("Đã công bố điểm bài thi");
        await secretary.GoAsync(_sitting + "/cham");

        var appeal = _cards.First(c => c.Number != disputed).Number;
        await secretary.TypeAsync("Số báo danh", appeal);
        await secretary.TypeAsync("Nội dung đơn", "Đề nghị chấm lại ý 2");
        await Pictures.TakeAsync(secretary, "phuc-khao");
        await secretary.PressAsync("Nhận đơn phúc khảo");
        await secretary.SeesAsync("Đã nhận đơn phúc khảo");
        foreach (var (marker, step) in new[] { (FourthMarker, MarkStep.AppealFirst), (FifthMarker, MarkStep.AppealSecond) }) await _office.MarkAsync(marker, _sittingId, step, _ => 32);
        await secretary.GoAsync(_sitting + "/cham");
        await secretary.SeesAsync("Phúc khảo: hai lần chấm bằng nhau");
        (await RowAsync(secretary, appeal)).ShouldContain("/100");
    }

    private async Task MarkOneAsync(Window marker, string? picture, string points = "20")
    {
        await marker.GoAsync(_sitting + "/cham");
        await marker.Main.GetByRole(AriaRole.Link, new() { NameRegex = new("^Chấm bài") }).First.ClickAsync();
        await marker.SeesAsync("Bài làm");
        await LookAsync(marker, marker.Here(), picture);
        await marker.TypeAsync("Điểm", points);
        await marker.TypeAsync("Nhận xét", "Nêu đủ ý, thiếu ví dụ");
        await marker.PressAsync("Ghi điểm");
        await marker.SeesAsync("Đã ghi điểm bài");
        marker.Problems.ShouldBeEmpty();
    }

    // A question somebody had wrong proves faulty: the effect is seen before another than who proposed it approves.
    private async Task FaultAsync(Window secretary, Window chair)
    {
        var penalised = await _office.ReadAsync(db => (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == _sittingId && s.Penalty == SeatPenalty.Reprimand select c.Number).SingleAsync());
        // 60 by machine and the essay, less a quarter.
        (await RowAsync(secretary, penalised!)).ShouldContain("Khiển trách, trừ 25%");
        var (worst, code) = await WrongAsync();
        await secretary.TypeAsync("Mã câu hỏi", code);
        await secretary.TypeAsync("Sai ở đâu", "Hai phương án cùng đúng");
        await secretary.PressAsync("Đề nghị xử lý");
        await secretary.SeesAsync("Đã đề nghị");
        await chair.GoAsync(_sitting + "/cham");
        await chair.FollowAsync("xem ảnh hưởng");
        await chair.SeesAsync("Ảnh hưởng nếu câu");
        await LookAsync(chair, new Uri(chair.Page.Url).PathAndQuery, "cau-sai");
        var effect = (await RowAsync(chair, worst)).Split('\t');
        decimal Number(string cell) => decimal.Parse(cell.Trim(), CultureInfo.GetCultureInfo("vi-VN"));
        (Number(effect[2]) - Number(effect[1])).ShouldBe(10);
        await chair.PressAsync("Duyệt và chấm lại");
        await chair.SeesAsync("Đã chấm lại");
    }

    private async Task<string> PublishAsync(Window secretary, Window chair)
    {
        await LookAsync(chair, _exam + "/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        await chair.SeesAsync("Đã công bố kết quả.");
        await Pictures.TakeAsync(chair, "ket-qua");
        await secretary.GoAsync(_sitting + "/cham");
        await secretary.TypeAsync("Căn cứ giải mật", "Quyết định số 5/QĐ-HĐT ngày " + _today);
        await Pictures.TakeAsync(secretary, "goi-kiem-chung");
        return Encoding.UTF8.GetString(await secretary.PressForFileAsync("Giải mật và xuất gói"));
    }

    private async Task<(string Number, string Code)> WrongAsync()
    {
        await using var scope = province.Services.CreateAsyncScope();
        var papers = scope.ServiceProvider.GetRequiredService<SittingPapers>();
        var worst = await _office.ReadAsync(db => (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == _sittingId orderby s.ScoreHundredths, c.Number select new { Seat = s, c.Number }).FirstAsync());
        return (worst.Number!, (await papers.KeysForAsync(worst.Seat, default)).Last(q => q.PointsHundredths == 1000).Question.Entry.Id);
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
        _complaints.AddRange((await window.Page.RunAxe(PageCheck.Wcag)).Violations.Select(v => $"{picture}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}"));
        await Pictures.TakeAsync(window, picture);
    }

    private static string Samples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "samples"))) return Path.Combine(folder.FullName, "samples");
        throw new DirectoryNotFoundException("These tests run from a checkout.");
    }

    private sealed class Machines(IEnumerable<Machine> machines) : IDisposable
    {
        public IReadOnlyList<Machine> All { get; } = [.. machines];

        public void Dispose()
        {
            foreach (var machine in All) machine.Dispose();
        }
    }
}
