namespace CongVu.Platform.Security;

/// <summary>A grant in force now.</summary>
public sealed record ActiveGrant(string Role, Guid? UnitId, DataClass[] ExtraClasses, DateOnly From, DateOnly? Until);

/// <summary>Who is acting: an account, the person behind it, and the grants in force today.</summary>
public sealed record Actor(
    Guid AccountId, string UserName, string DisplayName, string UnitLabel, Guid? PersonId,
    string SessionRef, string Address, bool SecondFactorDone, bool SecondFactorEnrolled, bool MustChangePassword,
    IReadOnlyList<ActiveGrant> Grants, int UnreadNotices = 0)
{
    /// <summary>Every account but a bare self-service one must sign in with two factors.</summary>
    public bool NeedsSecondFactor => Grants.Any(g => g.Role != Roles.Self) || SecondFactorEnrolled;
}
