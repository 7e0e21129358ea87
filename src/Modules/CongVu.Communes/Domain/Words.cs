using CongVu.Communes.Data;
using CongVu.Law.Communes;
using CongVu.Platform.Web;

namespace CongVu.Communes.Domain;

/// <summary>Vietnamese words of this module, and its kinds in the terms of the law.</summary>
internal static class Words
{
    public static string Of(UnitForm kind) => kind switch { UnitForm.Commune => "Xã", UnitForm.Ward => "Phường", UnitForm.Township => "Thị trấn", _ => "Đặc khu" };

    public static string Of(VillageKind kind) => kind == VillageKind.Village ? "Thôn" : "Tổ dân phố";

    public static string Of(TitleLevel level) => level switch { TitleLevel.Commune => "Cấp xã", TitleLevel.Village => "Thôn, tổ dân phố", _ => "Cán bộ, công chức kiêm nhiệm" };

    public static (string State, string Word) Of(ResolutionState state) => state switch
    {
        ResolutionState.Draft => ("draft", "Đang soạn"),
        ResolutionState.Submitted => ("waiting", "Chờ duyệt"),
        ResolutionState.Approved => ("effective", "Đã duyệt"),
        _ => ("annulled", "Đã rút"),
    };

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.From<UnitForm>(Of);

    public static IReadOnlyList<Choice> VillageKinds { get; } = Choice.From<VillageKind>(Of);

    /// <summary>The kind the staffing rules know; null for a special zone, which they never knew.</summary>
    public static CommuneKind? InLaw(UnitForm kind) => kind switch { UnitForm.Commune => CommuneKind.Commune, UnitForm.Ward => CommuneKind.Ward, UnitForm.Township => CommuneKind.Township, _ => null };
}
