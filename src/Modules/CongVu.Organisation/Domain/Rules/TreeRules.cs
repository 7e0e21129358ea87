using CongVu.Organisation.Contracts;

namespace CongVu.Organisation.Domain.Rules;

/// <summary>The unit above exists as long as the unit does.</summary>
internal sealed class ParentLives : UnitRule
{
    public override string Code => "parent-lives";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change)
    {
        var affected = change.Affected.ToHashSet();
        var own = affected.SelectMany(unit => change.After.Spans(unit).Select(span => (Id: unit, Span: span)));
        var below = affected.SelectMany(unit => change.After.Below(unit)).Where(b => !affected.Contains(b.Id));
        foreach (var (unit, span) in own.Concat(below).Where(s => s.Span.State.ParentId is not null))
        {
            var parent = span.State.ParentId!.Value;
            if (FirstDayWithout(change.After, parent, span) is not { } day) continue;
            // A unit that outlives the one above is that one's fault, told by its own rule.
            if (!affected.Contains(unit) && day != span.From) continue;
            // The law ended the district level; what stood below it is settled by acts of its own.
            if (day == TwoTierGovernment.From && change.After.On(parent, day.AddDays(-1))?.State.Level == UnitLevel.District) continue;
            yield return (unit, span.EffectId, $"{span.State.Name}: cơ quan cấp trên ({(change.After.Spans(parent).Count > 0 ? change.After : change.Before).Name(parent)}) không tồn tại vào ngày {Day(day)}.");
        }
    }

    private static DateOnly? FirstDayWithout(UnitWorld world, Guid parent, UnitSpan span)
    {
        for (var day = span.From; span.Until is null || day < span.Until;)
        {
            if (world.On(parent, day) is not { } above) return day;
            if (above.Until is not { } until) return null;
            day = until;
        }
        return null;
    }
}

/// <summary>A unit that ends leaves no living units below it.</summary>
internal sealed class NoLivingChildren : UnitRule
{
    private const int Named = 3;

    public override string Code => "no-living-children";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change)
    {
        foreach (var unit in change.Affected)
            foreach (var span in change.After.Spans(unit))
            {
                if (span.Until is not { } end || change.After.On(unit, end) is not null) continue;
                if (end == TwoTierGovernment.From && span.State.Level == UnitLevel.District) continue;
                var children = change.After.Below(unit).Where(c => c.Span.From <= end && (c.Span.Until is null || end < c.Span.Until)).Select(c => c.Span.State.Name).Order().ToList();
                if (children.Count == 0) continue;
                var names = string.Join(", ", children.Take(Named)) + (children.Count > Named ? $" và {children.Count - Named} đơn vị khác" : "");
                yield return (unit, null, $"{span.State.Name} kết thúc ngày {Day(end)} khi còn {children.Count} đơn vị trực thuộc: {names}. Chuyển hoặc kết thúc các đơn vị này trong cùng quyết định hoặc trước đó.");
            }
    }
}

/// <summary>No unit is above itself.</summary>
internal sealed class NotItsOwnAncestor : UnitRule
{
    public override string Code => "not-its-own-ancestor";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change)
    {
        var days = change.After.Days().ToList();
        foreach (var unit in change.Affected)
            foreach (var span in change.After.Spans(unit).Where(s => s.State.ParentId is not null))
                foreach (var day in days.Where(d => d >= span.From && (span.Until is null || d < span.Until)).Order())
                {
                    if (!IsAboveItself(change.After, unit, day)) continue;
                    yield return (unit, span.EffectId, $"{span.State.Name} không thể trực thuộc {change.After.Name(span.State.ParentId!.Value)}: vào ngày {Day(day)} đơn vị này nằm dưới chính nó.");
                    break;
                }
    }

    private static bool IsAboveItself(UnitWorld world, Guid unit, DateOnly day)
    {
        var seen = new HashSet<Guid>();
        for (var above = world.On(unit, day)?.State.ParentId; above is { } id; above = world.On(id, day)?.State.ParentId)
        {
            if (id == unit) return true;
            if (!seen.Add(id)) return false; // a circle further up is that unit's fault
        }
        return false;
    }
}

/// <summary>A unit is not of a higher level of government than the unit above it.</summary>
internal sealed class LevelFitsParent : UnitRule
{
    public override string Code => "level-fits-parent";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from unit in change.Affected
        from span in change.After.Spans(unit)
        where span.State.ParentId is { } parent && change.After.On(parent, span.From) is { } above && span.State.Level < above.State.Level
        select (unit, (Guid?)span.EffectId, $"{span.State.Name} ({OrganisationWords.Level(span.State.Level)}) không thể trực thuộc đơn vị {OrganisationWords.Level(change.After.On(span.State.ParentId!.Value, span.From)!.State.Level)}.");
}

/// <summary>At any time one unit stands at the top: UBND tỉnh.</summary>
internal sealed class SingleTop : UnitRule
{
    public override string Code => "single-top";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from unit in change.Affected
        from span in change.After.Spans(unit)
        where span.State.ParentId is null
        from other in change.After.Below(null)
        where other.Id != unit && Overlap(span, other.Span)
        select (unit, (Guid?)span.EffectId, $"{span.State.Name} chưa có cơ quan cấp trên, trong khi {other.Span.State.Name} đang đứng đầu bộ máy.");
}

/// <summary>Siblings have different names.</summary>
internal sealed class NameUniqueAmongSiblings : UnitRule
{
    public override string Code => "name-unique-among-siblings";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from unit in change.Affected
        from span in change.After.Spans(unit)
        from other in change.After.Named(span.State.ParentId, span.State.Name)
        where other.Id != unit && Overlap(span, other.Span)
        select (unit, (Guid?)span.EffectId, $"Đã có đơn vị cùng cấp trên mang tên “{other.Span.State.Name}” trong thời gian từ ngày {Day(span.From > other.Span.From ? span.From : other.Span.From)}.");
}

/// <summary>A code belongs to one unit at a time.</summary>
internal sealed class CodeUnique : UnitRule
{
    public override string Code => "code-unique";

    protected override IEnumerable<(Guid, Guid?, string)> Check(UnitChange change) =>
        from unit in change.Affected
        from span in change.After.Spans(unit)
        from other in change.After.WithCode(span.State.Code)
        where other.Id != unit && Overlap(span, other.Span)
        select (unit, (Guid?)span.EffectId, $"Mã {span.State.Code} đang thuộc về {other.Span.State.Name}.");
}
