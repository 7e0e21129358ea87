using System.Text.Json;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.UseCases;

/// <summary>Writes a draft: its title, its instruments and values. What does not yet hold together may be kept; it cannot be submitted.</summary>
internal sealed class ChangeDrafting(CongVuDb db, ChangeStore store, LawInUse law, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Guid> StartAsync(string title, string? note, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        var change = new LawChange { Title = title.Trim(), Note = note?.Trim() ?? "", DraftedBy = gate.Actor.AccountId, DrafterName = gate.Actor.DisplayName, DraftedAt = clock.UtcNow() };
        await using var process = await processes.BeginAsync(LegislationProcesses.Draft, "law-change", change.Id, ct);
        db.Add(change);
        await process.CommitAsync(ct);
        return change.Id;
    }

    public Task<ChangeOutcome> SaveAsync(Guid changeId, Guid? itemId, InstrumentContent content, CancellationToken ct)
    {
        var problems = new List<ItemProblem>();
        if (law.Current.Instruments.ContainsKey(content.Number)) problems.Add(new(itemId, "Number", $"Văn bản {content.Number} đã có trong danh mục."));
        if (content.Issued > content.InForce && content.AppliesFrom is null) problems.Add(new(itemId, "InForce", "Ngày có hiệu lực trước ngày ban hành: nếu văn bản quy định áp dụng từ ngày sớm hơn, ghi ở “Áp dụng từ ngày”."));
        return SaveAsync(changeId, itemId, ChangeItemKind.Instrument, content.Number, null, JsonSerializer.Serialize(content, Json.Options), null, problems, ct);
    }

    public Task<ChangeOutcome> SaveAsync(Guid changeId, Guid? itemId, ValueContent content, CancellationToken ct)
    {
        var problems = new List<ItemProblem>();
        var known = law.Current.Parameters.GetValueOrDefault(content.Key);
        if (known is null && !content.IsNew) problems.Add(new(itemId, "Key", "Chọn một tham số đang có, hoặc nhập quy định mới của tỉnh."));
        if (known is not null && content.IsNew) problems.Add(new(itemId, "Key", $"Mã “{content.Key}” đã có. Quy định của tỉnh không thay quy định chung; chọn mã khác."));
        if (known is not null && content.Corrects is null && Replaces(known, content))
            problems.Add(new(itemId, "Corrects", $"Đã có giá trị từ ngày {LawDay.Format(content.From)}. Nếu giá trị đó sai, ghi lý do đính chính; nếu không, sửa ngày."));
        return SaveAsync(changeId, itemId, ChangeItemKind.Value, content.Key, content.From, JsonSerializer.Serialize(content, Json.Options), content.Corrects, problems, ct);
    }

    public async Task<ChangeOutcome> RemoveAsync(Guid changeId, Guid itemId, CancellationToken ct)
    {
        var change = await DraftAsync(changeId, ct);
        if (change is null) return ChangeOutcome.Refused.For(NotDraft);
        await using var process = await processes.BeginAsync(LegislationProcesses.Draft, "law-change", changeId, ct);
        await db.Set<LawChangeItem>().Where(i => i.ChangeId == changeId && i.Id == itemId).ExecuteDeleteAsync(ct);
        change.Version++;
        await process.CommitAsync(ct);
        return new ChangeOutcome.Done(changeId);
    }

    private const string NotDraft = "Hồ sơ không còn ở bước soạn nên không sửa được.";

    private async Task<ChangeOutcome> SaveAsync(Guid changeId, Guid? itemId, ChangeItemKind kind, string target, DateOnly? from, string content, string? correctionReason, List<ItemProblem> problems, CancellationToken ct)
    {
        var change = await DraftAsync(changeId, ct);
        if (change is null) return ChangeOutcome.Refused.For(NotDraft);
        var others = (await store.ItemsAsync(changeId, ct)).Where(i => i.Id != itemId).ToList();
        if (others.Any(i => i.Kind == kind && i.Target == target && i.FromDay == from)) problems.Add(new(itemId, kind == ChangeItemKind.Value ? "From" : "Number", "Hồ sơ này đã có mục như vậy."));
        var item = new LawChangeItem
        {
            Id = itemId ?? Guid.CreateVersion7(), ChangeId = changeId, Ord = others.Count == 0 ? 1 : others.Max(i => i.Ord) + 1, Kind = kind, Target = target, FromDay = from, Content = content,
            CorrectionReason = correctionReason,
        };
        // Only what is wrong with this item keeps it from being saved: an instrument that ends another comes before the values that take the others' place.
        problems.AddRange(store.Check([.. others, item]).Where(p => p.ItemId == item.Id));
        if (problems.Count > 0) return new ChangeOutcome.Refused(problems);
        await using var process = await processes.BeginAsync(LegislationProcesses.Draft, "law-change", changeId, ct);
        if (itemId is not null) await db.Set<LawChangeItem>().Where(i => i.ChangeId == changeId && i.Id == itemId).ExecuteDeleteAsync(ct);
        db.Add(item);
        change.Version++;
        await process.CommitAsync(ct);
        return new ChangeOutcome.Done(changeId);
    }

    private async Task<LawChange?> DraftAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        return await store.GetAsync(id, ct) is { State: ChangeState.Draft } draft ? draft : null;
    }

    private static bool Replaces(LawParameter parameter, ValueContent content) => parameter.Values.Values.Any(v => v.From == content.From && v.Scope == content.Scope);
}
