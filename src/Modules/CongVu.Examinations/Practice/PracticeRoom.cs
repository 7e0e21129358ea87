using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using RoomRow = CongVu.Examinations.Data.Room;

namespace CongVu.Examinations.Practice;

/// <summary>What happened in the rooms of the past examination of the practice province: most sat and handed in, one did not come, one was reprimanded, one lost the network and changed machine.</summary>
internal sealed class PracticeRoom(CongVuDb db, SittingPapers papers, PracticeCouncil by)
{
    private static readonly string[] Essays =
    [
        "Quy trình gồm năm bước. Khó nhất là bảo đảm ít nhất hai phần ba số người được triệu tập có mặt; cần thông báo sớm, chọn ngày không trùng lịch và tính tỷ lệ trên số người được triệu tập.",
        "Trước hết giữ trật tự và báo hội đồng. Ghi giờ mất điện, giờ có điện, bù đúng thời gian cho cả phòng, ghi biên bản có chữ ký của giám thị và kỹ thuật viên.",
        "Người đứng đầu chịu trách nhiệm về thời hạn. Nên lập sổ theo dõi có nhắc trước, phân công một người làm đầu mối và báo cáo hằng tháng.",
    ];

    // Nobody's answers: the same numbers for everybody who makes the province again.
    private readonly Random _answers = new(20261128);

    public async Task RunAsync(Sitting sitting, IReadOnlyList<RoomRow> rooms, IReadOnlyList<(Seat Seat, Candidate Candidate)> seats, DateTime begins, CancellationToken ct)
    {
        var bank = await papers.OpenedAsync(sitting.Id, ct);
        foreach (var room in rooms)
        {
            (room.State, room.StartedAt, room.ClosedAt) = (RoomState.Closed, begins, begins.AddMinutes(sitting.Minutes + 4));
            Note(room, null, begins, RoomEvents.RoomStarted, by.SecondOfficer);
            Note(room, null, begins.AddMinutes(sitting.Minutes + 4), RoomEvents.RoomClosed, by.SecondOfficer);
        }
        for (var at = 0; at < seats.Count; at++)
        {
            var ((seat, candidate), room) = (seats[at], rooms.Single(r => r.Id == seats[at].Seat.RoomId));
            if (at == 4)
            {
                seat.State = SeatState.Absent;
                Note(room, seat, begins.AddMinutes(12), RoomEvents.Absent, by.SecondOfficer);
                continue;
            }
            (seat.IdentityCheckedAt, seat.IdentityCheckedBy, seat.StartedAt) = (begins.AddMinutes(-8), by.SecondOfficer, begins);
            Note(room, seat, begins.AddMinutes(-8), RoomEvents.Identified, by.SecondOfficer);
            Device(seat, 1, begins.AddMinutes(-7));
            Note(room, seat, begins.AddMinutes(-7), RoomEvents.Entered, detail: new { epoch = 1, address = Address(seat, 1) });
            var log = Answers(seat, bank.Keys(candidate.Number!), 0.45 + 0.5 * _answers.NextDouble(), begins, moves: at == 7);
            if (at == 7)
            {
                Note(room, seat, begins.AddMinutes(20), RoomEvents.MoveAllowed, by.Technician, reason: "Máy mất mạng, chuyển sang máy dự phòng");
                Device(seat, 2, begins.AddMinutes(22));
                Note(room, seat, begins.AddMinutes(22), RoomEvents.Moved, seconds: 130, detail: new { epoch = 2, address = Address(seat, 2) });
                seat.AddedSeconds += 180;
                Note(room, seat, begins.AddMinutes(23), RoomEvents.SeatExtended, by.SecondOfficer, 180, "Bù thời gian đổi máy");
            }
            if (at == 9)
            {
                seat.Penalty = SeatPenalty.Reprimand;
                Note(room, seat, begins.AddMinutes(31), RoomEvents.Penalised, by.SecondOfficer, reason: "Trao đổi với thí sinh ngồi cạnh, đã nhắc nhở một lần", detail: new { from = SeatPenalty.None, to = SeatPenalty.Reprimand });
            }
            db.AddRange(log);
            (seat.State, seat.SealedAt, seat.Receipt) = (SeatState.Sealed, begins.AddMinutes(40 + at % 19), Receipt.Of(sitting.Commitment!, candidate.Number!, log));
            Note(room, seat, seat.SealedAt.Value, RoomEvents.Sealed, detail: new { by = SealedBy.Candidate, receipt = seat.Receipt, entries = log.Count, uncounted = 0 });
        }
    }

    private List<SeatEntry> Answers(Seat seat, IReadOnlyList<MarkedItem> paper, double ability, DateTime begins, bool moves)
    {
        List<SeatEntry> log = [];
        for (var at = 0; at < paper.Count; at++)
        {
            var (question, epoch, minute) = (paper[at], moves && at > 6 ? 2 : 1, 2 + at * 2.4 + (moves && at > 6 ? 22 : 0));
            var part = question.Question.Item.Parts[0];
            var wrong = part.Choices.Where(c => !part.Key.Contains(c.Id)).ToList();
            // Easier questions are answered right more often; a few are left open.
            var right = _answers.NextDouble() < ability * 0.6 + question.Question.Entry.FacilityPermille / 2500.0;
            if (part.Kind != PartKind.ExtendedText && _answers.Next(25) == 0) continue;
            var value = part.Kind == PartKind.ExtendedText ? Essays[_answers.Next(Essays.Length)] : right ? part.Key[0] : wrong[_answers.Next(wrong.Count)].Id;
            log.Add(new SeatEntry
            {
                SeatId = seat.Id, Epoch = epoch, Sequence = log.Count(e => e.Epoch == epoch) + 1, ReceivedAt = begins.AddMinutes(minute), ClockMs = (long)TimeSpan.FromMinutes(minute).TotalMilliseconds, Kind = EntryKinds.Answer, Question = question.Place,
                Body = JsonSerializer.Serialize(new Dictionary<string, string> { [part.Id] = value }),
            });
        }
        return log;
    }

    private void Device(Seat seat, int epoch, DateTime at) => db.Add(new SeatDevice { SeatId = seat.Id, Epoch = epoch, TokenHash = $"practice {seat.Id} {epoch}", Address = Address(seat, epoch), Agent = "Máy phòng thi", OpenedAt = at, LastSeenAt = at.AddMinutes(40) });

    private static string Address(Seat seat, int epoch) => $"10.20.{epoch}.{seat.Number}";

    private void Note(RoomRow room, Seat? seat, DateTime at, string kind, Guid? account = null, int? seconds = null, string? reason = null, object? detail = null) => db.Add(RoomEvents.Of(room.SittingId, room.Id, seat?.Id, at, kind, account, seconds, reason, detail));
}
