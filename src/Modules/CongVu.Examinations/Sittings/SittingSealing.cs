using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Blueprints;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Sittings;

/// <summary>
/// Commits a sitting to its bank, blueprint and secret before anybody can know the papers, and opens it when two members of the board have entered the same public value.
/// Sealing shows nobody a question: questions go from the bank into the sealed bank without a screen.
/// </summary>
internal sealed class SittingSealing(CongVuDb db, ProcessLog processes, Council council, ItemSafe safe, LawStanding law, BlueprintDesk blueprints, CarryKeys carry, SittingPapers papers, TimeProvider clock)
{
    public async Task<StepOutcome> SealAsync(Guid id, string? publicRule, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.Seal, "exam-sitting", id, ct);
        var sitting = await FindAsync(id, ct);
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        var rule = string.Join(' ', (publicRule ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (sitting.State != SittingState.Draft) return new StepOutcome.Refused("Đề của ca thi đã niêm phong.");
        if (rule.Length < 20) return new StepOutcome.Refused("Nêu rõ giá trị công khai nào sẽ được lấy, lấy ở đâu, lúc nào; ví dụ: năm chữ số cuối giải đặc biệt xổ số miền Bắc quay ngày 30/11/2026.");
        if (await db.Set<Seat>().AnyAsync(s => s.SittingId == id, ct) == false) return new StepOutcome.Refused("Xếp chỗ ngồi trước khi niêm phong đề.");
        var blueprint = await db.Set<BlueprintRow>().AsNoTracking().SingleAsync(b => b.Id == sitting.BlueprintId, ct);
        if (blueprint.State != BlueprintState.Approved) return new StepOutcome.Refused("Ma trận đề không còn hiệu lực. Lập ca thi khác với ma trận đã duyệt.");
        var plan = blueprint.Plan();
        var items = await ItemsAsync(sitting, blueprint.Subject, plan, ct);
        var today = clock.Today();
        if (items.Find(i => law.ChangesSince(i, today).Count > 0) is { } frozen) return new StepOutcome.Refused($"Câu {frozen.Code} bị tạm dừng vì luật đã đổi; tác giả phải rà lại, hoặc loại câu này, rồi mới niêm phong.");
        var short_ = plan.Short(items.ConvertAll(i => new BankEntry(i.Code, i.Topic, i.Level, 0, [], "")));
        if (short_.Count > 0) return new StepOutcome.Refused($"Ngân hàng chưa đủ {Blueprint.BankFactor} lần số câu dùng (Thông tư 22/2025/TT-BNV): {string.Join("; ", short_.Select(s => $"{Named(s.Cell)} cần {s.Cell.Count * Blueprint.BankFactor} câu, có {s.Has}"))}.");
        var facilities = await blueprints.FacilitiesAsync(items.ConvertAll(i => i.Id), ct);
        var versions = await (from v in db.Set<BankItemVersion>().AsNoTracking()
                              join i in db.Set<BankItem>() on new { v.ItemId, Number = v.Number } equals new { ItemId = i.Id, Number = i.CurrentVersion }
                              where i.Subject == blueprint.Subject
                              select v).ToDictionaryAsync(v => v.ItemId, ct);
        var bank = new SealedBank(items.ConvertAll(i => Blinding.Seal(safe.Open(versions[i.Id].Sealed) with { Id = i.Code, Topic = i.Topic }, i.Id, i.Level, facilities.GetValueOrDefault(i.Id, RecordMaking.Facility(i.Level)))));
        try { _ = new PaperDraw(plan, [.. bank.Items.Select(i => i.Entry.Entry)]); }
        catch (ArgumentException refused) { return new StepOutcome.Refused(refused.Message); }
        var secret = RandomNumberGenerator.GetBytes(32);
        sitting.Commitment = Sealing.Commitment(Sealing.BankHash([.. bank.Items.Select(i => i.Entry.Entry)]), Sealing.Hash(plan.Canonical()), secret, rule);
        (sitting.PublicRule, sitting.Secret, sitting.Bank) = (rule, safe.SealFile(secret), bank.Seal(safe));
        (sitting.State, sitting.SealedAt, sitting.SealedBy) = (SittingState.Sealed, clock.UtcNow(), council.Me);
        sitting.Version++;
        foreach (var item in items)
        {
            db.Add(new SittingItem { SittingId = id, ItemId = item.Id, ItemVersion = item.CurrentVersion });
            if (item.State == BankState.Locked) continue;
            db.Add(new BankItemStep { ItemId = item.Id, At = clock.UtcNow(), AccountId = council.Me, FromState = item.State, ToState = BankState.Locked, ItemVersion = item.CurrentVersion });
            item.State = BankState.Locked;
            item.Version++;
        }
        Note(sitting, SittingEvents.Sealed, null);
        await process.CommitAsync(ct, count: items.Count, detail: new { sitting.Commitment });
        return new StepOutcome.Done();
    }

    /// <summary>The first member of the board enters the public value; a second who enters the same opens the papers. Another value ends the attempt, and is written down.</summary>
    public async Task<(StepOutcome Outcome, bool IsOpen)> ReleaseAsync(Guid id, string? publicValue, CancellationToken ct)
    {
        var step = await EnterValueAsync(id, publicValue, ct);
        if (!step.IsOpen) return step;
        // Two hundred candidates who come at the same second shall find them ready.
        await carry.PublicAsync(id, ct);
        await papers.OpenedAsync(id, ct);
        return step;
    }

    private async Task<(StepOutcome Outcome, bool IsOpen)> EnterValueAsync(Guid id, string? publicValue, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.Release, "exam-sitting", id, ct);
        var sitting = await FindAsync(id, ct);
        await council.DemandAsync(sitting.ExamId, Council.Board, ct);
        var value = string.Join(' ', (publicValue ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (sitting.State != SittingState.Sealed) return (new StepOutcome.Refused(sitting.State == SittingState.Draft ? "Đề chưa niêm phong." : "Đề đã mở."), false);
        if (value.Length == 0) return (new StepOutcome.Refused("Ghi giá trị công khai theo quy tắc đã công bố."), false);
        if (sitting.ReleasedBy is not { } first || sitting.PublicValue is not { } entered)
        {
            (sitting.PublicValue, sitting.ReleasedBy) = (value, council.Me);
            sitting.Version++;
            Note(sitting, SittingEvents.FirstRelease, null);
            await process.CommitAsync(ct);
            return (new StepOutcome.Done(), false);
        }
        if (first == council.Me) return (new StepOutcome.Refused("Bạn đã xác nhận. Cần một thành viên khác của hội đồng hoặc ban giám sát đăng nhập và nhập cùng giá trị."), false);
        if (entered != value)
        {
            // Whose value is right cannot be known here: both begin again.
            (sitting.PublicValue, sitting.ReleasedBy) = (null, null);
            sitting.Version++;
            Note(sitting, SittingEvents.ReleaseDiffers, "Hai người nhập hai giá trị khác nhau");
            await process.CommitAsync(ct, detail: new { entered, value });
            return (new StepOutcome.Refused("Giá trị này khác với giá trị người thứ nhất đã nhập. Cả hai xác nhận đã bị bỏ; kiểm tra lại giá trị rồi hai người nhập lại từ đầu."), false);
        }
        (sitting.SecondReleaseBy, sitting.State) = (council.Me, SittingState.Released);
        sitting.Version++;
        Note(sitting, SittingEvents.Released, null);
        await process.CommitAsync(ct);
        return (new StepOutcome.Done(), true);
    }

    /// <summary>Approved questions some cell takes, and those a sealed sitting of the same examination has locked already: shifts of one examination share their bank.</summary>
    private async Task<List<BankItem>> ItemsAsync(Sitting sitting, string subject, Blueprint plan, CancellationToken ct)
    {
        var shared = from l in db.Set<SittingItem>() join s in db.Set<Sitting>() on l.SittingId equals s.Id where s.ExamId == sitting.ExamId select l.ItemId;
        var items = await db.Set<BankItem>().Where(i => i.Subject == subject && !i.IsPractice && (i.State == BankState.Approved || (i.State == BankState.Locked && shared.Contains(i.Id)))).OrderBy(i => i.Code).ToListAsync(ct);
        return items.FindAll(i => plan.Cells.Any(c => c.Takes(new BankEntry(i.Code, i.Topic, i.Level, 0, [], ""))));
    }

    private void Note(Sitting sitting, string kind, string? reason) => db.Add(new SittingEvent { SittingId = sitting.Id, At = clock.UtcNow(), AccountId = council.Me, Kind = kind, Reason = reason });

    private async Task<Sitting> FindAsync(Guid id, CancellationToken ct) => await db.Set<Sitting>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");

    private static string Named(BlueprintCell cell) => $"ô “{(cell.Topic.Length == 0 ? "mọi chủ đề" : cell.Topic)}”, {BankWords.Level(cell.Level).ToLowerInvariant()}";
}

/// <summary>Kinds of events of a sitting before and after its rooms.</summary>
internal static class SittingEvents
{
    public const string Sealed = "PapersSealed", FirstRelease = "ReleaseConfirmed", ReleaseDiffers = "ReleaseDiffers", Released = "PapersReleased", Scored = "Scored", Announced = "MarksAnnounced";
}
