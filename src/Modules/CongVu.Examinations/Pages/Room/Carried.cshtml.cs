using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Room;

/// <summary>Files of machines that never got their network back: brought in by one member of the council, confirmed by another.</summary>
[Requires(ExaminationPermissions.ServeCode)]
[RequestSizeLimit(CarriedFiles.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = CarriedFiles.Largest + (1 << 20))]
internal sealed class CarriedModel(CongVuDb db, RoomBoard board, CarriedFiles carried, Gate gate, AsOfContext asOf) : PageModel
{
    public RoomSight Sight { get; private set; } = null!;
    public IReadOnlyList<(CarriedFile File, string Seat, string By, string Second)> Files { get; private set; } = [];
    public bool MayAct => Sight.Rights.Technical && asOf.IsNow;
    public Guid Me => gate.Actor.AccountId;

    [BindProperty] public IFormFile? CarriedBody { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Sight = await board.ReadAsync(id, ct);
        var files = await db.Set<CarriedFile>().AsNoTracking().Where(f => f.RoomId == id).OrderBy(f => f.UploadedAt).Select(f => new CarriedFile
        {
            Id = f.Id, SeatId = f.SeatId, Epoch = f.Epoch, Entries = f.Entries, Content = Array.Empty<byte>(), Sha256 = f.Sha256, UploadedAt = f.UploadedAt, UploadedBy = f.UploadedBy, ConfirmedAt = f.ConfirmedAt, ConfirmedBy = f.ConfirmedBy, Taken = f.Taken,
        }).ToListAsync(ct);
        var people = files.SelectMany(f => new[] { f.UploadedBy, f.ConfirmedBy ?? f.UploadedBy }).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var seats = Sight.Seats.ToDictionary(s => s.Id, s => $"{s.Name} (SBD {s.Candidate})");
        Files = [.. files.Select(f => (f, seats.GetValueOrDefault(f.SeatId, ""), names.GetValueOrDefault(f.UploadedBy, ""), f.ConfirmedBy is { } second ? names.GetValueOrDefault(second, "") : ""))];
    }

    public async Task<IActionResult> OnPostUploadAsync(Guid id, CancellationToken ct)
    {
        if (CarriedBody is null or { Length: 0 or > CarriedFiles.Largest })
        {
            await OnGetAsync(id, ct);
            ModelState.AddModelError(nameof(CarriedBody), "Chọn tệp .congvu do máy thi ghi ra, tối đa 64 MB.");
            return Page();
        }
        using var bytes = new MemoryStream();
        await CarriedBody.CopyToAsync(bytes, ct);
        return Tell(id, await carried.UploadAsync(id, bytes.ToArray(), ct));
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, [FromQuery(Name = "tep")] Guid file, CancellationToken ct) => Tell(id, await carried.ConfirmAsync(id, file, ct));

    private IActionResult Tell(Guid id, Outcome outcome) => this.Tell(outcome, ExaminationLinks.Carried(id));
}
