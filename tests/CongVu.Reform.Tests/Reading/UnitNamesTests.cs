using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Lists of units: commas and "và" part units, but not the names that contain them.</summary>
public sealed class UnitNamesTests
{
    [Theory]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("Sở Nội\nvụ", "Sở Nội vụ")]
    [InlineData("Sở Kế hoạch và Đầu tư, Sở Tài chính", "Sở Kế hoạch và Đầu tư|Sở Tài chính")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch và Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch|Sở Y tế")]
    [InlineData("Sở Nông nghiệp và Phát triển nông thôn; Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Phát triển nông thôn|Sở Lao động - Thương binh và Xã hội")]
    [InlineData("UBND các huyện, thị xã, thành phố", "UBND các huyện, thị xã, thành phố")]
    [InlineData("Các sở, ban, ngành thuộc UBND tỉnh; UBND cấp huyện, cấp xã", "Các sở, ban, ngành thuộc UBND tỉnh|UBND cấp huyện, cấp xã")]
    [InlineData("Các sở, ban, ngành thuộc UBND tỉnh và UBND cấp huyện, cấp xã", "Các sở, ban, ngành thuộc UBND tỉnh|UBND cấp huyện, cấp xã")]
    [InlineData("Sở, ban, ngành và UBND cấp huyện", "Sở, ban, ngành|UBND cấp huyện")]
    [InlineData("Các Sở, Ban, Ngành tỉnh, UBND các xã, phường, đặc khu", "Các Sở, Ban, Ngành tỉnh|UBND các xã, phường, đặc khu")]
    [InlineData("Báo Đồng Nai, Đài Phát thanh và Truyền hình Đồng Nai", "Báo Đồng Nai|Đài Phát thanh và Truyền hình Đồng Nai")]
    [InlineData("Báo và Đài Phát thanh, Truyền hình Hải Vân", "Báo và Đài Phát thanh, Truyền hình Hải Vân")]
    [InlineData("Văn phòng Đoàn ĐBQH và HĐND tỉnh, Văn phòng UBND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh|Văn phòng UBND tỉnh")]
    [InlineData("Sở Nội vụ (Chi cục Văn thư, Lưu trữ), Công an tỉnh", "Sở Nội vụ (Chi cục Văn thư, Lưu trữ)|Công an tỉnh")]
    [InlineData("Sở Nội vụ, Tài chính, Giáo dục và Đào tạo", "Sở Nội vụ|Sở Tài chính|Sở Giáo dục và Đào tạo")]
    [InlineData("Các sở: Nội vụ, Khoa học và Công nghệ, Tư pháp; UBND cấp xã", "Sở Nội vụ|Sở Khoa học và Công nghệ|Sở Tư pháp|UBND cấp xã")]
    [InlineData("- Sở Nội vụ;\n- Thanh tra tỉnh.", "Sở Nội vụ|Thanh tra tỉnh")]
    [InlineData("Sở Nội vụ\nVăn phòng UBND tỉnh", "Sở Nội vụ|Văn phòng UBND tỉnh")]
    [InlineData("Sở Nội vụ/Sở Tài chính", "Sở Nội vụ|Sở Tài chính")]
    [InlineData("Công an tỉnh, Bộ CHQS tỉnh, Kho bạc Nhà nước khu vực XI", "Công an tỉnh|Bộ CHQS tỉnh|Kho bạc Nhà nước khu vực XI")]
    [InlineData("Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội", "Ủy ban MTTQ Việt Nam tỉnh|các tổ chức chính trị - xã hội")]
    [InlineData("Cơ quan, đơn vị có liên quan", "Cơ quan, đơn vị có liên quan")]
    [InlineData("Chủ trì: Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("Sở Nội vụ, Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("", "")]
    public void Lists_are_split_where_a_new_unit_begins(string text, string expected) =>
        string.Join('|', PlanReader.ReadUnits(text).Names()).ShouldBe(expected);

    [Theory]
    [InlineData("Sở Nội vụ", PlanUnitKind.Single, "")]
    [InlineData("Thanh tra tỉnh", PlanUnitKind.Single, "")]
    [InlineData("UBND tỉnh", PlanUnitKind.Single, "")]
    [InlineData("UBND huyện Yên Thủy", PlanUnitKind.Single, "")]
    [InlineData("Các sở, ban, ngành", PlanUnitKind.Group, PlanUnitGroups.AllDepartments)]
    [InlineData("các Sở, ban, ngành có liên quan", PlanUnitKind.Group, PlanUnitGroups.RelatedDepartments)]
    [InlineData("UBND cấp huyện", PlanUnitKind.Group, PlanUnitGroups.AllDistricts)]
    [InlineData("UBND các quận, huyện", PlanUnitKind.Group, PlanUnitGroups.AllDistricts)]
    [InlineData("UBND các huyện, thị xã, thành phố", PlanUnitKind.Group, PlanUnitGroups.AllDistricts)]
    [InlineData("UBND cấp xã", PlanUnitKind.Group, PlanUnitGroups.AllCommunes)]
    [InlineData("UBND các xã, phường, đặc khu", PlanUnitKind.Group, PlanUnitGroups.AllCommunes)]
    [InlineData("UBND cấp huyện, cấp xã", PlanUnitKind.Group, PlanUnitGroups.AllDistricts + "," + PlanUnitGroups.AllCommunes)]
    [InlineData("Các sở, ban, ngành, địa phương", PlanUnitKind.Group, PlanUnitGroups.AllDepartments + "," + PlanUnitGroups.AllDistricts)]
    [InlineData("Các đơn vị có liên quan", PlanUnitKind.Group, PlanUnitGroups.RelatedUnits)]
    [InlineData("Các cơ quan, đơn vị", PlanUnitKind.Group, PlanUnitGroups.AllUnits)]
    [InlineData("Các đơn vị sự nghiệp công lập", PlanUnitKind.Group, PlanUnitGroups.PublicServiceUnits)]
    [InlineData("Thanh tra Sở, ngành", PlanUnitKind.Group, PlanUnitGroups.Inspectorates)]
    public void Groups_of_units_are_told_from_single_ones(string text, PlanUnitKind kind, string keys)
    {
        var unit = PlanReader.ReadUnits(text).ShouldHaveSingleItem();
        unit.Text.ShouldBe(text);
        unit.Kind.ShouldBe(kind);
        string.Join(',', unit.GroupKeys).ShouldBe(keys);
    }
}
