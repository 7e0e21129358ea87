using System.Globalization;
using System.Text;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

// Marks, appeal, faulty question, results and the package.
public sealed partial class ExaminationJourneyTests
{
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
}
