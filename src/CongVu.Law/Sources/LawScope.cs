namespace CongVu.Law;

/// <summary>Whose rule a figure is.</summary>
public enum LawScope
{
    /// <summary>The State's, for the whole country.</summary>
    National,

    /// <summary>The province's own (nghị quyết của HĐND, quyết định của UBND tỉnh).</summary>
    Province,
}

/// <summary>What a national provision lets a province decide for itself.</summary>
public enum LocalLatitude
{
    /// <summary>Any value instead of the national one.</summary>
    Replaces,

    /// <summary>A value not below the national one.</summary>
    Raises,

    /// <summary>A value not above the national one.</summary>
    Lowers,
}

/// <summary>The provision by which a province may set a value of its own where a national one exists; without it such a value is refused.</summary>
public sealed record LocalRule(LocalLatitude Latitude, Citation Source, Verification Verification);
