using System.Security.Cryptography;
using System.Text;

namespace CongVu.Law;

/// <summary>One provision a regime applies: where it stands and what it says, paraphrased.</summary>
public sealed record Provision(string Article, string Rule);

/// <summary>
/// What a regime class declares of itself: the decree whose calculation it is, its time, the provisions it applies and the parameters it reads. Once a signed
/// decision has used a regime it is frozen: an amendment is a new class or a new dated value, and the regime's hash on the day used may never change.
/// </summary>
/// <param name="Code">Short and lasting: <c>step-raise.08-2013</c>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Instrument">Number of the instrument, which must be in the register.</param>
/// <param name="From">First day it decides cases by itself.</param>
/// <param name="Until">Last such day; null while it does.</param>
/// <param name="Provisions">In the order they are applied.</param>
/// <param name="ParameterKeys">Keys of the parameters it reads.</param>
public sealed record Regime(
    string Code, string Name, string Instrument, DateOnly From, DateOnly? Until, IReadOnlyList<Provision> Provisions, IReadOnlyList<string> ParameterKeys)
{
    /// <summary>Whether it decides by itself the cases of a day (both ends counted).</summary>
    public bool Governs(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>
    /// Hash of what the regime declares and of every value it read on a day, 64 hexadecimal digits. A parameter without a value that day counts as silent. The last day is
    /// not in it: that a later law ends a regime changes nothing it decided.
    /// </summary>
    public string HashOn(LawBook book, DateOnly day) => book.Hashes.Get((this, day), static (asked, from) => asked.Regime.Compute(from, asked.Day), book);

    private string Compute(LawBook book, DateOnly day)
    {
        var text = new StringBuilder($"{Code}\n{Instrument}\n{From:yyyy-MM-dd}\n");
        foreach (var provision in Provisions)
        {
            text.Append($"{provision.Article}: {provision.Rule}\n");
        }
        foreach (var key in ParameterKeys.Order(StringComparer.Ordinal))
        {
            text.Append($"{key} = {Canonical.Of(book.Parameters[key], day)}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
