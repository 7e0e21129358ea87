namespace CongVu.Organisation.Contracts;

/// <summary>Level of government a unit belongs to. The district level ended on 2025-06-30.</summary>
public enum UnitLevel { Province, District, Commune }

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>UBND tỉnh / cấp huyện / cấp xã.</summary>
    PeoplesCommittee,
    /// <summary>Sở, ban, ngành cấp tỉnh.</summary>
    Department,
    /// <summary>Chi cục thuộc sở.</summary>
    SubDepartment,
    /// <summary>Phòng, văn phòng, bộ phận bên trong một cơ quan.</summary>
    Division,
    /// <summary>Phòng chuyên môn thuộc UBND cấp huyện hoặc cấp xã.</summary>
    LocalOffice,
    /// <summary>Đơn vị sự nghiệp công lập.</summary>
    PublicServiceUnit,
    /// <summary>Hội có tính chất đặc thù.</summary>
    Association,
}

/// <summary>A unit as it is on a date.</summary>
/// <param name="Id">Stable through renaming and moving.</param>
/// <param name="Code">Code of the unit, e.g. <c>SNV</c> or the administrative code of a commune.</param>
/// <param name="Name">Full name, e.g. Sở Nội vụ.</param>
/// <param name="ShortName">Name for narrow columns.</param>
/// <param name="Symbol">Part of document numbers after the type, e.g. <c>SNV</c>, <c>UBND</c>.</param>
/// <param name="ParentId">Unit directly above; null for the root (UBND tỉnh).</param>
/// <param name="From">First day of this version.</param>
/// <param name="Until">First day it no longer holds; null: until further notice.</param>
public sealed record UnitView(Guid Id, string Code, string Name, string ShortName, string Symbol, UnitKind Kind, UnitLevel Level, Guid? ParentId, DateOnly From, DateOnly? Until);
