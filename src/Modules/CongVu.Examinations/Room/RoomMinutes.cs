using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>The minutes of a room (biên bản), written from what happened, line by line; people only sign.</summary>
internal sealed class RoomMinutes(CongVuDb db)
{
    public sealed record Line(DateTime At, string Who, string What, string About, Guid? Seat);

    public async Task<IReadOnlyList<Line>> LinesAsync(RoomSight sight, CancellationToken ct)
    {
        var events = await db.Set<SittingEvent>().AsNoTracking().Where(e => e.RoomId == sight.Room.Id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct);
        var ids = events.Select(e => e.AccountId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var seats = sight.Seats.ToDictionary(s => s.Id, s => $"{s.Name} (SBD {s.Candidate})");
        return [.. events.Select(e => new Line(e.At, e.AccountId is { } who ? names.GetValueOrDefault(who, "") : "Hệ thống", What(e), e.SeatId is { } seat ? seats.GetValueOrDefault(seat, "") : "Cả phòng", e.SeatId))];
    }

    public async Task<byte[]> WriteAsync(RoomSight sight, CancellationToken ct)
    {
        var (room, seats, lines) = (sight.Room, sight.Seats, await LinesAsync(sight, ct));
        string Names(Func<SeatLine, bool> which) => string.Join("; ", seats.Where(which).Select(s => $"{s.Name} (SBD {s.Candidate})")) is { Length: > 0 } names ? names : "không có";
        var penalised = string.Join("; ", seats.Where(s => s.Penalty != SeatPenalty.None).Select(s => $"{s.Name} (SBD {s.Candidate}): {RoomWords.Penalty(s.Penalty).ToLowerInvariant()}"));
        if (penalised.Length == 0) penalised = "không có";
        IReadOnlyList<BodyBlock> body =
        [
            new BodyBlock.Heading(HeadingLevel.Numbered, 1, "Phòng thi"),
            new BodyBlock.Paragraph($"{sight.Exam}; {sight.Sitting.Name}; {room.Name}; thời gian làm bài {sight.Sitting.Minutes} phút."),
            new BodyBlock.Paragraph($"Bắt đầu tính giờ: {Instant(room.StartedAt)}. Kết thúc: {Instant(room.ClosedAt)}. Thời gian bù cho cả phòng: {RoomWords.Seconds(room.AddedSeconds)}."),
            new BodyBlock.Heading(HeadingLevel.Numbered, 2, "Thí sinh"),
            new BodyBlock.Paragraph($"Theo danh sách: {seats.Count}. Nộp bài: {seats.Count(s => s.SealedAt is not null)}. Vắng: {Names(s => s.State == SeatState.Absent)}."),
            new BodyBlock.Paragraph($"Bị xử lý vi phạm: {penalised}."),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Chỗ", 0.6, CellAlignment.Center), new("SBD", 1.4), new("Họ và tên", 2.6), new("Tình trạng", 1.3), new("Mã biên nhận", 2.4), new("Ký nộp bài", 1.4)],
                Rows = [.. seats.Select(s => PrintRow.Of($"{s.Number}", s.Candidate, s.Name, RoomWords.Seat(s.State), s.Receipt is null ? "" : Receipt.Code(s.Receipt), ""))],
                FontSize = 11,
            }),
            new BodyBlock.Heading(HeadingLevel.Numbered, 3, "Diễn biến"),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Lúc", 1.2, CellAlignment.Center), new("Việc", 4), new("Thí sinh", 2.4), new("Người làm", 1.8)],
                Rows = [.. lines.Select(l => PrintRow.Of(Hour(l.At), l.What, l.About, l.Who))],
                FontSize = 11,
            }),
        ];
        var document = new AdministrativeDocument
        {
            Type = DocumentType.Named.Single(t => t.Abbreviation == "BB"), Agency = "Hội đồng thi", Number = new DocumentNumber(null, "BB-HĐT"), Place = "……", Date = IssueDate.On(VietnamTime.DayOf(sight.Now)), Subject = $"Coi thi {room.Name}, {sight.Sitting.Name}",
            Body = body, Signature = Signature.Head("GIÁM THỊ PHÒNG THI", ""), Recipients = ["Lưu: hồ sơ kỳ thi"],
        };
        return AdministrativeDocx.Write(document);
    }

    public static string What(SittingEvent e)
    {
        var words = new List<string> { RoomWords.Event(e.Kind) };
        if (e.Seconds is { } seconds) words.Add(e.Kind == RoomEvents.Identified ? $"đến sau khi bắt đầu {RoomWords.Seconds(seconds)}" : RoomWords.Seconds(seconds));
        using var detail = JsonDocument.Parse(e.Detail ?? "{}");
        string? Of(string name) => detail.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        if (e.Kind == RoomEvents.Penalised && Enum.TryParse<SeatPenalty>(Of("to"), true, out var to)) words.Add(RoomWords.Penalty(to));
        if (e.Kind is RoomEvents.Entered or RoomEvents.Moved && Of("address") is { } address) words.Add($"máy {address}");
        if (e.Kind == RoomEvents.Sealed && Of("receipt") is { Length: > 16 } receipt) words.Add($"biên nhận {Receipt.Code(receipt)}");
        if (e.Kind == RoomEvents.ScoreTold && int.TryParse(Of("points"), out var points) && int.TryParse(Of("max"), out var max)) words.Add($"{ExamWords.Points(points)}/{ExamWords.Points(max)} điểm");
        if (!string.IsNullOrWhiteSpace(e.Reason)) words.Add(e.Reason);
        return string.Join("; ", words);
    }

    public static string Hour(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToOffset(VietnamTime.Offset).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static string Instant(DateTime? at) => at is { } known ? VnFormat.Instant(known) : "……";
}
