using CongVu.Organisation.Contracts;

namespace CongVu.Organisation.Domain.Rules;

/// <summary>A unit has a code, a name, a short name and a symbol for document numbers.</summary>
internal sealed class NamedCompletely : UnitRule
{
    public override string Code => "named-completely";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change)
    {
        foreach (var planned in change.Planned)
        {
            var (code, name, shortName, symbol) = planned.Effect switch
            {
                EstablishUnit e => (e.Code, e.Name, e.ShortName, e.Symbol),
                RenameUnit e => ("-", e.Name, e.ShortName, e.Symbol),
                _ => ("-", "-", "-", "-"),
            };
            if (Bad(name, 200)) yield return (planned.UnitId, planned.Id, "Tên đơn vị phải có và không quá 200 ký tự.");
            if (Bad(shortName, 80)) yield return (planned.UnitId, planned.Id, "Tên viết gọn phải có và không quá 80 ký tự.");
            if (Bad(code, 30)) yield return (planned.UnitId, planned.Id, "Mã đơn vị phải có và không quá 30 ký tự.");
            if (Bad(symbol, 30)) yield return (planned.UnitId, planned.Id, "Ký hiệu văn bản phải có và không quá 30 ký tự.");
        }
    }

    private static bool Bad(string? text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest;
}

/// <summary>Only a unit that exists can be renamed, moved or dissolved.</summary>
internal sealed class ExistsToBeChanged : UnitRule
{
    public override string Code => "exists-to-be-changed";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from planned in change.Planned
        where planned.Effect is not EstablishUnit && change.StateBefore(planned) is null
        select (planned.UnitId, (Guid?)planned.Id, $"{change.Before.Name(planned.UnitId)} không tồn tại vào ngày {Day(planned.From)}. Kiểm tra lại ngày hiệu lực.");
}

/// <summary>A unit that exists is not established again.</summary>
internal sealed class EstablishedOnce : UnitRule
{
    public override string Code => "established-once";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from planned in change.Planned
        where planned.Effect is EstablishUnit && change.StateBefore(planned) is not null
        select (planned.UnitId, (Guid?)planned.Id, $"{change.Before.Name(planned.UnitId)} đang tồn tại vào ngày {Day(planned.From)}, không thành lập lại được.");
}

/// <summary>From 1 July 2025 there is no district level.</summary>
internal sealed class DistrictLevelHasEnded : UnitRule
{
    public override string Code => "district-level-has-ended";
    public override string Article => TwoTierGovernment.Source;

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change)
    {
        foreach (var planned in change.Planned.Where(p => p.From >= TwoTierGovernment.From))
        {
            var level = planned.Effect is EstablishUnit e ? e.Level : change.StateBefore(planned)?.Level;
            // Ending a district unit on the very day the level ended records its successors.
            if (level != UnitLevel.District || (planned.Effect is DissolveUnit && planned.From == TwoTierGovernment.From)) continue;
            yield return (planned.UnitId, planned.Id, $"Không còn đơn vị cấp huyện từ ngày {Day(TwoTierGovernment.From)}. Chọn cấp tỉnh hoặc cấp xã, hoặc sửa ngày hiệu lực.");
        }
    }
}

/// <summary>A renaming gives another name, a move another parent.</summary>
internal sealed class SomethingChanges : UnitRule
{
    public override string Code => "something-changes";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from planned in change.Planned
        where planned.Effect is RenameUnit or MoveUnit && change.StateBefore(planned) is { } state && UnitFold.After(state, planned.Effect) == state
        select (planned.UnitId, (Guid?)planned.Id, planned.Effect is RenameUnit ? "Tên mới trùng với tên đang dùng." : "Cơ quan cấp trên mới chính là cơ quan cấp trên hiện nay.");
}

/// <summary>Who takes over exists on the day.</summary>
internal sealed class SuccessorLives : UnitRule
{
    public override string Code => "successor-lives";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from planned in change.Planned
        where planned.Effect is DissolveUnit
        from successor in ((DissolveUnit)planned.Effect).SuccessorIds
        where successor == planned.UnitId || change.After.On(successor, planned.From) is null
        select (planned.UnitId, (Guid?)planned.Id, successor == planned.UnitId ? "Một đơn vị không thể kế thừa chính nó."
            : $"Đơn vị kế thừa {change.After.Name(successor)} không tồn tại vào ngày {Day(planned.From)}.");
}

/// <summary>What a unit is formed from existed until then.</summary>
internal sealed class PredecessorLives : UnitRule
{
    public override string Code => "predecessor-lives";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from planned in change.Planned
        where planned.Effect is EstablishUnit
        from predecessor in ((EstablishUnit)planned.Effect).PredecessorIds
        where predecessor == planned.UnitId || change.After.On(predecessor, planned.From.AddDays(-1)) is null
        select (planned.UnitId, (Guid?)planned.Id, predecessor == planned.UnitId ? "Một đơn vị không thể hình thành từ chính nó."
            : $"{change.After.Name(predecessor)} không tồn tại ngay trước ngày {Day(planned.From)} nên không thể là đơn vị tiền thân.");
}
