using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Declarations;

/// <summary>A declaration with its items and files.</summary>
/// <param name="FileUnitId">Unit that keeps the person's file today; its officer handles the declaration.</param>
internal sealed record LoadedDeclaration(Declaration Declaration, IReadOnlyList<DeclarationItem> Items, IReadOnlyList<DeclarationFile> Files, Guid? FileUnitId)
{
    public DeclarationItem? Item(string code) => Items.FirstOrDefault(i => i.Code == code);
}

/// <summary>Loads declarations for whoever may see them, for reading or locked for a change.</summary>
internal sealed class DeclarationStore(CongVuDb db, People people, DeclaredWords words, Gate gate, TimeProvider clock)
{
    /// <summary>For reading. To anybody else than the person and the officers it does not exist.</summary>
    public async Task<LoadedDeclaration> ReadAsync(Guid id, CancellationToken ct) =>
        await FillAsync(await db.Set<Declaration>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct), db.Set<DeclarationItem>().AsNoTracking(), ct);

    /// <summary>Locked until the transaction ends.</summary>
    public async Task<LoadedDeclaration> LockAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Declaration>().FromSql($"select * from personnel.declaration where id = {id} for update").ToListAsync(ct);
        if (found.SingleOrDefault() is { } declaration) await db.Entry(declaration).ReloadAsync(ct); // it may have been read before the lock was granted
        return await FillAsync(found.SingleOrDefault(), db.Set<DeclarationItem>(), ct);
    }

    /// <summary>What the officer last asked for; null when nothing was.</summary>
    public Task<string?> AskedAsync(Guid id, CancellationToken ct) => db.Set<DeclarationStep>().AsNoTracking()
        .Where(s => s.DeclarationId == id && s.Process == PersonnelProcesses.Return.Code).OrderByDescending(s => s.At).Select(s => s.Said).FirstOrDefaultAsync(ct);

    /// <summary>What happened to a declaration, earliest first.</summary>
    public Task<List<DeclarationStep>> StepsAsync(Guid id, CancellationToken ct) =>
        db.Set<DeclarationStep>().AsNoTracking().Where(s => s.DeclarationId == id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(ct);

    /// <summary>Whether the actor may read a declaration: the own one, or one that was sent to the actor's units.</summary>
    public bool MayRead(Declaration declaration, Guid? fileUnit) =>
        gate.IsSelf(declaration.PersonId) || declaration.State is DeclarationState.Submitted or DeclarationState.Returned or DeclarationState.Decided && InScope(PersonnelPermissions.ReadRequests, fileUnit);

    /// <summary>Whether the actor may decide about it: never about the own one.</summary>
    public bool MayDecide(LoadedDeclaration loaded) =>
        !gate.IsSelf(loaded.Declaration.PersonId) && loaded.Declaration.AccountId != gate.ActorOrNull?.AccountId && InScope(PersonnelPermissions.DecideDeclarations, loaded.FileUnitId);

    /// <summary>Tells what the other one stored, next to what was typed.</summary>
    /// <param name="typed">Label and typed words by item code.</param>
    public StaleEditException Stale(LoadedDeclaration loaded, IEnumerable<(string Code, string Typed)> typed, Func<DeclarationItem, string>? stored = null) => new(
        $"Bản kê khai {loaded.Declaration.Label}",
        [
            new FieldDifference("Trạng thái", null, loaded.Declaration.State.Name()),
            .. typed.Select(t => new FieldDifference(Declarables.Find(t.Code).Label, t.Typed,
                loaded.Item(t.Code) is { } item ? (stored ?? (i => words.Of(Declarables.Find(i.Code), DeclaredValues.FromJson(i.Wanted))))(item) : "(không kê khai)")),
            new FieldDifference("Lưu lần cuối", null, VnFormat.Instant(loaded.Declaration.SavedAt)),
        ]);

    private bool InScope(Permission permission, Guid? fileUnit)
    {
        var scope = gate.Scope(permission);
        return scope.IsAll || fileUnit is { } unit && scope.Has(unit);
    }

    private async Task<LoadedDeclaration> FillAsync(Declaration? declaration, IQueryable<DeclarationItem> itemRows, CancellationToken ct)
    {
        if (declaration is null) throw Missing();
        var unit = (await people.FindAsync(declaration.PersonId, new AsOf(clock.Today()), ct))?.FileUnitId;
        if (!MayRead(declaration, unit)) throw Missing();
        var items = await itemRows.Where(i => i.DeclarationId == declaration.Id).ToListAsync(ct);
        var files = await db.Set<DeclarationFile>().AsNoTracking().Where(f => f.DeclarationId == declaration.Id).OrderBy(f => f.At).ToListAsync(ct);
        var order = Declarables.All.Select((i, place) => (i.Code, place)).ToDictionary(i => i.Code, i => i.place, StringComparer.Ordinal);
        return new LoadedDeclaration(declaration, [.. items.OrderBy(i => order[i.Code])], files, unit);
    }

    private static NotFoundException Missing() => new("Không có bản kê khai này, hoặc bạn không được xem.");
}
