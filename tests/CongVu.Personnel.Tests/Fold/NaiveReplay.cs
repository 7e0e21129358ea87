using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.Tests.Fold;

/// <summary>
/// The record of one day told the plainest way: go through the effects up to that day and keep what holds. No spans, nothing
/// clever; the fold must say the same of every day.
/// </summary>
internal static class NaiveReplay
{
    public static Dictionary<FactKey, Effect> On(IEnumerable<LoggedEffect> effects, DateOnly day)
    {
        var holds = new Dictionary<FactKey, Effect>();
        foreach (var logged in effects.Where(e => e.From <= day).OrderBy(e => e.From).ThenBy(e => e.Seq))
        {
            switch (logged.Effect)
            {
                case EndEmployment:
                    var served = holds.ContainsKey(new(FactKind.Employment)) || holds.ContainsKey(new(FactKind.Departure));
                    foreach (var key in holds.Keys.Where(k => k.Kind is FactKind.Employment or FactKind.LeadershipPost or FactKind.RankAndStep or FactKind.Allowance).ToList()) holds.Remove(key);
                    if (served) holds[new(FactKind.Departure)] = logged.Effect;
                    break;
                case SetEmployment:
                    holds.Remove(new(FactKind.Departure));
                    holds[new(FactKind.Employment)] = logged.Effect;
                    break;
                case EndPost end: holds.Remove(new(FactKind.LeadershipPost, end.PostCode, end.UnitId)); break;
                case EndAllowance end: holds.Remove(new(FactKind.Allowance, end.Kind)); break;
                default: holds[EffectTarget.Of(logged.Effect).Key] = logged.Effect; break;
            }
        }
        return holds;
    }

    public static Dictionary<FactKey, Effect> On(IEnumerable<FactRow> rows, DateOnly day) => rows.Where(r => r.Holds(day)).ToDictionary(r => r.Key, r => r.Source.Effect);
}
