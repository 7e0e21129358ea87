using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>
/// The last resort for a machine that never got its network back: its log as an encrypted file. One member of the council brings it in, another confirms that it
/// is the one that was carried; only then its entries go the way of all others, so that bringing it twice changes nothing.
/// </summary>
internal sealed class CarriedFiles(CongVuDb db, ProcessLog processes, Council council, Gate gate, CarryKeys keys, EntryWriter writer, TimeProvider clock)
{
    public const int Largest = 64 << 20;
    private const string Format = "congvu-carried-1";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private sealed record Envelope(string? Format, Guid Sitting, Guid Seat, int Epoch, string? Key, string? Iv, string? Data);

    private sealed record Content(string? Token, IReadOnlyList<Entry>? Entries);

    public async Task<Outcome> UploadAsync(Guid roomId, byte[] file, CancellationToken ct)
    {
        var room = await RoomAsync(roomId, ct);
        var (envelope, content, refused) = await OpenAsync(room, file, ct);
        if (refused is not null) return new Outcome.Refused("", refused);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        await using var process = await processes.BeginAsync(RoomProcesses.Upload, "exam-seat", envelope!.Seat, ct);
        if (await db.Set<CarriedFile>().AnyAsync(f => f.SeatId == envelope.Seat && f.Sha256 == hash, ct)) return new Outcome.Refused("", "Tệp này đã được nộp; người thứ hai xác nhận ở danh sách bên dưới.");
        db.Add(new CarriedFile
        {
            SittingId = room.SittingId, RoomId = roomId, SeatId = envelope.Seat, Epoch = envelope.Epoch, Entries = content!.Entries!.Count, LastSequence = content.Entries.Count == 0 ? 0 : content.Entries[^1].S,
            Content = file, Sha256 = hash, UploadedAt = clock.UtcNow(), UploadedBy = gate.Actor.AccountId,
        });
        Note(room, envelope.Seat, RoomEvents.FileUploaded, new { hash, entries = content.Entries.Count });
        await process.CommitAsync(ct);
        return new Outcome.Done($"Đã đọc tệp: {content.Entries.Count} mục. Người thứ hai trong hội đồng đối chiếu mã tệp rồi xác nhận.");
    }

    public async Task<Outcome> ConfirmAsync(Guid roomId, Guid fileId, CancellationToken ct)
    {
        var room = await RoomAsync(roomId, ct);
        var file = await db.Set<CarriedFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.RoomId == roomId, ct) ?? throw new NotFoundException("Không có tệp này.");
        if (file.ConfirmedAt is not null) return new Outcome.Refused("", "Tệp đã được nhận.");
        if (file.UploadedBy == gate.Actor.AccountId) return new Outcome.Refused("", "Người nộp tệp không tự xác nhận; cần người thứ hai trong hội đồng.");
        var (envelope, content, refused) = await OpenAsync(room, file.Content, ct);
        if (refused is not null) return new Outcome.Refused("", refused);
        var before = await StoredAsync(file, ct);
        foreach (var part in content!.Entries!.Chunk(Entry.Most))
        {
            var outcome = await writer.AppendAsync(new Append(envelope!.Seat, envelope.Epoch, part, false, EntrySource.Carried));
            if (outcome is not AppendOutcome.Kept)
                return new Outcome.Refused("", outcome switch
                {
                    AppendOutcome.AfterSealing => "Bài đã niêm phong trước khi tệp đến; tệp được giữ nguyên. Lập biên bản để hội đồng xem xét.",
                    AppendOutcome.Conflict conflict => $"Mục số {conflict.Sequence} trong tệp khác với mục máy chủ đã có; máy chủ giữ mục đến trước. Lập biên bản để hội đồng xem xét.",
                    _ => "Máy chủ không nhận được phần bài trong tệp. Lập biên bản để hội đồng xem xét.",
                });
        }
        await using var process = await processes.BeginAsync(RoomProcesses.Take, "exam-seat", file.SeatId, ct);
        var kept = await db.Set<CarriedFile>().SingleAsync(f => f.Id == fileId, ct);
        (kept.ConfirmedAt, kept.ConfirmedBy, kept.Taken) = (clock.UtcNow(), gate.Actor.AccountId, await StoredAsync(file, ct) - before);
        Note(room, file.SeatId, RoomEvents.FileTaken, new { hash = file.Sha256, taken = kept.Taken });
        await process.CommitAsync(ct);
        return new Outcome.Done($"Đã nhận {kept.Taken} mục mới từ tệp. Niêm phong bài của thí sinh khi kết thúc phòng.");
    }

    private Task<int> StoredAsync(CarriedFile file, CancellationToken ct) => db.Set<SeatEntry>().CountAsync(e => e.SeatId == file.SeatId && e.Epoch == file.Epoch, ct);

    private async Task<Data.Room> RoomAsync(Guid id, CancellationToken ct)
    {
        var found = await (from r in db.Set<Data.Room>().AsNoTracking() join s in db.Set<Sitting>() on r.SittingId equals s.Id where r.Id == id select new { Room = r, s.ExamId }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Không có phòng thi này.");
        return (await council.RoomRightsAsync(found.ExamId, ct)).Technical ? found.Room : throw new ForbiddenException("Chỉ thành viên hội đồng làm việc trong phòng thi nộp và nhận tệp.");
    }

    /// <summary>Opens the file and checks that its machine wrote it: it holds the machine's own token, which nobody else knows.</summary>
    private async Task<(Envelope?, Content?, string? Refused)> OpenAsync(Data.Room room, byte[] file, CancellationToken ct)
    {
        const string notOurs = "Đây không phải tệp bài thi do máy thi ghi ra. Chọn tệp có đuôi .congvu.";
        Envelope? envelope;
        try { envelope = JsonSerializer.Deserialize<Envelope>(file, Web); }
        catch (JsonException) { return (null, null, notOurs); }
        if (envelope is not { Format: Format, Key: not null, Iv: not null, Data: not null }) return (null, null, notOurs);
        if (envelope.Sitting != room.SittingId || !await db.Set<Seat>().AnyAsync(s => s.Id == envelope.Seat && s.RoomId == room.Id, ct)) return (null, null, "Tệp thuộc phòng thi hoặc ca thi khác. Mở đúng phòng rồi nộp.");
        var content = await DecryptAsync(envelope, ct);
        var device = await db.Set<SeatDevice>().AsNoTracking().SingleOrDefaultAsync(d => d.SeatId == envelope.Seat && d.Epoch == envelope.Epoch, ct);
        var whole = content is { Token: not null, Entries: not null } && content.Entries.Select((e, at) => e is not null && e.K is not null && e.S == at + 1 && e.Fault() is null).All(good => good);
        return whole && device is not null && SeatSessions.Hash(content!.Token!) == device.TokenHash ? (envelope, content, null) : (null, null, "Tệp bị sửa hoặc không do máy của thí sinh này ghi ra; không nhận.");
    }

    private async Task<Content?> DecryptAsync(Envelope envelope, CancellationToken ct)
    {
        try
        {
            using var pair = await keys.PrivateAsync(envelope.Sitting, ct);
            if (pair is null) return null;
            var (data, iv) = (Convert.FromBase64String(envelope.Data!), Convert.FromBase64String(envelope.Iv!));
            const int tag = 16;
            using var aes = new AesGcm(pair.Decrypt(Convert.FromBase64String(envelope.Key!), RSAEncryptionPadding.OaepSHA256), tag);
            var text = new byte[data.Length - tag];
            aes.Decrypt(iv, data.AsSpan(0, text.Length), data.AsSpan(text.Length), text, Encoding.UTF8.GetBytes($"{envelope.Sitting}/{envelope.Seat}/{envelope.Epoch}"));
            return JsonSerializer.Deserialize<Content>(text, Web);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException or ArgumentException or OverflowException) { return null; }
    }

    private void Note(Data.Room room, Guid seat, string kind, object detail) => db.Add(RoomEvents.Of(room.SittingId, room.Id, seat, clock.UtcNow(), kind, gate.Actor.AccountId, detail: detail));
}
