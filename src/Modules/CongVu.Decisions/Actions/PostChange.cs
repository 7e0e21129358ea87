using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Actions;

/// <summary>What taking up or leaving a leadership post entails: the posts given up, the allowance that changes.</summary>
internal sealed class PostChange(LawBook law)
{
    /// <summary>Key of the leadership allowance in records.</summary>
    public const string Allowance = "post";

    /// <summary>Ends posts from a day on; <paramref name="keep"/> says which stay.</summary>
    public static IEnumerable<Consequence> End(PersonState? state, DateOnly from, string reason, Func<HoldPost, bool> keep) =>
        (state?.Posts ?? []).Select(p => p.Fact.Value).Where(p => !keep(p)).Select(p => new Consequence(from, new EndPost(p.PostCode, p.UnitId, reason)));

    /// <summary>The leadership allowance of a post, or its end when the post carries none.</summary>
    public IEnumerable<Consequence> Pay(PersonState? state, string? postCode, UnitView? unit, UnitTree units, DateOnly from)
    {
        var held = state?.Allowances.Any(a => a.Value.Kind == Allowance) ?? false;
        if (postCode is not null && unit is not null && CoefficientOf(postCode, unit, units, from) is { } coefficient)
            yield return new Consequence(from, new SetAllowance(Allowance, coefficient.Hundredths, null, null));
        else if (held) yield return new Consequence(from, new EndAllowance(Allowance));
    }

    /// <summary>Coefficient by the table of the day; null when the table has no such post.</summary>
    public Coefficient? CoefficientOf(string postCode, UnitView unit, UnitTree units, DateOnly day)
    {
        var inSubDepartment = unit is { Kind: UnitKind.Division, ParentId: { } parent } && units.Find(parent) is { Kind: UnitKind.SubDepartment };
        var code = (postCode, inSubDepartment) switch
        {
            ("division-head", true) => "sub-department-division-head",
            ("division-deputy", true) => "sub-department-division-deputy",
            _ => postCode,
        };
        try
        {
            return law.Pay.PostAllowance(code, AllowanceArea.Other, day)?.Coefficient;
        }
        catch (OutsideCoverageException)
        {
            return null;
        }
    }
}
