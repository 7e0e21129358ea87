using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Data;

/// <summary>Turns a filter into conditions of the query.</summary>
internal sealed class PersonFiltering(Gate gate, StaffCodes codes)
{
    private const string Kinh = "01";

    public IQueryable<PersonRow> Apply(IQueryable<PersonRow> rows, PersonFilter filter, DateOnly validOn)
    {
        rows = filter.Standing switch
        {
            PersonStanding.Employed => rows.Where(r => r.UnitId != null),
            PersonStanding.Departed => rows.Where(r => r.UnitId == null && r.EndedOn != null),
            _ => rows,
        };
        if (filter.Units is { } units) rows = rows.Where(r => units.Contains(r.FileUnitId!.Value));
        if (filter.Category is { } category) rows = rows.Where(r => r.Category == category);
        if (filter.RankCode is { } rank) rows = rows.Where(r => r.RankCode == rank);
        if (filter.PostLevel is { } level) rows = OfLevel(rows, level);
        if (filter.Sex is { } sex) rows = rows.Where(r => r.Sex == sex);
        if (filter.Ethnicity is { } ethnicity) rows = rows.Where(r => r.Ethnicity == ethnicity);
        if (filter.Minority) rows = rows.Where(r => r.Ethnicity != Kinh);
        if (filter.Party is { } party) rows = OfParty(rows, party);
        if (filter.ProfessionalAtLeast is { } least) rows = AtLeast(rows, least);
        // N full years old on a day: born on or before the same day N years earlier.
        if (filter.AgeFrom is { } from) { var latest = YearsBefore(validOn, from); rows = rows.Where(r => r.BirthDate <= latest); }
        if (filter.AgeTo is { } to) { var earliest = YearsBefore(validOn, to + 1); rows = rows.Where(r => r.BirthDate > earliest); }
        if (NameSearch.Condition(filter.Text) is { } named) rows = rows.Where(named);
        return rows;
    }

    private IQueryable<PersonRow> OfLevel(IQueryable<PersonRow> rows, LeadershipLevel level)
    {
        if (level == LeadershipLevel.None) return rows.Where(r => r.PostCode == null);
        var of = PostHeight.CodesOf(level);
        return rows.Where(r => of.Contains(r.PostCode));
    }

    private IQueryable<PersonRow> OfParty(IQueryable<PersonRow> rows, bool party)
    {
        rows = rows.Where(r => r.IsPartyMember == party);
        var seen = gate.ScopeOf(DataClass.Party);
        if (seen.IsAll) return rows;
        // Asking must not tell what may not be seen: people outside are neither members nor non-members.
        var units = seen.Ids;
        return rows.Where(r => units.Contains(r.FileUnitId!.Value));
    }

    private IQueryable<PersonRow> AtLeast(IQueryable<PersonRow> rows, string level)
    {
        var high = codes.AtLeast(StaffCodes.EducationLevels, level);
        return rows.Where(r => high.Contains(r.ProfessionalLevel));
    }

    private static DateOnly YearsBefore(DateOnly day, int years) => day.Year > years ? day.AddYears(-years) : DateOnly.MinValue;
}
