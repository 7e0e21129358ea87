using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Organisation.Pages.Authority;

namespace CongVu.Organisation.Tests;

public class MatrixTests
{
    private static readonly DateOnly On = new(2026, 3, 2);
    private static readonly Guid HomeAffairs = Guid.NewGuid();

    [Fact]
    public void The_matrix_shows_what_decides_and_tells_alike_subjects_together()
    {
        var book = Book(
            Rule(new("retire", null, LeadershipLevel.None, null, null, null), SignerKind.Itself, "Khoản 3 Điều 7"),
            Rule(new("retire", null, LeadershipLevel.None, "principal", null, null), SignerKind.Named, "Khoản 2 Điều 7"));
        var columns = Matrix.Columns(new UnitTree([]), On, aboutUnits: false);
        var rows = Matrix.OnPeople(book, [new AuthorityAction("retire", "Nghỉ hưu", 1)], "civil-servant", columns, On);

        rows.Select(r => string.Join(" | ", r.Subjects)).ShouldBe([
            "Giám đốc sở, chủ tịch UBND và tương đương | Phó giám đốc sở, phó chủ tịch UBND và tương đương | Trưởng phòng và tương đương | Phó trưởng phòng và tương đương",
            "Không giữ chức vụ: Chuyên viên cao cấp, hạng I; Chuyên viên, hạng III; Cán sự, hạng IV; Nhân viên",
            "Không giữ chức vụ: Chuyên viên chính, hạng II"]);
        rows[0].Cells.ShouldAllBe(c => c.Count == 0);
        rows[2].Cells.ShouldAllBe(c => c.Single().Article == "Khoản 2 Điều 7");
    }

    [Fact]
    public void Contradicting_rules_stand_in_the_cell_together()
    {
        var book = Book(
            Rule(new("retire", null, null, null, null, null), SignerKind.Itself, "Điều 5"),
            Rule(new(null, "civil-servant", null, null, null, null), SignerKind.ParentAgency, "Điều 6"));
        var columns = Matrix.Columns(new UnitTree([]), On, aboutUnits: false);
        var row = Matrix.OnPeople(book, [new AuthorityAction("retire", "Nghỉ hưu", 1)], "civil-servant", columns, On).ShouldHaveSingleItem();
        row.Cells[0].Select(r => r.Article).ShouldBe(["Điều 5", "Điều 6"]);
        Matrix.OnPeople(book, [new AuthorityAction("retire", "Nghỉ hưu", 1)], "cadre", columns, On).ShouldHaveSingleItem().Cells[0].Count.ShouldBe(1);
    }

    [Fact]
    public void District_columns_appear_only_on_days_that_had_districts()
    {
        var empty = new UnitTree([]);
        Matrix.Columns(empty, new(2025, 6, 30), false).ShouldContain(c => c.Level == UnitLevel.District);
        Matrix.Columns(empty, new(2025, 7, 1), false).ShouldNotContain(c => c.Level == UnitLevel.District);
    }

    [Theory]
    [InlineData("department-head", "Sở Nội vụ", UnitKind.Department, "Giám đốc Sở Nội vụ")]
    [InlineData("department-head", "Văn phòng UBND tỉnh", UnitKind.Department, "Chánh Văn phòng UBND tỉnh")]
    [InlineData("department-head", "Thanh tra tỉnh", UnitKind.Department, "Chánh Thanh tra tỉnh")]
    [InlineData("commune-chair", "Ủy ban nhân dân xã Tân Lập", UnitKind.PeoplesCommittee, "Chủ tịch UBND xã Tân Lập")]
    public void A_post_is_named_as_people_call_it(string post, string unit, UnitKind kind, string called) =>
        AuthorityWords.PostIn(post, new(Guid.NewGuid(), "M", unit, unit, "M", kind, UnitLevel.Province, null, On, null)).ShouldBe(called);

    [Theory]
    [InlineData("so noi vu", "Sở Nội vụ")]
    [InlineData("snv", "Sở Nội vụ")]
    [InlineData("an khanh", "Ủy ban nhân dân xã An Khánh")]
    [InlineData("khanh thcs", "Trường THCS Thuận Khánh")]
    public void Units_are_found_by_code_and_by_words_without_diacritics(string query, string first)
    {
        UnitView[] units =
        [
            Unit("THCS", "Trường THCS Thuận Khánh", UnitKind.PublicServiceUnit), Unit("SNV", "Sở Nội vụ", UnitKind.Department),
            Unit("SNV-VP", "Văn phòng Sở Nội vụ", UnitKind.Division), Unit("X1", "Ủy ban nhân dân xã An Khánh", UnitKind.PeoplesCommittee),
        ];
        UnitSearch.Find(units, query).First().Name.ShouldBe(first);
    }

    private static UnitView Unit(string code, string name, UnitKind kind) => new(Guid.NewGuid(), code, name, name, code, kind, UnitLevel.Province, null, On, null);

    private static AuthorityBook Book(params AuthorityRule[] rules) => new(1, rules, [], []);

    private static AuthorityRule Rule(AuthorityKey key, SignerKind signer, string article) =>
        new(Guid.NewGuid(), Guid.NewGuid(), key, signer, signer == SignerKind.Named ? HomeAffairs : null, [LeadershipPosts.Head], null, null, "Quyết định số 36/2025/QĐ-UBND", article, new(2025, 7, 1), null);
}
