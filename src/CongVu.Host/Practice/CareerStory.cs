using CongVu.Personnel.Contracts;

namespace CongVu.Host.Practice;

/// <summary>Where one person worked and what posts they held, consistent with the units of each time.</summary>
internal sealed class CareerStory(Dice dice, PracticeMap map, ILookup<PracticeUnit, PracticeUnit> offices, DateOnly today, Slot slot, DateOnly joined)
{
    /// <summary>Post allowances in hundredths of the base salary, other provinces' column.</summary>
    private static readonly Dictionary<string, int> PostAllowance = new(StringComparer.Ordinal)
    {
        ["province-chair"] = 125, ["province-vice-chair"] = 105, ["department-head"] = 90, ["department-deputy"] = 70, ["sub-department-head"] = 70, ["sub-department-deputy"] = 50,
        ["division-head"] = 50, ["division-deputy"] = 30, ["commune-chair"] = 60, ["commune-vice-chair"] = 50, ["commune-office-head"] = 25, ["commune-office-deputy"] = 15,
        ["public-unit-head"] = 50, ["public-unit-deputy"] = 40,
    };

    private static readonly DateOnly CompetitionsBegan = new(2022, 8, 8);

    /// <summary>Units from entry to the slot of today, in order; every unit exists while the person is there.</summary>
    public List<(DateOnly Day, PracticeUnit Unit, string How)> Placements(int earlierMovePerMille)
    {
        var list = new List<(DateOnly Day, PracticeUnit Unit, string How)>();
        var unit = slot.Unit;
        if (unit.From > joined)
        {
            list.Add((unit.From, unit, "placed"));
            unit = Before(unit);
        }
        else if (unit.Agency.Predecessors.Count > 0 && unit.Agency.From < PracticeMap.DepartmentsMerged && joined < PracticeMap.DepartmentsMerged && dice.PerMille(250))
        {
            list.Add((PracticeMap.DepartmentsMerged, unit, "placed"));
            unit = Before(unit);
        }
        var end = list.Count > 0 ? list[0].Day : today;
        if (dice.PerMille(earlierMovePerMille) && end.DayNumber - joined.DayNumber > 2000)
        {
            var other = map.Units.Where(u => u.Staffing == unit.Staffing && u != unit && u.ExistsOn(joined) && u.ExistsOn(end.AddDays(-1))).ToList();
            if (other.Count > 0)
            {
                var moved = dice.Day(joined.AddYears(2), end.AddYears(-1));
                list.Insert(0, (new DateOnly(moved.Year, moved.Month, 1), unit, "transferred"));
                unit = dice.Pick(other);
            }
        }
        list.Insert(0, (joined, unit, "recruited"));
        return list;
    }

    /// <summary>The unit a person was in on a day.</summary>
    public PracticeUnit UnitOn(List<(DateOnly Day, PracticeUnit Unit, string How)> placements, DateOnly day) => placements.LastOrDefault(p => p.Day <= day, placements[0]).Unit;

    /// <summary>Appointments, renewals and what ended with the units of before.</summary>
    public IEnumerable<CareerAct> Posts(List<(DateOnly Day, PracticeUnit Unit, string How)> placements)
    {
        if (slot.Post is not { } post) yield break;
        var here = placements[^1];
        var earliest = Later(here.Day, Later(joined.AddYears(5), new DateOnly(2016, 1, 1)));
        if (here.Day >= PracticeMap.DepartmentsMerged) earliest = here.Day;
        if (earliest > today) earliest = here.Day;
        var appointed = here.Day >= PracticeMap.DepartmentsMerged && dice.PerMille(700) ? here.Day : Earlier(dice.Day(earliest, today.AddDays(-20)), today.AddDays(-20));
        if (appointed < earliest) appointed = earliest;
        var superior = slot.Unit.Kind is Organisation.Contracts.UnitKind.Division or Organisation.Contracts.UnitKind.LocalOffice ? slot.Unit.Agency : slot.Unit.ParentOn(appointed) ?? map.Root;
        var byCompetition = post is "division-head" or "division-deputy" && appointed > CompetitionsBegan && dice.PerMille(260);
        for (var reappointed = false; appointed <= today; appointed = appointed.AddMonths(60), reappointed = true)
            yield return new CareerAct(appointed, reappointed ? "reappoint" : "appoint", superior, false, reappointed
                ? [new HoldPost(post, slot.Unit.Id, 60, byCompetition, true, false)]
                : [new HoldPost(post, slot.Unit.Id, 60, byCompetition, false, false), new SetAllowance(AllowanceRows.Leadership, PostAllowance[post], null, null)]);
    }

    private PracticeUnit Before(PracticeUnit unit)
    {
        var agency = unit.Agency;
        var from = agency.Predecessors.Count > 0 ? dice.Pick(agency.Predecessors) : map.Root;
        if (from.Staffing != Staffing.Leaders || unit.Staffing == Staffing.Leaders) return from;
        var divisions = offices[from].ToList();
        return divisions.Count > 0 ? dice.Pick(divisions) : from;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
