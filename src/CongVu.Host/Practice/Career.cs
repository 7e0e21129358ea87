using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Host.Practice;

/// <summary>One act in a career: what a decision of that day did to the person.</summary>
/// <param name="Signer">Agency whose head signed.</param>
/// <param name="Bulk">True when one decision of the agency and day covers everybody concerned.</param>
internal sealed record CareerAct(DateOnly Day, string Action, PracticeUnit Signer, bool Bulk, Effect[] Effects);

/// <summary>A person of the practice province: a life in acts, in order of day.</summary>
/// <param name="Slot">Place on the day of reference.</param>
internal sealed record Career(Guid PersonId, string FullName, Slot Slot, IReadOnlyList<CareerAct> Acts);

/// <summary>A place to be filled on the day of reference.</summary>
/// <param name="Rank">0 the head of the unit, 1 and 2 deputies (in an office only 1), more: staff.</param>
internal sealed record Slot(PracticeUnit Unit, int Rank)
{
    /// <summary>Post that goes with the slot, or null for staff.</summary>
    public string? Post => (Unit.Kind, Unit.Level, Unit.Staffing, Rank) switch
    {
        (UnitKind.PeoplesCommittee, UnitLevel.Province, _, 0) => "province-chair",
        (UnitKind.PeoplesCommittee, UnitLevel.Province, _, <= 3) => "province-vice-chair",
        (UnitKind.PeoplesCommittee, UnitLevel.Commune, _, 0) => "commune-chair",
        (UnitKind.PeoplesCommittee, UnitLevel.Commune, _, <= 2) => "commune-vice-chair",
        (UnitKind.Department, _, _, 0) => "department-head",
        (UnitKind.Department, _, _, <= 3) => "department-deputy",
        (UnitKind.SubDepartment, _, _, 0) => "sub-department-head",
        (UnitKind.SubDepartment, _, _, <= 2) => "sub-department-deputy",
        (UnitKind.Division, _, _, 0) => "division-head",
        (UnitKind.Division, _, _, 1) => "division-deputy",
        (UnitKind.LocalOffice, _, _, 0) => "commune-office-head",
        (UnitKind.LocalOffice, _, _, 1) => "commune-office-deputy",
        (UnitKind.PublicServiceUnit, _, _, 0) => "public-unit-head",
        (UnitKind.PublicServiceUnit, _, _, 1) => "public-unit-deputy",
        _ => null,
    };
}
