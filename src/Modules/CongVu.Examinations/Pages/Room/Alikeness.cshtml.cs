using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Room;

/// <summary>Wrong answers that neighbours of a closed room have in common, in words and without accusation.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class AlikenessModel(RoomBoard board, AlikenessReading reading) : PageModel
{
    public RoomSight Sight { get; private set; } = null!;
    public IReadOnlyList<AlikePair> Pairs { get; private set; } = [];

    /// <summary>Pairs with a wrong answer in common; the others say nothing.</summary>
    public IReadOnlyList<AlikePair> Alike => [.. Pairs.Where(p => p.Same > 0)];

    public string Candidate(WrongPaper paper) => Sight.Seats.FirstOrDefault(s => s.Id == paper.Seat)?.Candidate ?? "";

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Sight = await board.ReadAsync(id, ct);
        if (Sight.Room.State != RoomState.Closed) throw new NotFoundException("Phòng chưa kết thúc nên chưa so sánh được bài. Kết thúc phòng rồi mở lại trang này.");
        Pairs = await reading.RoomAsync(Sight, ct);
    }
}
