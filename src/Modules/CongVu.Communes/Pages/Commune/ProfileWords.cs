using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Platform.Text;

namespace CongVu.Communes.Pages.Commune;

/// <summary>Facts about a commune in one line.</summary>
internal static class ProfileWords
{
    public static string Line(Profile p) => string.Join(", ", new[]
    {
        Words.Of(p.Kind), p.Class is { } grade ? $"loại {grade}" : "không phân loại", p.Population is { } population ? $"dân số {VnFormat.Count(population)} (chuẩn {VnFormat.Count(p.PopulationNorm)})" : "",
        p.Area is { } area ? $"diện tích {VnFormat.Count(area)} ha (chuẩn {VnFormat.Count(p.AreaNorm)})" : "", p.OfUrbanDistrict ? "thuộc quận" : "", p.BorderOrIsland ? "biên giới, hải đảo" : "",
    }.Where(t => t.Length > 0));
}
