namespace CongVu.Platform.Web;

/// <summary>One step of the breadcrumbs; the last one, the page itself, has no address.</summary>
public sealed record Crumb(string Text, string? Url = null);

/// <summary>One of several views of the same thing, reached by a link.</summary>
public sealed record TabLink(string Text, string Url, bool Active = false, long? Count = null);
