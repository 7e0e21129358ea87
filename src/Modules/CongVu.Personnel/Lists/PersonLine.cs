using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Security;

namespace CongVu.Personnel.Lists;

/// <summary>What turns rows into lines: names of units and codes on the day on screen, and what this actor may see.</summary>
internal sealed class PersonLines(UnitTree units, StaffCodes codes, UnitScope party, DateOnly day)
{
    private readonly Dictionary<Guid, (string Unit, string Agency)> _names = [];

    public DateOnly Day => day;

    public StaffCodes Codes => codes;

    public PersonLine Of(PersonRow row) => new(row, this);

    public string Unit(Guid? id) => id is { } unit ? Names(unit).Unit : "";

    public string Agency(Guid? id) => id is { } unit ? Names(unit).Agency : "";

    public bool SeesParty(Guid? unit) => unit is { } id ? party.Has(id) : party.IsAll;

    private (string Unit, string Agency) Names(Guid id)
    {
        if (_names.TryGetValue(id, out var names)) return names;
        names = units.Find(id) is null ? ("Đơn vị không còn vào ngày này", "") : (units.FullName(id), units.Agency(id)?.Name ?? "");
        return _names[id] = names;
    }
}

/// <summary>One person as a list shows and exports them.</summary>
internal sealed class PersonLine(PersonRow row, PersonLines lines)
{
    private readonly int _given = row.FullName.LastIndexOf(' ');

    public PersonRow Row => row;
    public string Surnames => _given < 0 ? "" : row.FullName[.._given];
    public string GivenName => row.FullName[(_given + 1)..];
    public string Born => new BirthDate(row.BirthDate, row.BirthPrecision).ToString();
    public int Age => Years(row.BirthDate, lines.Day);
    public string Sex => lines.Codes.Name(StaffCodes.Sexes, row.Sex);
    public string Ethnicity => lines.Codes.Name(StaffCodes.Ethnicities, row.Ethnicity);
    public string Religion => lines.Codes.Name(StaffCodes.Religions, row.Religion);
    public string Unit => lines.Unit(row.FileUnitId);
    public string Agency => lines.Agency(row.FileUnitId);
    public string Category => lines.Codes.Name(StaffCodes.Categories, row.Category);
    public string Post => row.PostCode is { } post ? LeadershipPosts.Name(post) : "";
    public string PostUnit => lines.Unit(row.PostUnitId);
    public string Rank => lines.Codes.RankName(row.RankCode);
    public decimal? Coefficient => row.Coefficient / 100m;
    public decimal? OverScale => row.OverScalePercent is > 0 and var percent ? percent : null;
    public int? ServiceYears => row.JoinedOn is { } joined ? Years(joined, lines.Day) : null;
    public string Professional => lines.Codes.Name(StaffCodes.EducationLevels, row.ProfessionalLevel);
    public string Political => lines.Codes.Name(StaffCodes.PoliticalLevels, row.PoliticalLevel);
    public string? Party => !lines.SeesParty(row.FileUnitId) ? null : row.IsPartyMember ? "Đảng viên" : "";
    public string Standing => row.UnitId is not null ? "Đang công tác" : row.EndedOn is not null ? "Đã thôi công tác" : "Chưa công tác";
    public string EndReason => EffectWords.DepartureReason(row.EndReason);

    private static int Years(DateOnly from, DateOnly to) => to.Year - from.Year - (to < from.AddYears(to.Year - from.Year) ? 1 : 0);
}
