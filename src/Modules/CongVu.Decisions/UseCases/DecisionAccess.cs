using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Decisions.UseCases;

/// <summary>Asks the gate about one decision.</summary>
internal sealed class DecisionAccess(Gate gate)
{
    /// <summary>True when the actor may read it: a unit concerned is in scope, or it is signed and about the actor.</summary>
    public bool MayRead(LoadedDecision loaded)
    {
        var scope = gate.Scope(DecisionPermissions.Read);
        return scope.IsAll || loaded.Decision.UnitIds.Any(scope.Has) || scope.Has(loaded.Decision.UnitId)
            || loaded.Decision.DrafterId == gate.ActorOrNull?.AccountId
            || (loaded.Decision.State.IsSigned() && loaded.Items.Any(i => gate.IsSelf(i.SubjectId)));
    }

    /// <summary>Refuses to show what the actor may not read; the answer does not tell whether it exists.</summary>
    public void DemandRead(LoadedDecision loaded)
    {
        if (!MayRead(loaded)) throw new NotFoundException("Không có quyết định này, hoặc bạn không được xem.");
    }

    /// <summary>Refuses an act on the decision's unit.</summary>
    public void Demand(Permission permission, Decision decision)
    {
        if (!May(permission, decision)) throw new ForbiddenException($"Tài khoản của bạn không có quyền “{permission.Name}” đối với đơn vị này.");
    }

    /// <summary>True when the actor holds the permission over the drafting unit or over the agency that signs.</summary>
    public bool May(Permission permission, Decision decision) =>
        gate.May(permission, decision.UnitId) || (decision.SignerUnitId is { } signer && gate.May(permission, signer));

    /// <summary>The permission to draft: annulments and corrections have their own.</summary>
    public static Permission ToDraft(string actionCode) => actionCode is ActionCodes.Annul or ActionCodes.Correct ? DecisionPermissions.AnnulDraft : DecisionPermissions.Draft;

    /// <summary>The permission to sign.</summary>
    public static Permission ToSign(string actionCode) => actionCode is ActionCodes.Annul or ActionCodes.Correct ? DecisionPermissions.AnnulSign : DecisionPermissions.Sign;
}
