using CongVu.Law.Communes;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using CongVu.Law.Severance;

namespace CongVu.Law;

/// <summary>Every regime of the product, for the register's pages and for the test that guards what signed decisions used.</summary>
public static class KnownRegimes
{
    /// <summary>All, by area.</summary>
    public static IReadOnlyList<Regime> All => [.. PayRegimes.All, .. RetirementRegimes.All, .. SeveranceRegimes.All, .. CommuneRegimes.All];
}
