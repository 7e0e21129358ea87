using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Security;

namespace CongVu.Decisions.Checks;

/// <summary>
/// Whoever drafts does not verify, whoever drafts or verifies does not sign, and nobody acts on the own file at any stage.
/// </summary>
internal sealed class SeparationOfDuties(Gate gate)
{
    public const string Code = "duties";

    /// <summary>About the decision as a whole.</summary>
    public Check OnDecision(LoadedDecision loaded, CheckStage stage)
    {
        const string title = "Người soạn, người thẩm định và người ký là ba người khác nhau";
        var actor = gate.ActorOrNull?.AccountId;
        var drafted = actor is { } me && loaded.Drafters.Contains(me);
        return stage switch
        {
            CheckStage.Verified when drafted => new(Code, title, Standing.Blocks, "Bạn đã tham gia soạn quyết định này.", null, "Người khác của Sở Nội vụ thẩm định."),
            CheckStage.Signed when drafted => new(Code, title, Standing.Blocks, "Bạn đã tham gia soạn quyết định này.", null, "Người có thẩm quyền khác ký, hoặc trả lại để người khác soạn."),
            CheckStage.Signed when actor is not null && loaded.Decision.VerifierId == actor => new(Code, title, Standing.Blocks, "Bạn đã thẩm định quyết định này.", null, "Người có thẩm quyền khác ký, hoặc trả lại để người khác thẩm định."),
            _ => new(Code, title, Standing.Met),
        };
    }

    /// <summary>About one person of it; null when the actor is somebody else.</summary>
    public Check? OnItem(Guid subjectId) => gate.IsSelf(subjectId)
        ? new(Code + ".self", "Không tự xử lý hồ sơ của mình", Standing.Blocks, "Quyết định này có tên bạn.", null, "Bỏ dòng của bạn khỏi danh sách; người khác lập hồ sơ riêng cho bạn.")
        : null;
}
