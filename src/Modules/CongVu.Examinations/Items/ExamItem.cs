namespace CongVu.Examinations.Items;

/// <summary>One question of a bank, whatever file it came from. Texts are canonical XHTML fragments (see <see cref="Content"/>).</summary>
internal sealed record ExamItem
{
    /// <summary>Identifier in the file it came from; unique in a set.</summary>
    public required string Id { get; init; }
    /// <summary>Never empty: files without titles give the beginning of the question.</summary>
    public required string Title { get; init; }
    /// <summary>The question. Inline parts stand in it as <c>gap</c> elements; a part without one follows the text.</summary>
    public required Content Stem { get; init; }
    public required IReadOnlyList<Part> Parts { get; init; }
    /// <summary>Why the key is right; shown after marking only.</summary>
    public Content Explanation { get; init; } = Content.Empty;
    /// <summary>Path of headings of the bank, "/" between them; empty when the file has none.</summary>
    public string Topic { get; init; } = "";
    public IReadOnlyList<Medium> Media { get; init; } = [];

    public decimal Points => Parts.Sum(p => p.Points);
}

/// <summary>A picture or recording an item shows, by the name its text uses.</summary>
internal sealed record Medium(string Name, byte[] Bytes);

/// <summary>One thing the candidate answers.</summary>
internal sealed record Part
{
    public required string Id { get; init; }
    public required PartKind Kind { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    /// <summary>Ids of the right choices (in order for ordering), pairs "A B" for matching, accepted texts for gaps, points "x y" for free points.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];
    /// <summary>Accepted numbers of a numeric gap.</summary>
    public IReadOnlyList<AcceptedNumber> Numbers { get; init; } = [];
    /// <summary>Points of single answers where they differ from all-or-nothing; the sum stays between 0 and <see cref="Points"/>.</summary>
    public IReadOnlyList<AnswerScore> Scores { get; init; } = [];
    /// <summary>Every right pair earns an equal share.</summary>
    public bool PerElement { get; init; }
    public decimal Points { get; init; } = 1;
    public bool Shuffle { get; init; }
    public bool CaseSensitive { get; init; }
    /// <summary>The candidate clicks anywhere; the choices are the areas that count.</summary>
    public bool FreePoint { get; init; }
    /// <summary>Picture of a hotspot.</summary>
    public Picture? Picture { get; init; }
    /// <summary>Lines expected of an essay; 0 when not said.</summary>
    public int Lines { get; init; }
}

/// <summary>A choice. <see cref="Set"/> is 1 or 2 in matching (0: pairs within one set); shape and coordinates belong to hotspots.</summary>
internal sealed record Choice(string Id, Content Content)
{
    public int Set { get; init; }
    public bool Fixed { get; init; }
    public int MatchMax { get; init; } = 1;
    public string? Shape { get; init; }
    public string? Coords { get; init; }
}

/// <summary>Any number within the tolerance of the value is accepted.</summary>
internal sealed record AcceptedNumber(decimal Value, decimal Tolerance, decimal? Points = null);

/// <summary>What one answer earns or costs.</summary>
internal sealed record AnswerScore(string Answer, decimal Points);

internal sealed record Picture(string Name, int Width, int Height, string Alt);
