namespace CongVu.Platform.Acts;

/// <summary>
/// Where a signed decision is corrected. The module that keeps decisions registers it; modules below it offer the way where there
/// is one.
/// </summary>
/// <param name="Of">Address at which a correction of the decision is begun.</param>
/// <param name="Requires">Who may begin one.</param>
public sealed record CorrectionAddress(Func<Guid, string> Of, Security.Permission Requires);
