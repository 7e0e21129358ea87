namespace CongVu.Reform.Reading;

/// <summary>Reads a reform plan from text, Markdown, Word or Excel into groups, tasks, products and targets. No database, no network.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan.</summary>
    /// <param name="file">The file's bytes from the current position; read to the end, not closed.</param>
    /// <param name="fileName">Its name; only for messages. The kind of file is told from its contents.</param>
    /// <param name="limits">Sizes above which a file is refused; the defaults of <see cref="PlanReadLimits"/> when null.</param>
    /// <exception cref="PlanReadException">The file cannot be read as a plan; the message says what, where and the cure, in Vietnamese.</exception>
    public static PlanReadResult Read(Stream file, string fileName, PlanReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        return PlanReading.Read(SourceFile.Open(file, fileName, limits ?? new PlanReadLimits()));
    }

    /// <summary>Reads the words of a time column by themselves, for a page where a person corrects them.</summary>
    /// <param name="text">The words, such as "Quý II/2026".</param>
    /// <param name="plan">Period of the plan, which gives the year where the words have none.</param>
    /// <param name="issued">Day of issue, where "từ nay" begins.</param>
    public static PlanReadSchedule ReadSchedule(string text, PlanReadPeriod plan = default, DateOnly? issued = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        int? year = plan is { From: { } from, To: { } to } && from.Year == to.Year ? from.Year : null;
        return ScheduleReader.Read(text, new ScheduleContext(plan, issued, year)).Schedule;
    }

    /// <summary>Reads a list of units by itself, for a page where a person corrects it.</summary>
    public static IReadOnlyList<PlanReadUnit> ReadUnits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UnitList.Read(text);
    }
}
