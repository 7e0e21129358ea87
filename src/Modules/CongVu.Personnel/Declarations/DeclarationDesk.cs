using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Declarations;

/// <summary>How an act on a declaration ended.</summary>
internal abstract record DeclarationOutcome
{
    /// <summary>Done.</summary>
    internal sealed record Done(Declaration Declaration, string Said) : DeclarationOutcome;

    /// <summary>What was typed must be put right first; it is kept.</summary>
    internal sealed record Invalid(IReadOnlyList<DeclaredProblem> Problems) : DeclarationOutcome;

    /// <summary>Not in this state.</summary>
    internal sealed record NotPossible(string Why) : DeclarationOutcome;
}

/// <summary>One item as it came from the form: what was typed, and what the record said when the form was made.</summary>
internal sealed record TypedItem(DeclaredValues Typed, DeclaredValues Shown);

/// <summary>The whole form.</summary>
/// <param name="Form">The page it comes from.</param>
/// <param name="Items">By item code.</param>
/// <param name="Days">By group; those left empty mean today.</param>
internal sealed record TypedDeclaration(Guid Form, string? Note, IReadOnlyDictionary<string, TypedItem> Items, IReadOnlyDictionary<string, DateOnly> Days);

/// <summary>What the person does with a declaration: begin, save, prove, send, take back.</summary>
internal sealed class DeclarationDesk(CongVuDb db, DeclarationStore store, People people, DeclaredChecks checks, DeclaredWords words, ActCheck rules, CaseNumbers numbers, SelfServiceNotices notices,
    FileStore files, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public const int MostFiles = 10;

    /// <summary>The open declaration of the actor, begun now when there is none.</summary>
    public async Task<Guid> StartAsync(CancellationToken ct)
    {
        gate.Demand(PersonnelPermissions.Declare);
        var person = gate.Actor.PersonId ?? throw new ForbiddenException("Tài khoản này chưa gắn với hồ sơ nào.");
        var state = await StateAsync(person, ct);
        var declaration = new Declaration { PersonId = person, PersonName = state.Identity!.Value.FullName, AccountId = gate.Actor.AccountId, CreatedAt = clock.UtcNow(), SavedAt = clock.UtcNow() };
        await using var process = await processes.BeginAsync(PersonnelProcesses.Draft, "declaration", declaration.Id, ct);
        await db.LockPersonAsync(person, ct);
        var open = await db.Set<Declaration>().Where(d => d.PersonId == person && d.State != DeclarationState.Decided && d.State != DeclarationState.Discarded).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(ct);
        if (open is { } going) return going;
        db.Add(declaration);
        Step(declaration, process.Run);
        await process.CommitAsync(ct, state.FileUnitId);
        return declaration.Id;
    }

    /// <summary>Keeps what was typed, right or wrong.</summary>
    public async Task<DeclarationOutcome> SaveAsync(Guid id, int version, TypedDeclaration typed, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Draft, "declaration", id, ct);
        var loaded = await LockOwnAsync(id, ct);
        var declaration = loaded.Declaration;
        if (!declaration.IsOpen) return Closed(declaration);
        if (declaration.Version != version && declaration.SavedByForm != typed.Form) throw store.Stale(loaded, typed.Items.Where(i => !i.Value.Typed.Equals(i.Value.Shown)).Select(i => (i.Key, words.Of(Declarables.Find(i.Key), i.Value.Typed))));
        if (!Take(loaded, typed)) return new DeclarationOutcome.Done(declaration, "Đã lưu bản kê khai.");
        declaration.SavedByForm = typed.Form;
        Touch(declaration);
        await process.CommitAsync(ct, loaded.FileUnitId, declaration.ItemCount);
        return new DeclarationOutcome.Done(declaration, "Đã lưu bản kê khai.");
    }

    /// <summary>Sends it to the officer of the unit. Items that the record has come to say by itself fall away.</summary>
    public async Task<DeclarationOutcome> SubmitAsync(Guid id, int version, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Submit, "declaration", id, ct);
        var loaded = await LockOwnAsync(id, ct);
        var declaration = loaded.Declaration;
        if (declaration.State == DeclarationState.Submitted) return new DeclarationOutcome.NotPossible($"Bản kê khai {declaration.Label} đã được gửi, đang chờ xem xét.");
        if (!declaration.IsOpen) return Closed(declaration);
        if (declaration.Version != version) throw store.Stale(loaded, []);
        var state = await StateAsync(declaration.PersonId, ct);
        var kept = new List<DeclarationItem>();
        foreach (var item in loaded.Items)
        {
            var held = DeclaredValues.Of(state, Declarables.Find(item.Code));
            if (held.Equals(DeclaredValues.FromJson(item.Wanted))) { db.Remove(item); continue; }
            item.Before = held.ToJson();
            kept.Add(item);
        }
        var problems = checks.Of(kept, loaded.Files.Count, clock.Today()).ToList();
        if (problems.Count == 0)
            problems.AddRange((await rules.PlannedAsync([.. DeclaredEffects.Of(state, kept).Select(e => e.Planned)], ct)).Select(v => new DeclaredProblem("", v.Message)));
        if (problems.Count > 0) return new DeclarationOutcome.Invalid(problems);

        if (declaration.Number is null) (declaration.Year, declaration.Number) = await numbers.NextAsync("declaration", ct);
        (declaration.State, declaration.SubmittedAt, declaration.ItemCount) = (DeclarationState.Submitted, process.Run.At, kept.Count);
        Touch(declaration);
        Step(declaration, process.Run);
        await notices.SubmittedAsync(declaration, loaded.FileUnitId, ct);
        await process.CommitAsync(ct, loaded.FileUnitId, kept.Count);
        return new DeclarationOutcome.Done(declaration, $"Đã gửi bản kê khai {declaration.Label}. Kết quả sẽ được báo trong mục Thông báo.");
    }

    /// <summary>Takes it back from the officer, to change it.</summary>
    public async Task<DeclarationOutcome> WithdrawAsync(Guid id, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Withdraw, "declaration", id, ct);
        var loaded = await LockOwnAsync(id, ct);
        if (loaded.Declaration.State != DeclarationState.Submitted) return Closed(loaded.Declaration);
        loaded.Declaration.State = DeclarationState.Draft;
        Touch(loaded.Declaration);
        Step(loaded.Declaration, process.Run);
        await process.CommitAsync(ct, loaded.FileUnitId);
        return new DeclarationOutcome.Done(loaded.Declaration, "Đã rút bản kê khai về để sửa.");
    }

    /// <summary>Gives it up.</summary>
    public async Task<DeclarationOutcome> DiscardAsync(Guid id, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Discard, "declaration", id, ct);
        var loaded = await LockOwnAsync(id, ct);
        if (!loaded.Declaration.IsOpen) return Closed(loaded.Declaration);
        loaded.Declaration.State = DeclarationState.Discarded;
        Touch(loaded.Declaration);
        Step(loaded.Declaration, process.Run);
        await process.CommitAsync(ct, loaded.FileUnitId);
        return new DeclarationOutcome.Done(loaded.Declaration, "Đã bỏ bản kê khai. Hồ sơ không thay đổi.");
    }

    /// <summary>Adds a file whose content has passed inspection.</summary>
    public async Task<DeclarationOutcome> AttachAsync(Guid id, Stream content, string name, string mediaType, string? label, CancellationToken ct)
    {
        var before = await store.ReadAsync(id, ct);
        if (!gate.IsSelf(before.Declaration.PersonId) || !before.Declaration.IsOpen) return Closed(before.Declaration);
        if (before.Files.Count >= MostFiles) return new DeclarationOutcome.Invalid([new("Upload", $"Mỗi bản kê khai có nhiều nhất {MostFiles} tệp. Bỏ bớt tệp hoặc gộp các trang vào một tệp PDF.")]);
        var file = await files.SaveAsync(content, name, mediaType, DeclarationFileGuard.Type, id, before.FileUnitId, ct);
        await using var process = await processes.BeginAsync(PersonnelProcesses.Draft, "declaration", id, ct, evidenceFileId: file.Id);
        var loaded = await LockOwnAsync(id, ct);
        if (!loaded.Declaration.IsOpen) return Closed(loaded.Declaration);
        db.Add(new DeclarationFile { FileId = file.Id, DeclarationId = id, Label = string.IsNullOrWhiteSpace(label) ? file.Name : label.Trim(), Name = file.Name, Size = file.Size, At = clock.UtcNow() });
        Touch(loaded.Declaration);
        await process.CommitAsync(ct, loaded.FileUnitId, detail: new { file.Name });
        return new DeclarationOutcome.Done(loaded.Declaration, $"Đã tải lên {file.Name}.");
    }

    /// <summary>Takes a file out; the stored content stays for the audit.</summary>
    public async Task<DeclarationOutcome> DetachAsync(Guid id, Guid fileId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.Draft, "declaration", id, ct);
        var loaded = await LockOwnAsync(id, ct);
        if (!loaded.Declaration.IsOpen) return Closed(loaded.Declaration);
        if (loaded.Files.FirstOrDefault(f => f.FileId == fileId) is not { } file) return new DeclarationOutcome.NotPossible("Tệp này không còn trong bản kê khai.");
        db.Remove(file);
        Touch(loaded.Declaration);
        await process.CommitAsync(ct, loaded.FileUnitId, detail: new { file.Name });
        return new DeclarationOutcome.Done(loaded.Declaration, $"Đã bỏ {file.Name}.");
    }

    /// <summary>A line of the history.</summary>
    internal void Step(Declaration declaration, ProcessRun run, string? said = null) => db.Add(new DeclarationStep
    {
        DeclarationId = declaration.Id,
        Process = run.Kind.Code,
        ProcessId = run.Id,
        AccountId = run.AccountId,
        AccountName = gate.Actor.DisplayName,
        At = run.At,
        Said = said ?? run.Reason,
    });

    /// <summary>A new version: whoever still holds the old one is told.</summary>
    internal void Touch(Declaration declaration)
    {
        declaration.Version++;
        declaration.SavedAt = clock.UtcNow();
    }

    internal static DeclarationOutcome.NotPossible Closed(Declaration declaration) => new($"Bản kê khai {declaration.Label} đang ở trạng thái “{declaration.State.Name()}” nên không làm được việc này nữa.");

    private bool Take(LoadedDeclaration loaded, TypedDeclaration typed)
    {
        var changed = loaded.Declaration.Note != typed.Note;
        loaded.Declaration.Note = typed.Note;
        foreach (var (code, one) in typed.Items)
        {
            var stored = loaded.Item(code);
            if (one.Typed.Equals(one.Shown))
            {
                if (stored is null) continue;
                db.Remove(stored);
                loaded.Declaration.ItemCount--;
            }
            else
            {
                var day = typed.Days.GetValueOrDefault(Declarables.Find(code).Group, clock.Today());
                if (stored is null)
                {
                    db.Add(new DeclarationItem { DeclarationId = loaded.Declaration.Id, Code = code, FromDay = day, Before = one.Shown.ToJson(), Wanted = one.Typed.ToJson() });
                    loaded.Declaration.ItemCount++;
                }
                else if (stored.FromDay == day && DeclaredValues.FromJson(stored.Wanted).Equals(one.Typed)) continue;
                else (stored.FromDay, stored.Wanted) = (day, one.Typed.ToJson());
            }
            changed = true;
        }
        return changed;
    }

    private async Task<LoadedDeclaration> LockOwnAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.LockAsync(id, ct);
        if (!gate.IsSelf(loaded.Declaration.PersonId)) throw new ForbiddenException("Chỉ người kê khai sửa được bản kê khai của mình.");
        return loaded;
    }

    private async Task<PersonState> StateAsync(Guid person, CancellationToken ct) =>
        await people.StateAsync(person, new AsOf(clock.Today()), ct) is { Identity: not null } state ? state
            : throw new NotFoundException("Hồ sơ gắn với tài khoản này chưa có thông tin nhân thân. Đề nghị cán bộ tổ chức của đơn vị kiểm tra.");
}
