using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Facts;

/// <summary>What is typed about a commune.</summary>
internal sealed record ProfileText(DateOnly? From, UnitForm? Kind, int? Class, long? Population, long? PopulationNorm, long? Area, long? AreaNorm, bool OfUrbanDistrict, bool BorderOrIsland, string? Document, Guid? FileId = null);

/// <summary>Enters and corrects dated facts about communes.</summary>
internal sealed class ProfileKeeping(CongVuDb db, UnitDirectory units, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>A fact that holds from a day on.</summary>
    public Task<Outcome> EnterAsync(Guid unitId, ProfileText text, CancellationToken ct) => SaveAsync(unitId, null, text, null, ct);

    /// <summary>Puts another in place of a fact that was entered wrongly.</summary>
    public Task<Outcome> CorrectAsync(Guid unitId, Guid factId, ProfileText text, string? reason, CancellationToken ct) => SaveAsync(unitId, factId, text, reason, ct);

    private async Task<Outcome> SaveAsync(Guid unitId, Guid? wrongId, ProfileText text, string? reason, CancellationToken ct)
    {
        gate.Demand(CommunePermissions.Keep, unitId);
        if (await WrongAsync(unitId, text, ct) is { } wrong) return wrong;
        if (wrongId is not null && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("Reason", "Ghi lý do đính chính.");
        var old = wrongId is { } id ? await db.Set<Profile>().SingleOrDefaultAsync(p => p.Id == id && p.UnitId == unitId && p.WithdrawnAt == null, ct) : null;
        if (wrongId is not null && old is null) return new Outcome.Refused("", "Người khác vừa đính chính thông tin này. Mở lại trang để xem nội dung mới.");
        if (await db.Set<Profile>().AnyAsync(p => p.UnitId == unitId && p.FromDay == text.From && p.WithdrawnAt == null && p.Id != wrongId, ct))
            return new Outcome.Refused("From", "Đã có thông tin từ ngày này; mở thông tin đó để đính chính.");
        var at = clock.UtcNow();
        await using var process = await processes.BeginAsync(old is null ? CommuneProcesses.EnterProfile : CommuneProcesses.CorrectProfile, "unit", unitId, ct, reason, text.FileId);
        if (old is not null)
        {
            old.Withdraw(at, gate.Actor.DisplayName, reason!);
            await db.SaveChangesAsync(ct); // before its day is taken again
        }
        var fact = new Profile
        {
            UnitId = unitId, FromDay = text.From!.Value, Kind = text.Kind!.Value, Class = text.Class, Population = text.Population, PopulationNorm = text.PopulationNorm, Area = text.Area, AreaNorm = text.AreaNorm,
            OfUrbanDistrict = text.OfUrbanDistrict, BorderOrIsland = text.BorderOrIsland, Document = text.Document!.Trim(), FileId = text.FileId ?? old?.FileId, EnteredAt = at, EnteredByName = gate.Actor.DisplayName,
        };
        db.Add(fact);
        await process.CommitAsync(ct, unitId);
        return new Outcome.Done(old is null ? "Đã ghi thông tin; số người và quỹ khoán được tính lại từ ngày này." : "Đã đính chính; thông tin cũ còn trong lịch sử.", fact.Id);
    }

    private async Task<Outcome.Refused?> WrongAsync(Guid unitId, ProfileText text, CancellationToken ct)
    {
        if (text.From is not { } from) return new("From", "Nhập ngày bắt đầu áp dụng ghi trong văn bản.");
        if ((await units.TreeAsync(new AsOf(from), ct)).Find(unitId) is null) return new("From", "Đơn vị chưa thành lập hoặc không còn vào ngày này.");
        if (text.Kind is not { } kind || !Enum.IsDefined(kind)) return new("Kind", "Chọn xã, phường, thị trấn hoặc đặc khu.");
        if (text.Class is < 1 or > 3) return new("Class", "Đơn vị hành chính cấp xã chỉ có loại 1, 2 và 3.");
        if (from < TwoTierGovernment.From && text.Class is null) return new("Class", "Trước 01/07/2025 đơn vị hành chính cấp xã có loại 1, 2 hoặc 3.");
        if (from >= TwoTierGovernment.From && text.Class is not null) return new("Class", "Từ 01/07/2025 không còn định mức theo loại đơn vị hành chính cấp xã; để trống.");
        if (from >= TwoTierGovernment.From && kind == UnitForm.Township) return new("Kind", "Từ 01/07/2025 không còn thị trấn; chọn xã, phường hoặc đặc khu.");
        if (from < TwoTierGovernment.From && kind == UnitForm.SpecialZone) return new("Kind", "Đặc khu có từ 01/07/2025; chọn xã, phường hoặc thị trấn.");
        if (text.Population is < 1 || text.Population > 5_000_000) return new("Population", "Dân số phải là số dương, ví dụ 13.000.");
        if (text.Area is < 1 || text.Area > 1_000_000) return new("Area", "Diện tích tính bằng héc-ta, là số dương.");
        if (text.Population is not null && text.PopulationNorm is null or < 1) return new("PopulationNorm", "Nhập quy mô dân số chuẩn của loại đơn vị này, ví dụ 8.000.");
        if (text.Area is not null && text.AreaNorm is null or < 1) return new("AreaNorm", "Nhập diện tích chuẩn của loại đơn vị này, tính bằng héc-ta.");
        if (text.OfUrbanDistrict && kind != UnitForm.Ward) return new("OfUrbanDistrict", "Chỉ phường mới thuộc quận.");
        return string.IsNullOrWhiteSpace(text.Document) ? new("Document", "Ghi số, ngày của văn bản làm căn cứ, ví dụ “Quyết định số 12/QĐ-UBND ngày 05/01/2024”.") : null;
    }
}
