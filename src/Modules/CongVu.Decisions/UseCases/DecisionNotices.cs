using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.UseCases;

/// <summary>Tells whoever must act next, and, once signed, whoever the act concerns.</summary>
internal sealed class DecisionNotices(CongVuDb db, NoticeBoard board, UnitDirectory units, TimeProvider clock)
{
    /// <summary>To those who verify for the unit.</summary>
    public async Task SubmittedAsync(Decision decision, CancellationToken ct) =>
        await board.SendAsync((await HoldersAsync(Roles.HomeAffairs, [decision.UnitId], ct)).Where(a => a != decision.DrafterId),
            $"Chờ thẩm định: {decision.Title}", $"{decision.DrafterName} trình.", DecisionLinks.Decision(decision.Id), ct, Key(decision, "submitted"));

    /// <summary>To those who sign for the competent agency.</summary>
    public async Task VerifiedAsync(Decision decision, CancellationToken ct)
    {
        if (decision.SignerUnitId is not { } agency) return;
        var signers = (await GrantsAsync(Roles.Signer, ct)).Where(g => g.UnitId == agency).Select(g => g.AccountId);
        await board.SendAsync(signers, $"Chờ ký: {decision.Title}", $"{decision.VerifierName} đã thẩm định.", DecisionLinks.Decision(decision.Id), ct, Key(decision, "verified"));
    }

    /// <summary>To the drafters.</summary>
    public Task ReturnedAsync(LoadedDecision loaded, string reason, CancellationToken ct) =>
        board.SendAsync(loaded.Drafters, $"Bị trả lại: {loaded.Decision.Title}", reason, DecisionLinks.Decision(loaded.Decision.Id), ct, Key(loaded.Decision, "returned"), "Warning");

    /// <summary>To the people concerned, the HR officers of their units, and the drafters.</summary>
    public async Task SignedAsync(LoadedDecision loaded, AssessedDecision assessed, CancellationToken ct)
    {
        var audiences = assessed.Items.Select(i => assessed.Action.Tell(i.Case)).ToList();
        var persons = audiences.SelectMany(a => a.Persons).Distinct().ToArray();
        var own = await db.Set<Account>().Where(a => a.PersonId != null && persons.Contains(a.PersonId.Value) && a.DisabledAt == null).Select(a => a.Id).ToListAsync(ct);
        var officers = await HoldersAsync(Roles.UnitHr, [.. audiences.SelectMany(a => a.Units).Distinct()], ct);
        var decision = loaded.Decision;
        var body = decision.EffectiveOn is { } on && on > decision.SignedOn ? $"Có hiệu lực từ {VnFormat.Date(on)}." : null;
        await board.SendAsync(own.Concat(officers).Concat(loaded.Drafters), $"{decision.Label}: {decision.Title}", body, DecisionLinks.Decision(decision.Id), ct, Key(decision, "signed"));
    }

    /// <summary>To the drafter, when the day has come.</summary>
    public Task EffectiveAsync(Decision decision, CancellationToken ct) =>
        board.SendAsync(decision.DrafterId is { } drafter ? [drafter] : [], $"Đã có hiệu lực: {decision.Label}", decision.Title, DecisionLinks.Decision(decision.Id), ct, Key(decision, "effective"));

    private static string Key(Decision decision, string what) => $"decision:{decision.Id}:{what}:{decision.Version}";

    private async Task<IReadOnlyList<Guid>> HoldersAsync(string role, IReadOnlyCollection<Guid> over, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        var above = over.SelectMany(u => tree.Path(u)).Select(u => u.Id).Concat(over).ToHashSet();
        return [.. (await GrantsAsync(role, ct)).Where(g => g.UnitId is null || above.Contains(g.UnitId.Value)).Select(g => g.AccountId).Distinct()];
    }

    private async Task<List<RoleGrant>> GrantsAsync(string role, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Set<RoleGrant>().AsNoTracking().Where(g => g.Role == role && g.RevokedAt == null && g.Valid.Contains(today)).ToListAsync(ct);
    }
}
