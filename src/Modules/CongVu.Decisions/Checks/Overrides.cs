using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;

namespace CongVu.Decisions.Checks;

/// <summary>Applies recorded overrides to checks that the law lets someone set aside; a blocking check stays blocking.</summary>
internal static class Overrides
{
    public static Check Apply(Check check, IReadOnlyList<DecisionOverride> recorded, Guid? itemId)
    {
        if (check.State != Standing.NeedsOverride) return check;
        var allowed = recorded.FirstOrDefault(o => o.CheckCode == check.Code && o.ItemId == itemId);
        return allowed is null ? check
            : check with { State = Standing.Overridden, Message = $"{check.Message} Cho phép theo {allowed.Basis} ({allowed.AccountName}: {allowed.Reason})." };
    }
}
