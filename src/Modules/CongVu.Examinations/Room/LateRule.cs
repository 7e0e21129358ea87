using CongVu.Legislation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Examinations.Room;

/// <summary>Who comes late, and who leaves early, by the law of the day.</summary>
internal sealed class LateRule(LawInUse law)
{
    public const string Key = "examinations.room-times";

    /// <summary>Minutes after the start until which a candidate is let in.</summary>
    public int LateMinutes(int minutes, DateOnly today) => Row(minutes, today).Late;

    public string? Refusal(int minutes, TimeSpan late, DateOnly today)
    {
        var limit = LateMinutes(minutes, today);
        return late <= TimeSpan.FromMinutes(limit) ? null
            : $"Thí sinh đến sau khi bắt đầu {RoomWords.Seconds((int)late.TotalSeconds)}, quá {limit} phút được phép đối với bài thi {minutes} phút ({Source(today)}). Ghi vắng mặt.";
    }

    public string? LeavingRefusal(int minutes, TimeSpan gone, DateOnly today)
    {
        var share = Row(minutes, today).Leave;
        return share < 100 && gone.TotalMinutes * 100 >= (double)minutes * share ? null
            : share >= 100 ? $"Bài thi {minutes} phút: thí sinh không ra khỏi phòng trước khi hết giờ ({Source(today)})."
            : $"Thí sinh chỉ ra khỏi phòng sau {VnFormat.Count((long)Math.Ceiling(minutes * share / 100.0))} phút ({Source(today)}).";
    }

    private (int Late, int Leave) Row(int minutes, DateOnly today)
    {
        var row = law.Current.Table(Key).At(today).Value.Rows.Where(r => r.Integer("minutes") <= minutes).MaxBy(r => r.Integer("minutes"))!;
        return (row.Integer("late"), row.Integer("leave"));
    }

    private string Source(DateOnly today) => law.Current.Table(Key).At(today).Source.Instrument;
}
