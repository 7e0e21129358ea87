using System.Text.RegularExpressions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

// In the two rooms.
public sealed partial class ExaminationJourneyTests
{
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

    private sealed class Machines(IEnumerable<Machine> machines) : IDisposable
    {
        public IReadOnlyList<Machine> All { get; } = [.. machines];

        public void Dispose()
        {
            foreach (var machine in All) machine.Dispose();
        }
    }
}
