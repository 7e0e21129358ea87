using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

// Bank, blueprint, council, candidates, rooms; the papers sealed and opened.
public sealed partial class ExaminationJourneyTests
{
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

    private static string Samples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "samples"))) return Path.Combine(folder.FullName, "samples");
        throw new DirectoryNotFoundException("These tests run from a checkout.");
    }
}
