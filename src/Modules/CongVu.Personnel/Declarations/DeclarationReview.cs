using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Personnel.Declarations;

/// <summary>What an officer says about one item.</summary>
internal sealed record Verdict(bool Accepted, string? Reason)
{
    public string Words => Accepted ? "Chấp nhận" : $"Không chấp nhận: {Reason}";
}

/// <summary>
/// What the officer does with a declaration. Accepted items go into the record through the same door as signed decisions: effects
/// with the declaration as their source.
/// </summary>
internal sealed class DeclarationReview(CongVuDb db, DeclarationStore store, DeclarationDesk desk, People people, PersonEffectApplier applier, ActCheck rules, SelfServiceNotices notices, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Asks back: the person completes it and sends it again.</summary>
    public async Task<DeclarationOutcome> ReturnAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new DeclarationOutcome.Invalid([new("Reason", "Nêu rõ cần bổ sung gì để người kê khai làm được ngay.")]);
        await using var process = await processes.BeginAsync(PersonnelProcesses.Return, "declaration", id, ct, reason);
        var loaded = await LockAsync(id, ct);
        var declaration = loaded.Declaration;
        if (declaration.State != DeclarationState.Submitted) return DeclarationDesk.Closed(declaration);
        if (declaration.Version != version) throw store.Stale(loaded, []);
        declaration.State = DeclarationState.Returned;
        desk.Touch(declaration);
        desk.Step(declaration, process.Run);
        await notices.ReturnedAsync(declaration, reason.Trim(), ct);
        await process.CommitAsync(ct, loaded.FileUnitId);
        return new DeclarationOutcome.Done(declaration, $"Đã đề nghị {declaration.PersonName} bổ sung.");
    }

    /// <summary>Accepts and rejects, each item by itself, all in one act.</summary>
    /// <param name="verdicts">By item code; every item needs one.</param>
    public async Task<DeclarationOutcome> DecideAsync(Guid id, int version, IReadOnlyDictionary<string, Verdict> verdicts, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Decide, "declaration", id, ct);
        var loaded = await LockAsync(id, ct);
        var declaration = loaded.Declaration;
        if (declaration is { State: DeclarationState.Decided } && declaration.DeciderId == gate.Actor.AccountId && loaded.Items.All(i => Same(i, verdicts.GetValueOrDefault(i.Code))))
            return new DeclarationOutcome.Done(declaration, "Kết quả đã được ghi."); // sent twice
        if (declaration.State != DeclarationState.Submitted || declaration.Version != version)
            throw store.Stale(loaded, verdicts.Select(v => (v.Key, v.Value.Words)), i => i.State == DeclaredItemState.Waiting ? "Chờ xem xét" : i.State.Name() + (i.Reason is { } why ? $": {why}" : ""));
        var problems = loaded.Items.Select(i => Problem(i, verdicts.GetValueOrDefault(i.Code))).OfType<DeclaredProblem>().ToList();
        if (problems.Count > 0) return new DeclarationOutcome.Invalid(problems);

        await db.LockPersonAsync(declaration.PersonId, ct);
        var state = await people.StateAsync(declaration.PersonId, new AsOf(clock.Today()), ct) ?? throw new InvalidOperationException("The person of a declaration has no record.");
        var effects = DeclaredEffects.Of(state, loaded.Items.Where(i => verdicts[i.Code].Accepted));
        PlannedEffect[] planned = [.. effects.Select(e => e.Planned)];
        if (await rules.PlannedAsync(planned, ct) is { Count: > 0 } violations)
            return new DeclarationOutcome.Invalid([.. violations.Select(v => new DeclaredProblem("", $"{v.Message} Không chấp nhận mục này, hoặc đề nghị người kê khai sửa lại."))]);

        foreach (var item in loaded.Items)
            (item.State, item.Reason) = (verdicts[item.Code].Accepted ? DeclaredItemState.Accepted : DeclaredItemState.Rejected, Trimmed(verdicts[item.Code].Reason));
        foreach (var (effect, items) in effects)
            foreach (var item in items) item.EffectId = effect.Id;
        (declaration.State, declaration.DecidedAt, declaration.DeciderId, declaration.DeciderName) = (DeclarationState.Decided, process.Run.At, gate.Actor.AccountId, gate.Actor.DisplayName);
        declaration.AcceptedCount = loaded.Items.Count(i => i.State == DeclaredItemState.Accepted);
        desk.Touch(declaration);
        desk.Step(declaration, process.Run, declaration.Outcome());
        var label = $"Kê khai {declaration.Label} được chấp nhận bởi {gate.Actor.DisplayName} ngày {VnFormat.Date(clock.Today())}";
        await applier.ApplyAsync(new ActSource(null, declaration.Id, process.Run.Id, process.Run.At, label), planned, ct);
        await notices.DecidedAsync(declaration, ct);
        await process.CommitAsync(ct, loaded.FileUnitId, loaded.Items.Count, new { accepted = declaration.AcceptedCount });
        return new DeclarationOutcome.Done(declaration, $"Đã ghi kết quả: {declaration.Outcome()}. Người kê khai đã được báo.");
    }

    private async Task<LoadedDeclaration> LockAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.LockAsync(id, ct);
        if (gate.IsSelf(loaded.Declaration.PersonId)) throw new ForbiddenException("Không ai tự xem xét bản kê khai của mình. Người khác ở đơn vị hoặc Sở Nội vụ xem xét.");
        if (!store.MayDecide(loaded)) throw new ForbiddenException("Tài khoản của bạn không được giao xem xét kê khai của đơn vị này.");
        return loaded;
    }

    private static DeclaredProblem? Problem(DeclarationItem item, Verdict? verdict)
    {
        var label = Declarables.Find(item.Code).Label;
        return verdict is null ? new(VerdictName(item.Code), $"{label}: chọn chấp nhận hoặc không chấp nhận.")
            : !verdict.Accepted && Trimmed(verdict.Reason) is null ? new(ReasonName(item.Code), $"{label}: nêu lý do không chấp nhận.") : null;
    }

    private static bool Same(DeclarationItem item, Verdict? verdict) =>
        verdict is not null && verdict.Accepted == (item.State == DeclaredItemState.Accepted) && Trimmed(verdict.Reason) == item.Reason;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Name of an item's choice on the form.</summary>
    public static string VerdictName(string code) => "kq." + code;

    /// <summary>Name of an item's reason on the form.</summary>
    public static string ReasonName(string code) => "ld." + code;
}
