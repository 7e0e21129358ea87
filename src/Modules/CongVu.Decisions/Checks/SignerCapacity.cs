using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;

namespace CongVu.Decisions.Checks;

/// <summary>In what capacity somebody signs: the lines above the name, and the post or delegation it rests on.</summary>
/// <param name="Lines">e.g. "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".</param>
/// <param name="PostCode">Post held by the signer.</param>
/// <param name="Ground">In words, for the check: "Phó Giám đốc Sở Nội vụ" or the act of delegation.</param>
internal sealed record SignerCapacity(IReadOnlyList<string> Lines, string? PostCode, string Ground)
{
    /// <summary>By a post held in the competent agency.</summary>
    public static SignerCapacity ByPost(string postCode, string headPost, UnitView agency)
    {
        var own = PostTitles.Short(postCode, agency).ToUpperInvariant();
        var isHead = postCode == headPost || LeadershipPosts.Find(postCode) is { IsHead: true };
        string[] lines = isHead ? [own] : [$"KT. {PostTitles.Short(headPost, agency).ToUpperInvariant()}", own];
        return new SignerCapacity(lines, postCode, PostTitles.Full(postCode, agency));
    }

    /// <summary>By delegation of the holder of a post.</summary>
    public static SignerCapacity ByDelegation(DelegationView delegation, UnitView agency, UnitView ownUnit)
    {
        var mark = delegation.SignsAs == SignsAs.TL ? "TL." : "TUQ.";
        return new SignerCapacity(
            [$"{mark} {PostTitles.Short(delegation.FromPost, agency).ToUpperInvariant()}", PostTitles.Full(delegation.ToPost, ownUnit).ToUpperInvariant()],
            delegation.ToPost, $"được {PostTitles.Full(delegation.FromPost, agency)} {(delegation.SignsAs == SignsAs.TL ? "giao ký thừa lệnh" : "ủy quyền")} theo {delegation.Source}");
    }
}
