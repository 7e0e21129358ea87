using CongVu.Law;

namespace CongVu.Legislation.Contracts;

/// <summary>What kind of thing in the product uses a figure of the law.</summary>
public enum LawUseKind
{
    /// <summary>Cách tính.</summary>
    Regime,
    /// <summary>Nghiệp vụ.</summary>
    Action,
    /// <summary>Màn hình.</summary>
    Screen,
    /// <summary>Mẫu biểu, văn bản in.</summary>
    Form,
    /// <summary>Trình tự, thủ tục.</summary>
    Procedure,
}

/// <summary>Something in the product that depends on a figure of the law, or rests on an instrument directly.</summary>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Href">Where it is seen; null for a calculation without a page of its own.</param>
/// <param name="Parameters">Keys of parameters; one that ends in <c>*</c> stands for all that start so.</param>
/// <param name="Instruments">Numbers of instruments it names itself ("Căn cứ …").</param>
public sealed record LawUse(LawUseKind Kind, string Name, string? Href, IReadOnlyList<string> Parameters, IReadOnlyList<string> Instruments)
{
    /// <summary>Whether it uses this parameter.</summary>
    public bool Uses(string key) => Parameters.Any(p => p == key || (p.EndsWith('*') && key.StartsWith(p[..^1], StringComparison.Ordinal)));
}

/// <summary>A module's account of what in it uses the law; registered as a scoped service by any module that computes or prints by it.</summary>
public abstract class LawUseSource
{
    /// <summary>Everything of this module, as of now.</summary>
    public abstract IReadOnlyList<LawUse> Uses { get; }
}

/// <summary>A signed decision whose explanation used a figure of the law.</summary>
public sealed record DecisionByValue(Guid Id, string Name, DateOnly SignedOn, int Items, string Href);

/// <summary>Finds signed decisions that rest on a figure; the module that signs decisions registers one as a scoped service.</summary>
public abstract class DecisionsByValue
{
    /// <summary>
    /// Signed decisions that were worked out with a value of the parameter and take hold on or after <paramref name="from"/> and before
    /// <paramref name="until"/> (null: without end), at most <paramref name="limit"/>, the latest first.
    /// </summary>
    public abstract Task<IReadOnlyList<DecisionByValue>> FindAsync(string key, DateOnly from, DateOnly? until, int limit, CancellationToken ct);
}
