namespace CongVu.Reform.Reading;

/// <summary>Turns entries into the groups and tasks of the result: what a row does not say it takes from its task, its group, its section.</summary>
internal sealed class PlanAssembly(PlanReadPeriod period, DateOnly? issued, bool severalSections)
{
    private readonly Dictionary<(string, PlanSection, int?), (PlanReadSchedule Schedule, bool Understood)> schedules = [];

    /// <summary>Times that could not be understood, with their place.</summary>
    public List<PlanUnreadLine> Unread { get; } = [];

    public PlanReadGroup Group(PlanEntry entry) =>
        new(Ids.Of("group", entry.Code, entry.Title), entry.Code, entry.Title, SectionTitle(entry), entry.Source);

    public PlanReadTask Task(PlanEntry entry)
    {
        var id = Ids.Of("task", entry.Code, entry.Title);
        var products = Products(entry, id).ToList();
        var title = entry.Title.Length > 0 ? entry.Title : products[0].Text;
        var group = entry.IsGroup ? entry.Code : GroupAbove(entry)?.Code;
        return new PlanReadTask(id, entry.Code, group, title, SectionTitle(entry), products, entry.Notes, entry.Source);
    }

    private static PlanEntry? GroupAbove(PlanEntry entry)
    {
        var above = entry.Parent;
        while (above is not null && !above.IsGroup)
        {
            above = above.Parent;
        }
        return above;
    }

    private string? SectionTitle(PlanEntry entry) => severalSections && entry.Section.Title.Length > 0 ? entry.Section.Title : null;

    private IEnumerable<PlanReadProduct> Products(PlanEntry entry, string id)
    {
        var rows = entry.Details.Where(d => !d.IsEmpty).ToList();
        var own = rows.Count > 0 ? rows[0] : new EntryDetails(entry.Source);
        if (rows.Count > 1 && own.Product.Length == 0)
        {
            // The task's own row names units and time for the products in the rows below.
            rows.RemoveAt(0);
        }
        if (rows.Count == 0)
        {
            rows.Add(own);
        }
        var count = 0;
        var timeBefore = "";
        foreach (var row in rows)
        {
            var (lead, support) = UnitsOf(entry, row, own);
            var time = row.Time.Length > 0 ? row.Time : own.Time.Length > 0 ? own.Time : timeBefore;
            timeBefore = time;
            var pieces = Pieces(row, time);
            foreach (var (text, when) in pieces)
            {
                count++;
                yield return new PlanReadProduct($"{id}-{count}", text, UnitList.Read(lead), UnitList.Read(support), Schedule(entry, when, row.Source), row.Source);
            }
        }
    }

    /// <summary>Products of a cell, each with its line of the time cell where both are lists of the same length.</summary>
    private static List<(string Text, string Time)> Pieces(EntryDetails row, string time)
    {
        var items = ProductTexts.Items(row.Product);
        var times = time.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parallel = items.Count > 1 && times.Length == items.Count && times.All(CellFit.LooksLikeTime);
        if (parallel)
        {
            return [.. items.SelectMany((item, i) => ProductTexts.Split(item).Select(p => (p, times[i].TrimStart('-', '+', '•', ' '))))];
        }
        var products = ProductTexts.Split(row.Product);
        return products.Count == 0 ? [("", time)] : [.. products.Select(p => (p, time))];
    }

    private static (string Lead, string Support) UnitsOf(PlanEntry entry, EntryDetails row, EntryDetails own)
    {
        var source = row.HasUnits ? row : own.HasUnits ? own : null;
        for (var above = entry.Parent; source is null && above is not null; above = above.Parent)
        {
            source = above.Details.Find(d => d.HasUnits);
        }
        if (source is null)
        {
            return ("", "");
        }
        if (source.LeadAndSupport.Length == 0)
        {
            return NamesBoth(source.Lead) && source.Support.Length == 0 ? Assignment.OfCell(source.Lead) : (source.Lead, source.Support);
        }
        var (lead, support) = Assignment.OfCell(source.LeadAndSupport);
        return (source.Lead.Length > 0 ? source.Lead : lead, source.Support.Length > 0 ? source.Support : support);
    }

    private static bool NamesBoth(string lead) => Vietnamese.HasPhrase(Vietnamese.Fold(lead), "phoi hop");

    private PlanReadSchedule Schedule(PlanEntry entry, string time, PlanSource source)
    {
        for (var above = entry.Parent; time.Length == 0 && above is not null; above = above.Parent)
        {
            time = above.Details.Find(d => d.Time.Length > 0)?.Time ?? "";
        }
        if (time.Length == 0)
        {
            time = TimeOfHeadings(entry);
        }
        var year = YearOf(entry);
        if (!schedules.TryGetValue((time, entry.Section, year), out var read))
        {
            read = ScheduleReader.Read(time, new ScheduleContext(period, issued, year));
            schedules[(time, entry.Section, year)] = read;
            if (!read.Understood)
            {
                Unread.Add(new PlanUnreadLine(source.Line, Vietnamese.OneLine(time), source.Where));
            }
        }
        return read.Schedule;
    }

    /// <summary>A group headed "NĂM 2014" dates its tasks; so does the section.</summary>
    private static string TimeOfHeadings(PlanEntry entry)
    {
        for (var above = entry.Parent; above is not null; above = above.Parent)
        {
            if (above.IsHeading && PlanSection.LabelOf(above.Title).Length > 0)
            {
                return new PlanSection("", above.Title, null, null).Time;
            }
        }
        return entry.HeadingTime ?? entry.Section.Time;
    }

    private int? YearOf(PlanEntry entry)
    {
        for (var above = entry.Parent; above is not null; above = above.Parent)
        {
            if (above.IsHeading && new PlanSection("", above.Title, null, null).Year is { } year)
            {
                return year;
            }
        }
        if (entry.HeadingYear is { } own)
        {
            return own;
        }
        for (var section = entry.Section; section is not null; section = section.Parent)
        {
            if (section.Year is { } year)
            {
                return year;
            }
        }
        return period is { From: { } from, To: { } to } && from.Year == to.Year ? from.Year : null;
    }
}
