using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Printing;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.UseCases;

/// <summary>Files that go with a decision: proposals, minutes, evidence. Added until it is signed; taken out only while it is a draft.</summary>
internal sealed class Attachments(CongVuDb db, DecisionStore store, DecisionAccess access, DecisionDesk desk, FileStore files, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Adds a file whose content has passed inspection.</summary>
    public async Task<MoveOutcome> AddAsync(Guid id, int version, Stream content, string name, string mediaType, string label, CancellationToken ct)
    {
        var before = await store.ReadAsync(id, ct);
        if (Refuse(before, adding: true) is { } no) return no;
        var file = await files.SaveAsync(content, name, mediaType, PrintDecisionJob.OwnerType, id, before.Decision.UnitId, ct);
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", id, ct, evidenceFileId: file.Id);
        var loaded = await store.LockAsync(id, version, ct);
        if (Refuse(loaded, adding: true) is { } late) return late;
        db.Add(new DecisionAttachment { DecisionId = id, FileId = file.Id, Label = string.IsNullOrWhiteSpace(label) ? file.Name : label.Trim(), AccountId = gate.Actor.AccountId, AccountName = gate.Actor.DisplayName, At = clock.UtcNow() });
        desk.Touch(loaded.Decision);
        await process.CommitAsync(ct, loaded.Decision.UnitId, detail: new { file.Name });
        return new MoveOutcome.Done(loaded.Decision, $"Đã đính kèm {file.Name}.");
    }

    /// <summary>Takes a file out of a draft; the stored file itself stays for the audit.</summary>
    public async Task<MoveOutcome> RemoveAsync(Guid id, int version, Guid attachmentId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", id, ct);
        var loaded = await store.LockAsync(id, version, ct);
        if (Refuse(loaded, adding: false) is { } no) return no;
        var attachment = await db.Set<DecisionAttachment>().SingleOrDefaultAsync(a => a.Id == attachmentId && a.DecisionId == id, ct);
        if (attachment is null) return new MoveOutcome.NotPossible("Tệp này không còn trong bản soạn.");
        db.Remove(attachment);
        desk.Touch(loaded.Decision);
        await process.CommitAsync(ct, loaded.Decision.UnitId, detail: new { attachment.FileId });
        return new MoveOutcome.Done(loaded.Decision, "Đã bỏ tệp khỏi bản soạn.");
    }

    private MoveOutcome.NotPossible? Refuse(LoadedDecision loaded, bool adding)
    {
        access.DemandRead(loaded);
        access.Demand(DecisionAccess.ToDraft(loaded.Decision.ActionCode), loaded.Decision);
        var open = loaded.Decision.State == DecisionState.Draft || (adding && loaded.Decision.State is DecisionState.Submitted or DecisionState.Verified);
        return open ? null : DecisionDesk.Closed(loaded.Decision, "sửa tệp đính kèm");
    }
}

/// <summary>Whoever may read a decision may read its files.</summary>
internal sealed class DecisionFileGuard(DecisionStore store, DecisionAccess access) : FileGuard
{
    public override string OwnerType => PrintDecisionJob.OwnerType;

    public override async Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) =>
        file.OwnerId is { } id && access.MayRead(await store.ReadAsync(id, ct));
}
