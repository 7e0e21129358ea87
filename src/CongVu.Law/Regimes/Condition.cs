namespace CongVu.Law;

/// <summary>How a condition of the law stands for a person.</summary>
public enum ConditionState
{
    Met,
    NotMet,

    /// <summary>The record does not tell yet; <see cref="Condition.Cure"/> says what is missing.</summary>
    CannotTellYet,
}

/// <summary>One named condition of the law, judged.</summary>
/// <param name="Name">What is required, in the words of the law, in Vietnamese.</param>
/// <param name="Provision">The provision as printed: <c>Điều 6 khoản 2, Nghị định 154/2025/NĐ-CP</c>.</param>
/// <param name="Because">The fact it was judged by, in Vietnamese.</param>
/// <param name="Cure">What would make it met or tell, in Vietnamese; null when nothing does.</param>
public sealed record Condition(string Name, ConditionState State, string Provision, string? Because = null, string? Cure = null)
{
    /// <summary>Judges by a fact that may be unknown: true is met, false is not, null cannot be told yet.</summary>
    public static Condition Of(string name, bool? holds, string provision, string? because = null, string? cure = null) => new(name, holds switch
    {
        true => ConditionState.Met,
        false => ConditionState.NotMet,
        null => ConditionState.CannotTellYet,
    }, provision, because, cure);
}

/// <summary>What several conditions come to together.</summary>
public static class Conditions
{
    /// <summary>All of them: not met when any is not, else cannot be told when any cannot, else met.</summary>
    public static ConditionState All(this IEnumerable<Condition> conditions)
    {
        var worst = ConditionState.Met;
        foreach (var condition in conditions)
        {
            if (condition.State == ConditionState.NotMet)
            {
                return ConditionState.NotMet;
            }
            worst = condition.State == ConditionState.CannotTellYet ? ConditionState.CannotTellYet : worst;
        }
        return worst;
    }

    /// <summary>Any of them: met when one is, else cannot be told when any cannot, else not met.</summary>
    public static ConditionState Any(this IEnumerable<Condition> conditions)
    {
        var best = ConditionState.NotMet;
        foreach (var condition in conditions)
        {
            if (condition.State == ConditionState.Met)
            {
                return ConditionState.Met;
            }
            best = condition.State == ConditionState.CannotTellYet ? ConditionState.CannotTellYet : best;
        }
        return best;
    }
}
