using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Domain.Rules;

/// <summary>Nobody is employed, ranked or appointed before the record says who they are.</summary>
internal sealed class IdentityBeforeService : RecordRule
{
    public override string Code => "identity-before-service";

    public override string? Complaint(FoldedRecord record, LoggedEffect effect) =>
        effect.Effect is SetEmployment or HoldPost or SetRankAndStep or SetAllowance && !record.Has(FactKind.Identity, effect.From)
            ? $"Hồ sơ chưa có thông tin nhân thân vào ngày {VnFormat.Date(effect.From)}. Bổ sung nhân thân có hiệu lực từ ngày đó trở về trước."
            : null;
}

/// <summary>A rank is held by somebody employed.</summary>
internal sealed class RankNeedsEmployment : RecordRule<SetRankAndStep>
{
    public override string Code => "rank-needs-employment";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetRankAndStep rank) => record.Has(FactKind.Employment, effect.From) ? null
        : $"Không xếp được ngạch {rank.RankCode} từ ngày {VnFormat.Date(effect.From)} vì ngày đó người này không công tác tại đơn vị nào. Kiểm tra ngày tuyển dụng hoặc ngày thôi việc.";
}

/// <summary>A leadership post is held by somebody employed.</summary>
internal sealed class PostNeedsEmployment : RecordRule<HoldPost>
{
    public override string Code => "post-needs-employment";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, HoldPost post) => record.Has(FactKind.Employment, effect.From) ? null
        : $"Không giữ được chức vụ từ ngày {VnFormat.Date(effect.From)} vì ngày đó người này không công tác tại đơn vị nào. Kiểm tra ngày tuyển dụng hoặc ngày thôi việc.";
}

/// <summary>An allowance is drawn by somebody employed.</summary>
internal sealed class AllowanceNeedsEmployment : RecordRule<SetAllowance>
{
    public override string Code => "allowance-needs-employment";

    protected override string? Complaint(FoldedRecord record, LoggedEffect effect, SetAllowance allowance) => record.Has(FactKind.Employment, effect.From) ? null
        : $"Không hưởng được phụ cấp từ ngày {VnFormat.Date(effect.From)} vì ngày đó người này không công tác tại đơn vị nào.";
}

/// <summary>What ends has begun on an earlier day.</summary>
internal sealed class EndNeedsBeginning : RecordRule
{
    public override string Code => "end-needs-beginning";

    public override string? Complaint(FoldedRecord record, LoggedEffect effect)
    {
        var target = EffectTarget.Of(effect.Effect);
        if (target.Sets || record.Ended(target.Key, effect.From)) return null;
        var what = effect.Effect switch
        {
            EndEmployment => "thôi công tác vì trước đó người này không công tác tại đơn vị nào",
            EndPost => "thôi giữ chức vụ vì trước đó người này không giữ chức vụ ấy tại đơn vị ấy",
            _ => "thôi hưởng phụ cấp vì trước đó người này không hưởng phụ cấp ấy",
        };
        return $"Không ghi được từ ngày {VnFormat.Date(effect.From)} {what}. Ngày kết thúc phải sau ngày bắt đầu.";
    }
}

/// <summary>A record ends with the person's life.</summary>
internal sealed class NothingAfterDeath : RecordRule
{
    public override string Code => "nothing-after-death";

    public override string? Complaint(FoldedRecord record, LoggedEffect effect) =>
        effect.Effect is SetEmployment && record.Effects.FirstOrDefault(e => e.Effect is EndEmployment { Reason: "died" } && LoggedEffect.Order(e, effect) < 0) is { } death
            ? $"Hồ sơ đã ghi người này từ trần ngày {VnFormat.Date(death.From)}. Nếu ghi nhầm, đính chính hoặc thu hồi quyết định đó trước."
            : null;
}
