using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>What a province decided itself, and what is known before the files know it, laid over the files.</summary>
public class OverlayTests
{
    private const string Number = "12/2026/NQ-HĐND";

    private static readonly LawOverlay Resolution = LawOverlay.OfInstrument(Number, $"""
        number: {Number}
        title: Quy định mức hỗ trợ của tỉnh
        kind: resolution
        issuer: Hội đồng nhân dân tỉnh
        scope: province
        issued: 2026-10-01
        inForce: 2026-10-15
        status: text-read
        checked: 2026-11-01
        """);

    private static readonly LawOverlay Decree = LawOverlay.OfInstrument("1/2027/NĐ-CP", """
        number: 1/2027/NĐ-CP
        title: Quy định mức lương cơ sở
        kind: decree
        issuer: Chính phủ
        issued: 2027-05-01
        inForce: 2027-07-01
        status: text-read
        checked: 2026-11-01
        relations:
          - { kind: replaces, target: 161/2026/NĐ-CP }
        """);

    [Fact]
    public void A_rule_of_the_province_becomes_a_parameter_like_any_other()
    {
        var book = Load(Resolution, Of("pay.local-support", "Mức hỗ trợ của tỉnh", Local("2026-11-01", "500000")));

        book.Money("pay.local-support").At(Day("2026-11-01")).Value.ShouldBe(500_000);
        book.Money("pay.local-support").At(Day("2026-11-01")).Scope.ShouldBe(LawScope.Province);
        book.Instruments[Number].Scope.ShouldBe(LawScope.Province);
        Should.Throw<OutsideCoverageException>(() => book.Money("pay.local-support").At(Day("2026-10-31")));
        Book.Instruments.ContainsKey(Number).ShouldBeFalse();
    }

    [Fact]
    public void A_value_of_the_nation_goes_on_from_the_last_one_in_the_files()
    {
        var book = Load(Decree, BaseSalary("""
              - from: 2027-07-01
                value: 2700000
                source: { instrument: 1/2027/NĐ-CP, article: "Điều 3" }
                status: text-read
            """));

        book.Pay.BaseSalary.At(Day("2027-06-30")).Value.ShouldBe(2_530_000);
        book.Pay.BaseSalary.At(Day("2027-07-01")).Value.ShouldBe(2_700_000);
        book.Pay.BaseSalary.At(Day("2027-07-01")).Parameter.Checked.ShouldBe(Day("2026-11-02"));
        book.Instruments["161/2026/NĐ-CP"].Ceases.ShouldBe(Day("2027-07-01"));
    }

    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2025-01-01")]
    public void The_past_of_the_files_cannot_be_rewritten(string from)
    {
        var refused = Refused(BaseSalary($"""
              - from: {from}
                value: 9000000
                source: {"{"} instrument: 73/2024/NĐ-CP, article: "Điều 3" {"}"}
                status: text-read
            """));

        refused.ShouldContain(e => e.Place.File == "parameters/pay/base-salary.yaml" && e.Place.Line == 8 && e.Message.Contains("không sau ngày bắt đầu"));
    }

    [Fact]
    public void A_value_of_the_province_never_overrides_one_of_the_nation_without_a_provision_that_lets_it()
    {
        var refused = Refused(Resolution, BaseSalary(Local("2026-11-01", "3000000")));

        refused.ShouldHaveSingleItem().ShouldBe(new LawDataError(new FilePlace("parameters/pay/base-salary.yaml", 8),
            "Giá trị của tỉnh trùng thời gian với giá trị chung từ 2026-07-01; tệp của tham số phải có “localRule” nêu điều khoản cho phép tỉnh quy định."));
    }

    [Fact]
    public void Where_a_provision_lets_it_the_value_of_the_province_holds_for_its_time()
    {
        using var folder = WithRule("raises");

        var salary = LawBook.Load(folder.Path, [Resolution, BaseSalary(Local("2026-11-01", "3000000", until: "2027-03-31"))]).Pay.BaseSalary;

        salary.At(Day("2026-10-31")).ShouldSatisfyAllConditions(v => v.Value.ShouldBe(2_530_000), v => v.Scope.ShouldBe(LawScope.National));
        salary.At(Day("2026-11-01")).ShouldSatisfyAllConditions(v => v.Value.ShouldBe(3_000_000), v => v.Scope.ShouldBe(LawScope.Province));
        salary.At(Day("2027-03-31")).Value.ShouldBe(3_000_000);
        salary.At(Day("2027-04-01")).Value.ShouldBe(2_530_000);
    }

    [Theory]
    [InlineData("raises", "2529999", "chỉ được quy định bằng hoặc cao hơn mức chung 2530000")]
    [InlineData("lowers", "2530001", "chỉ được quy định bằng hoặc thấp hơn mức chung 2530000")]
    public void And_must_keep_to_what_the_provision_lets(string may, string value, string told)
    {
        using var folder = WithRule(may);

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path, [Resolution, BaseSalary(Local("2026-11-01", value))])).Message.ShouldContain(told);
    }

    [Fact]
    public void A_provision_no_longer_in_force_lets_nothing()
    {
        using var folder = WithRule("replaces", "73/2024/NĐ-CP");

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path, [Resolution, BaseSalary(Local("2026-11-01", "3000000"))])).Message.ShouldContain("không có hiệu lực");
    }

    [Fact]
    public void A_value_says_whose_it_is_as_its_instrument_does()
    {
        Refused(Resolution, Of("pay.local-support", "Mức hỗ trợ", Local("2026-11-01", "500000").Replace("    scope: province\n", "")))
            .ShouldHaveSingleItem().Message.ShouldContain("phải ghi “scope: province”");
        Refused(Of("pay.local-support", "Mức hỗ trợ", Local("2026-11-01", "500000").Replace(Number, "161/2026/NĐ-CP")))
            .ShouldHaveSingleItem().Message.ShouldContain("phải dựa trên văn bản của tỉnh");
    }

    [Fact]
    public void An_instrument_of_the_province_cannot_end_one_of_the_nation() =>
        Refused(Resolution with { Text = Resolution.Text + "\nrelations:\n  - { kind: replaces, target: 161/2026/NĐ-CP }" })
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Place.Line.ShouldBe(11), e => e.Message.ShouldContain("Văn bản của tỉnh không thể sửa đổi"));

    [Theory]
    [InlineData("unit: đồng/tháng", "unit: đồng/năm", "“unit” khác với parameters/pay/base-salary.yaml")]
    [InlineData("dateRole: pay-day", "dateRole: asked-day", "“dateRole” khác")]
    [InlineData("key: pay.base-salary", "key: pay.base", "phải chứa tham số “pay.base-salary”")]
    [InlineData("dateRole: pay-day", "dateRole: pay-day\nlocalRule: { may: replaces, source: { instrument: 161/2026/NĐ-CP, article: x }, status: text-read }", "“localRule” khác")]
    public void What_is_added_cannot_change_the_parameter_itself(string old, string with, string told)
    {
        var overlay = BaseSalary(Local("2028-11-01", "3000000"));

        Refused(Resolution, overlay with { Text = overlay.Text.Replace(old, with) }).ShouldContain(e => e.Message.Contains(told));
    }

    [Fact]
    public void A_document_without_a_place_in_the_folder_is_refused() =>
        Refused(new LawOverlay("notes/x.yaml", "a: b")).ShouldHaveSingleItem().Place.ShouldBe(new FilePlace("notes/x.yaml", 1));

    [Fact]
    public void Values_of_the_province_come_in_any_order()
    {
        var book = Load(Resolution,
            Of("pay.local-support", "Mức hỗ trợ", Local("2027-01-01", "600000")),
            Of("pay.local-support", "Mức hỗ trợ", Local("2026-11-01", "500000")));

        book.Money("pay.local-support").At(Day("2026-12-31")).Value.ShouldBe(500_000);
        book.Money("pay.local-support").At(Day("2027-01-01")).Value.ShouldBe(600_000);
    }

    private static LawBook Load(params LawOverlay[] overlays) => LawBook.Load(LawFolder.Find(), overlays);

    private static IReadOnlyList<LawDataError> Refused(params LawOverlay[] overlays) => Should.Throw<LawDataException>(() => Load(overlays)).Errors;

    private static LawOverlay BaseSalary(string values) => Of("pay.base-salary", "Mức lương cơ sở", values);

    private static LawOverlay Of(string key, string name, string values) => LawOverlay.OfParameter(key, $"""
        key: {key}
        name: {name}
        kind: money
        unit: đồng/tháng
        dateRole: pay-day
        checked: 2026-11-02
        values:

        """ + values);

    private static string Local(string from, string value, string? until = null) => $"""
          - from: {from}
            scope: province
            value: {value}
            source: {"{"} instrument: {Number}, article: "Điều 2" {"}"}
            status: text-read
        """ + (until is null ? "" : $"\n    until: {until}");

    private static ScratchFolder WithRule(string may, string instrument = "161/2026/NĐ-CP")
    {
        var folder = ScratchFolder.WithTheLaw();
        folder.Replace("parameters/pay/base-salary.yaml", "values:\n", $$"""
            localRule: { may: {{may}}, source: { instrument: {{instrument}}, article: "Điều 9" }, status: text-read }
            values:

            """);
        return folder;
    }
}
