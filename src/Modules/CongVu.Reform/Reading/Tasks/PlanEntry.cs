using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>A group or task as found, before it is known which of the two it is.</summary>
internal sealed class PlanEntry(PlanSection section, ItemNumber? number, PlanSource source)
{
    private readonly StringBuilder title = new();

    public PlanSection Section { get; set; } = section;

    public ItemNumber? Number { get; } = number;

    public PlanSource Source { get; } = source;

    public PlanEntry? Parent { get; set; }

    public List<PlanEntry> Children { get; } = [];

    /// <summary>A row that only heads those below it: unnumbered, over the whole table.</summary>
    public bool IsHeading { get; init; }

    /// <summary>True for unnumbered items that stand under the numbered one before them.</summary>
    public bool IsItem { get; init; }

    public List<EntryDetails> Details { get; } = [];

    public List<PlanReadNote> Notes { get; } = [];

    /// <summary>Rows whose use is known only once the tree is built.</summary>
    public List<TaskRow> Rows { get; } = [];

    public bool IsGroup { get; set; }

    public bool IsTask { get; set; }

    public string Code { get; set; } = "";

    /// <summary>The time its heading sets, kept when the heading's section has become a group.</summary>
    public string? HeadingTime { get; set; }

    public int? HeadingYear { get; set; }

    public string Title => Vietnamese.OneLine(title.ToString()).TrimEnd(' ', ':', ';', ',');

    /// <summary>True when it names nobody, no product and no time.</summary>
    public bool IsBare => Details.TrueForAll(d => d.IsEmpty);

    public void AddTitle(string text)
    {
        if (title.Length > 0)
        {
            title.Append(' ');
        }
        title.Append(text);
    }
}

/// <summary>One row's worth of product, units and time.</summary>
internal sealed record EntryDetails(PlanSource Source)
{
    public string Product { get; set; } = "";

    public string Lead { get; set; } = "";

    public string Support { get; set; } = "";

    /// <summary>Text of a column that names lead and support together.</summary>
    public string LeadAndSupport { get; set; } = "";

    public string Time { get; set; } = "";

    public bool HasUnits => Lead.Length > 0 || Support.Length > 0 || LeadAndSupport.Length > 0;

    public bool IsEmpty => Product.Length == 0 && !HasUnits && Time.Length == 0;
}
