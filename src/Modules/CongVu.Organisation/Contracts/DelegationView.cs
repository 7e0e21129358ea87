namespace CongVu.Organisation.Contracts;

/// <summary>How the delegate signs.</summary>
public enum SignsAs
{
    /// <summary>Thừa ủy quyền.</summary>
    TUQ,
    /// <summary>Thừa lệnh.</summary>
    TL,
}

/// <summary>That the holder of a post lets another sign certain actions for a time.</summary>
/// <param name="Actions">Codes of actions; <c>*</c> alone: all the post may decide.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day it no longer holds (a revocation counted in).</param>
/// <param name="Source">The act of delegation, e.g. "Quyết định 40/QĐ-UBND ngày 05/01/2026".</param>
public sealed record DelegationView(Guid Id, Guid FromUnitId, string FromPost, Guid FromAccountId, string FromName, Guid ToUnitId, string ToPost, Guid ToAccountId, string ToName,
    SignsAs SignsAs, IReadOnlyList<string> Actions, DateOnly From, DateOnly Until, string Source, bool Revoked)
{
    /// <summary>True when it covers the action on the day.</summary>
    public bool Covers(string actionCode, DateOnly day) => From <= day && day < Until && (Actions.Contains("*") || Actions.Contains(actionCode));
}
