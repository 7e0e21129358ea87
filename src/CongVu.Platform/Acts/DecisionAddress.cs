namespace CongVu.Platform.Acts;

/// <summary>
/// Where a signed decision is shown. The module that keeps decisions registers it; modules below it, which know only a decision's
/// id, take <c>IEnumerable&lt;DecisionAddress&gt;</c> and link to it where there is one.
/// </summary>
/// <param name="Of">Address of the decision's page.</param>
public sealed record DecisionAddress(Func<Guid, string> Of);
