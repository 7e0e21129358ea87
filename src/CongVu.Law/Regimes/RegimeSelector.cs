namespace CongVu.Law;

/// <summary>A rule that hands a case to a regime out of its ordinary time, or keeps it there: a transitional provision.</summary>
/// <param name="Regime">The regime that decides when the rule applies.</param>
/// <param name="Applies">Whether it applies to the case.</param>
/// <param name="Provision">The transitional provision as printed.</param>
public sealed record TransitionalRule<TCase>(Regime Regime, Func<TCase, bool> Applies, string Provision);

/// <summary>Which regime decides a case, and by what.</summary>
/// <param name="Provision">The transitional provision that said so; null when the regime is the one of the day.</param>
public sealed record RegimeChoice(Regime Regime, string? Provision);

/// <summary>The law does not say which of several regimes decides: an error of our rules, never guessed away.</summary>
public sealed class RegimeConflictException(string message) : Exception(message);

/// <summary>
/// Decides which regime a case falls under. An applicable transitional rule goes before the regime of the day; two applicable rules that lead to different
/// regimes, or two regimes of the same day, are an error, and so is none.
/// </summary>
public sealed class RegimeSelector<TCase>(string name, IReadOnlyList<Regime> regimes, Func<TCase, DateOnly> dayOf, IReadOnlyList<TransitionalRule<TCase>>? transitional = null)
{
    /// <summary>All regimes it chooses among, those of transitional rules included.</summary>
    public IEnumerable<Regime> Regimes => regimes.Concat((transitional ?? []).Select(t => t.Regime)).Distinct();

    /// <summary>The regime that decides.</summary>
    /// <exception cref="RegimeConflictException">Two different regimes apply.</exception>
    /// <exception cref="OutsideCoverageException">No regime applies.</exception>
    public RegimeChoice Choose(TCase @case)
    {
        var exceptions = (transitional ?? []).Where(t => t.Applies(@case)).DistinctBy(t => t.Regime.Code).ToList();
        if (exceptions.Count > 0)
        {
            return exceptions.Count == 1
                ? new RegimeChoice(exceptions[0].Regime, exceptions[0].Provision)
                : throw Conflict("quy định chuyển tiếp", exceptions.Select(e => e.Regime));
        }
        var day = dayOf(@case);
        var governing = regimes.Where(r => r.Governs(day)).ToList();
        return governing.Count switch
        {
            1 => new RegimeChoice(governing[0], null),
            0 => throw new OutsideCoverageException(new ParameterName("regime", name), day, regimes.Count > 0 ? regimes.Min(r => r.From) : null, null),
            _ => throw Conflict($"ngày {LawDay.Format(day)}", governing),
        };
    }

    private RegimeConflictException Conflict(string where, IEnumerable<Regime> regimes) =>
        new($"{name}: theo {where} có nhiều hơn một chế độ áp dụng: {string.Join(", ", regimes.Select(r => r.Code))}.");
}
