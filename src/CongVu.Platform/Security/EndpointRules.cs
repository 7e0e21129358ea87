namespace CongVu.Platform.Security;

/// <summary>What an endpoint asks of who calls it. Every endpoint carries exactly one; one without is refused.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class EndpointRuleAttribute : Attribute;

/// <summary>Open to everyone, signed in or not: sign-in, health, static error pages.</summary>
public sealed class OpenToAllAttribute : EndpointRuleAttribute;

/// <summary>Open to every signed-in account; what is shown concerns only the account itself.</summary>
public sealed class SignedInAttribute : EndpointRuleAttribute
{
    /// <summary>True for the pages that complete a sign-in (second factor, first password).</summary>
    public bool DuringSignIn { get; init; }
}

/// <summary>
/// Needs one of these permissions (codes) somewhere; the page then asks the gate again for the unit and person
/// it shows. Codes instead of objects because attributes take constants: a test checks that each code exists.
/// </summary>
public sealed class RequiresAttribute(params string[] anyOf) : EndpointRuleAttribute
{
    /// <summary>Codes of which one suffices.</summary>
    public IReadOnlyList<string> AnyOf { get; } = anyOf;
}

/// <summary>A POST that changes no record and so is allowed while another day is on screen (sign-out, as-of choice).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedOnPastDaysAttribute : Attribute;
