using System.Collections.Frozen;
using CongVu.Law.Loading;

namespace CongVu.Law;

/// <summary>
/// Which days people work: weekdays without the public holidays, and the Saturdays worked in exchange (Bộ luật Lao động Điều 111, 112 and the yearly notices).
/// A day the published calendars do not tell about is an error, never taken for a working day.
/// </summary>
public sealed class WorkCalendar
{
    private const int DaysAround = 15;
    private const string Worked = "worked";
    private const string Off = "off";
    private const string Pending = "pending";
    private static readonly string[] Kinds = [Worked, Off, Pending];

    private readonly Timeline<LawTable> table;
    private readonly FrozenDictionary<DateOnly, LawRow> days;

    internal WorkCalendar(Timeline<LawTable> table, LawErrors errors)
    {
        this.table = table;
        var found = new Dictionary<DateOnly, LawRow>();
        foreach (var row in table.Values.SelectMany(v => v.Value.Rows))
        {
            if (!Kinds.Contains(row.Text("kind")) || row.From is null || row.Until is null)
            {
                errors.Add(row.Place, $"Mỗi dòng của lịch cần “kind” ({string.Join(", ", Kinds)}), ngày đầu và ngày cuối.");
                continue;
            }
            for (var day = row.From.Value; day <= row.Until; day = day.AddDays(1))
            {
                if (!found.TryAdd(day, row))
                {
                    errors.Add(row.Place, $"Ngày {day:yyyy-MM-dd} đã thuộc một đợt khác của lịch.");
                }
            }
        }
        days = found.ToFrozenDictionary();
    }

    /// <summary>Whether people work on the day.</summary>
    /// <exception cref="OutsideCoverageException">No calendar is published for that day.</exception>
    public bool IsWorking(DateOnly day)
    {
        _ = table.At(day);
        return days.GetValueOrDefault(day) is not { } row ? !IsWeekend(day) : row.Text("kind") switch
        {
            Worked => true,
            Off => false,
            _ => throw new OutsideCoverageException(table.Parameter, day, null, row.Text("name")),
        };
    }

    /// <summary>Whether the published calendars tell about the day and the days around it that a deadline may move over.</summary>
    public bool Knows(DateOnly day)
    {
        // No run of days off has ever been as long as half a month.
        for (var near = day.AddDays(-DaysAround); near <= day.AddDays(DaysAround); near = near.AddDays(1))
        {
            if (!table.Covers(near) || days.GetValueOrDefault(near)?.Text("kind") == Pending)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The name of the holiday or exchange the day belongs to; null for a plain day.</summary>
    public string? NameOf(DateOnly day) => days.GetValueOrDefault(day)?.Text("name");

    /// <summary>The day itself if people work, else the next day they do.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="IsWorking"/>.</exception>
    public DateOnly SameOrNext(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>The day itself if people work, else the last day before it they did.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="IsWorking"/>.</exception>
    public DateOnly SameOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }

    /// <summary>The day so many working days later, or earlier for a negative count; the day itself is not counted.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="IsWorking"/>.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left--)
        {
            do
            {
                day = day.AddDays(step);
            }
            while (!IsWorking(day));
        }
        return day;
    }

    internal ExplainedParameter SourceOn(DateOnly day, string told)
    {
        var dated = table.At(day);
        var (source, status) = days.GetValueOrDefault(day) is { } row ? (row.Source, row.Verification) : (dated.Source, dated.Verification);
        return ExplainedParameter.Of(table.Parameter, dated.From, source, status, ExplainedValue.Text(told));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
