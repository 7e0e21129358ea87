using CongVu.Platform.Events;

namespace CongVu.Organisation.Contracts;

/// <summary>Authority rules now say something else about what is or was signed from a day on.</summary>
/// <param name="From">First day concerned; may lie in the past when a rule was corrected.</param>
public sealed record AuthorityRulesChanged(DateOnly From) : IDomainEvent;
