using static CongVu.Law.Tests.SmallLaw;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>What the loader says of each mistake, word for word and at its line, and that it takes what is right just beside it.</summary>
public class LoaderTests
{
    [Fact]
    public void A_small_law_loads_whole()
    {
        using var law = new SmallLaw().WithAmount(Value("2020-01-01", "0") + "  - from: 2022-01-01\n    gap: chờ văn bản\n" + Value("2023-01-01", "1234567") + "  - from: 2030-01-01\n    gap: hết hiệu lực\n");

        var loaded = law.Load(out var errors);

        errors.ShouldBeEmpty();
        var amount = loaded.Parameters["pay.amount"];
        (amount.Name.Name, amount.Kind, amount.Unit, amount.DateRole, amount.Checked, amount.File).ShouldBe(("Mức thử", ParameterKind.Money, "đồng", DateRole.PayDay, Day("2026-11-01"), Amount));
        amount.Values.At(Day("2021-12-31")).Value.ShouldBe(0L);
        amount.Values.At(Day("2023-01-01")).ShouldSatisfyAllConditions(
            v => v.Value.ShouldBe(1_234_567L), v => v.Until.ShouldBe(Day("2030-01-01")), v => v.Source.ShouldBe(new Citation("1/2020/NĐ-CP", "Điều 1", "Điều 1, Nghị định 1/2020/NĐ-CP")));
        amount.Values.Gaps.ShouldBe([new(Day("2022-01-01"), Day("2023-01-01"), "chờ văn bản"), new(Day("2030-01-01"), null, "hết hiệu lực")]);
        var local = loaded.Instruments["2/2021/NQ-HĐND"];
        (local.Issued, local.Ceases, local.Scope, local.Verification, local.Kind).ShouldBe((null, null, LawScope.Province, new(VerificationStatus.Recalled, Confidence.Low), InstrumentKind.Resolution));
        loaded.Instruments["1/2020/NĐ-CP"].Scope.ShouldBe(LawScope.National);
    }

    [Theory]
    [InlineData("value: 5", "value: 05", "9: “05” không hợp lệ; cần số tiền nguyên bằng đồng, chỉ gồm chữ số (2530000).")]
    [InlineData("value: 5", "value: [5]", "9: “value” phải là một chuỗi không rỗng.")]
    [InlineData("    value: 5\n", "", "8: Thiếu khóa “value”.")]
    [InlineData("value: 5", "value: 5\n    extra: 1", "10: Khóa “extra” không có trong quy cách.")]
    [InlineData("unit: đồng\n", "", "1: Thiếu khóa “unit”.")]
    [InlineData("dateRole: pay-day", "dateRole: some-day", "5: “dateRole: some-day” không hợp lệ; cần một trong: pay-day, assessment-day, asked-day, fact-day.")]
    [InlineData("kind: money", "kind: gold", "3: “kind: gold” không hợp lệ; cần một trong: money, coefficient, ratio, integer, months, table, codelist, procedure.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-13-01", "6: “checked: 2026-13-01” không hợp lệ; cần một ngày dạng 2026-07-01.")]
    [InlineData("key: pay.amount", "key: pay.sum", "1: Tệp này phải chứa tham số “pay.amount”, không phải “pay.sum”.")]
    [InlineData("status: text-read", "status: seen", "11: “status: seen” không hợp lệ; cần một trong: text-read, secondary, recalled.")]
    [InlineData("status: text-read", "status: recalled", "8: Thiếu khóa “confidence”.")]
    [InlineData("status: text-read", "status: text-read\n    confidence: high", "12: “confidence” chỉ đi cùng “status: recalled”.")]
    [InlineData("status: text-read", "status: recalled\n    confidence: sure", "12: “confidence: sure” không hợp lệ; cần một trong: high, medium, low.")]
    [InlineData("article: Điều 1 }", "article: Điều 1, page: 3 }", "10: Khóa “page” không có trong quy cách.")]
    [InlineData("instrument: 1/2020/NĐ-CP, ", "", "10: Thiếu khóa “instrument”.")]
    [InlineData("{ instrument: 1/2020/NĐ-CP, article: Điều 1 }", "Điều 1", "10: Chỗ này phải là một nhóm “khóa: giá trị”.")]
    [InlineData("from: 2020-01-01", "from: 2019-11-30", "10: Giá trị bắt đầu ngày 2019-11-30 nhưng Nghị định 1/2020/NĐ-CP chỉ áp dụng sớm nhất từ 2019-12-01.")]
    [InlineData("  - from: 2030-01-01\n    gap: hết hiệu lực\n", "", "10: Nghị định 1/2020/NĐ-CP hết hiệu lực từ 2030-01-01 nhưng giá trị còn áp dụng sau ngày đó.")]
    [InlineData("  - from: 2030-01-01", "  - from: 2020-01-01", "12: Ngày bắt đầu 2020-01-01 không sau ngày bắt đầu của giá trị trước (2020-01-01).")]
    [InlineData("instrument: 1/2020/NĐ-CP", "instrument: 2/2021/NQ-HĐND", "10: Giá trị bắt đầu ngày 2020-01-01 nhưng Nghị quyết 2/2021/NQ-HĐND chỉ áp dụng sớm nhất từ 2021-01-01.|10: Giá trị dựa trên văn bản của tỉnh phải ghi “scope: province”.")]
    [InlineData("    value: 5", "    corrects: nhầm\n    value: 5", "9: “corrects” chỉ dùng ở phần bổ sung; trong tệp thì sửa chính giá trị.")]
    [InlineData("    value: 5", "    value: 5\n    scope: town", "10: “scope: town” không hợp lệ; cần một trong: national, province.")]
    public void A_mistake_in_a_parameter_is_told_at_its_line(string old, string with, string told)
    {
        var text = Head("pay.amount") + "values:\n" + Value("2020-01-01", "5") + "  - from: 2030-01-01\n    gap: hết hiệu lực\n";
        text.ShouldContain(old);
        using var law = new SmallLaw().With(Amount, text.Replace(old, with));

        Without(law.Errors(), Amount).ShouldBe(told.Split('|'));
    }

    [Theory]
    [InlineData("", "Tệp rỗng.")]
    [InlineData("- a", "Chỗ này phải là một nhóm “khóa: giá trị”.")]
    [InlineData("a: 1\n---\nb: 2", "Mỗi tệp chỉ có một tài liệu YAML.|Thiếu khóa “key”.|Thiếu khóa “name”.|Thiếu khóa “kind”.|Thiếu khóa “unit”.|Thiếu khóa “dateRole”.|Thiếu khóa “checked”.|Thiếu khóa “values”.|Khóa “a” không có trong quy cách.")]
    public void A_file_of_another_shape_is_told(string text, string told)
    {
        using var law = new SmallLaw().With(Amount, text);

        Without(law.Errors(), Amount).Select(e => e[(e.IndexOf(':') + 2)..]).Order().ShouldBe(told.Split('|').Order());
    }

    [Theory]
    [InlineData("values: []", "Phải có ít nhất một giá trị.")]
    [InlineData("values: 5", "“values” phải là một danh sách.|Phải có ít nhất một giá trị.")]
    [InlineData("values: [5]", "Chỗ này phải là một nhóm “khóa: giá trị”.|Phải có ít nhất một giá trị.")]
    [InlineData("values: [{ gap: x }]", "Thiếu khóa “from”.")]
    [InlineData("values: [{ from: 2020-01-01, gap: !!str x }]", "Không dùng neo, bí danh hay thẻ kiểu của YAML.")]
    [InlineData("values: [{ from: 2020-01-01, gap: x, gap: y }]", "Khóa “gap” bị lặp.")]
    [InlineData("values: [{ from: 2020-01-01, gap: x, [a]: y }]", "Khóa phải là một chuỗi.")]
    [InlineData("values: [{ from: 2020-01-01, gap: x, \"\": y }]", "Khóa phải là một chuỗi.")]
    public void Values_must_be_a_list_of_dated_values(string values, string told)
    {
        using var law = new SmallLaw().With(Amount, Head("pay.amount") + values);

        Without(law.Errors(), Amount).Select(e => e[(e.IndexOf(':') + 2)..]).ShouldBe(told.Split('|'));
    }

    [Theory]
    [InlineData("kind: decree", "kind: ukase", "“kind: ukase” không hợp lệ; cần một trong: law, code, ordinance, resolution, decree, decision, circular, joint-circular, notice.")]
    [InlineData("ceases: 2030-01-01", "ceases: 2020-01-01", "Ngày hết hiệu lực phải sau ngày có hiệu lực.")]
    [InlineData("issued: 2019-12-01", "issued: long ago", "“issued: long ago” không hợp lệ; cần một ngày dạng 2026-07-01.")]
    [InlineData("number: 1/2020/NĐ-CP", "number: 3/2020/NĐ-CP", "Tệp của văn bản 3/2020/NĐ-CP phải mang tên 3-2020-ND-CP.yaml.")]
    [InlineData("title: Quy định mức thử\n", "", "Thiếu khóa “title”.")]
    [InlineData("issuer: Chính phủ\n", "", "Thiếu khóa “issuer”.")]
    [InlineData("inForce: 2020-01-01\n", "", "Thiếu khóa “inForce”.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\nrelations: [{ kind: amends, target: 9/2020/NĐ-CP }]", "Văn bản “9/2020/NĐ-CP” không có trong law/instruments.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\nrelations: [{ kind: amends, target: 1/2020/NĐ-CP }]", "Văn bản không thể tác động lên chính nó.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\nrelations: [{ kind: eats, target: 2/2021/NQ-HĐND }]", "“kind: eats” không hợp lệ; cần một trong: amends, replaces, repeals, suspends, details.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\nrelations: [{ kind: replaces, target: 2/2021/NQ-HĐND }]", "Nghị quyết 2/2021/NQ-HĐND bị thay thế toàn bộ nên phải có ngày hết hiệu lực (“ceases”).")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\nrelations: [{ kind: amends, target: 2/2021/NQ-HĐND, by: me }]", "Khóa “by” không có trong quy cách.")]
    [InlineData("checked: 2026-11-01", "checked: 2026-11-01\ncolour: red", "Khóa “colour” không có trong quy cách.")]
    public void A_mistake_in_an_instrument_is_told(string old, string with, string told)
    {
        using var law = new SmallLaw();
        const string sound = """
            number: 1/2020/NĐ-CP
            title: Quy định mức thử
            kind: decree
            issuer: Chính phủ
            issued: 2019-12-01
            inForce: 2020-01-01
            ceases: 2030-01-01
            status: text-read
            checked: 2026-11-01
            """;
        sound.ShouldContain(old);

        Without(law.With(National, sound.Replace(old, with)).Errors(), National).Select(e => e[(e.IndexOf(':') + 2)..]).ShouldBe([told]);
    }

    [Theory]
    [InlineData("amends", null)]
    [InlineData("replaces", "note: Điều 2")]
    [InlineData("suspends", null)]
    [InlineData("repeals", null)]
    public void An_instrument_of_the_province_only_details_one_of_the_nation(string kind, string? note)
    {
        string Relation(string k) => $"number: 2/2021/NQ-HĐND\ntitle: a\nkind: resolution\nissuer: b\nscope: province\nissued: unknown\ninForce: 2021-01-01\nstatus: text-read\nchecked: 2026-11-01\n"
            + $"relations: [{{ kind: {k}, target: 1/2020/NĐ-CP{(note is null ? "" : ", " + note)} }}]";
        using var law = new SmallLaw();

        law.With(Local, Relation(kind)).Errors().ShouldBe([$"{Local}:10: Văn bản của tỉnh không thể sửa đổi, thay thế, bãi bỏ hay ngưng hiệu lực Nghị định 1/2020/NĐ-CP."]);
        law.With(Local, Relation("details")).Errors().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("table: A1, months: 36 }", "table: A1 }", "Thiếu khóa “months”.")]
    [InlineData("months: 36", "months: -1", "“months: -1” không hợp lệ; cần số tháng nguyên.")]
    [InlineData("table: A1,", "table: A 1,", "“table: A 1” không hợp lệ; cần mã không có dấu cách.")]
    [InlineData("rate: 2.5%", "rate: 2.555%", "“rate: 2.555%” không hợp lệ; cần tỷ lệ có dấu phần trăm (25%, 2.5%).")]
    [InlineData("factor: 3.00", "factor: 3", "“factor: 3” không hợp lệ; cần hệ số viết đủ hai chữ số thập phân (4.98).")]
    [InlineData("born: 1964-10", "born: 1964", "“born: 1964” không hợp lệ; cần tháng dạng 1964-10.")]
    [InlineData("born: 1964-10", "born: 1964-10-01", "“born: 1964-10-01” không hợp lệ; cần tháng dạng 1964-10.")]
    [InlineData("people: 7", "people: 7.0", "“people: 7.0” không hợp lệ; cần số nguyên.")]
    [InlineData("sum: 5", "sum: 5đ", "“sum: 5đ” không hợp lệ; cần số tiền nguyên bằng đồng, chỉ gồm chữ số (2530000).")]
    [InlineData("note: chữ", "note: \"\"", "“note” phải là một chuỗi không rỗng.")]
    [InlineData("table: B,", "table: A1,", "Dòng “A1” trùng với một dòng khác trong cùng thời gian.")]
    [InlineData("table: B,", "table: B, from: 2019-12-31,", "Thời gian của dòng không nằm trong thời gian của bảng.")]
    [InlineData("table: B,", "table: B, from: 2030-01-01,", "Thời gian của dòng không nằm trong thời gian của bảng.")]
    [InlineData("table: B,", "table: B, until: 2030-01-01,", "Thời gian của dòng không nằm trong thời gian của bảng.")]
    [InlineData("table: B,", "table: B, until: 2019-12-31,", "Thời gian của dòng không nằm trong thời gian của bảng.")]
    [InlineData("table: B,", "table: B, from: 2021-01-02, until: 2021-01-01,", "Thời gian của dòng không nằm trong thời gian của bảng.")]
    [InlineData("table: B,", "table: B, colour: red,", "Khóa “colour” không có trong quy cách.")]
    [InlineData("name: note, kind: text", "name: source, kind: text", "Tên cột “source” bị lặp hoặc đã dành riêng.|Khóa “rows” không có trong quy cách.")]
    [InlineData("name: note, kind: text", "name: table, kind: text", "Tên cột “table” bị lặp hoặc đã dành riêng.|Khóa “rows” không có trong quy cách.")]
    [InlineData("name: note, kind: text", "name: note, kind: prose", "“kind: prose” không hợp lệ; cần một trong: money, coefficient, ratio, integer, months, text, code, month.|Khóa “rows” không có trong quy cách.")]
    [InlineData("note, kind: text, optional: true", "note, kind: text, optional: maybe", "“optional: maybe” không hợp lệ; cần một trong: true, false.|Thiếu khóa “note”.")]
    [InlineData("key: true", "key: true, wide: true", "Khóa “wide” không có trong quy cách.")]
    public void A_mistake_in_a_table_is_told(string old, string with, string told)
    {
        Table.ShouldContain(old);
        using var law = new SmallLaw();
        law.With("parameters/pay/rates.yaml", Table).Errors().ShouldBeEmpty();

        Without(law.With("parameters/pay/rates.yaml", Table.Replace(old, with)).Errors(), "parameters/pay/rates.yaml").Select(e => e[(e.IndexOf(':') + 2)..]).ShouldBe(told.Split('|'));
    }

    [Theory]
    [InlineData("table: A1, months: 36 }", "table: B, until: 2020-12-31, months: 36 }", "table: B,", "table: B, from: 2021-01-01,")]
    [InlineData("table: B,", "table: B, from: 2020-01-01, until: 2029-12-31,", "months: 36", "months: 0")]
    public void What_lies_just_within_the_limits_is_taken(string old, string with, string second, string secondWith)
    {
        using var law = new SmallLaw().With("parameters/pay/rates.yaml", Table.Replace(second, secondWith).Replace(old, with));

        law.Errors().ShouldBeEmpty();
    }

    [Fact]
    public void A_table_needs_a_row_and_a_list_an_item_and_a_procedure_a_step()
    {
        using var law = new SmallLaw();
        law.With("parameters/pay/rates.yaml", Table[..Table.IndexOf("    rows:")] + "    rows: []\n" + End)
            .With("codelists/small.yaml", Head("codelist.small", "codelist", "") + "values:\n  - { from: 2020-01-01, source: { instrument: 1/2020/NĐ-CP, article: Điều 1 }, status: text-read, items: [] }\n" + End)
            .With("procedures/small.yaml", Head("procedure.small", "procedure", "") + "values:\n  - { from: 2020-01-01, source: { instrument: 1/2020/NĐ-CP, article: Điều 1 }, status: text-read, steps: [] }\n" + End);

        law.Errors().Select(e => e[(e.LastIndexOf(": ") + 2)..]).ShouldBe(["Danh mục phải có ít nhất một mục.", "Bảng phải có ít nhất một dòng.", "Quy trình phải có ít nhất một bước."]);
    }

    [Theory]
    [InlineData("{ code: a, name: A }, { code: a, name: B }", "Mã “a” bị lặp.")]
    [InlineData("{ code: a b, name: A }", "“code: a b” không hợp lệ; cần mã không có dấu cách.")]
    [InlineData("{ code: a, name: A, level: -1 }", "“level: -1” không hợp lệ; cần số nguyên.")]
    [InlineData("{ code: a, name: A, from: 2021-01-02, until: 2021-01-01 }", "Ngày cuối trước ngày đầu.")]
    [InlineData("{ code: a }", "Thiếu khóa “name”.")]
    [InlineData("{ name: A }", "Thiếu khóa “code”.")]
    [InlineData("5", "Chỗ này phải là một nhóm “khóa: giá trị”.")]
    [InlineData("{ code: a, name: A, wide: 1 }", "Khóa “wide” không có trong quy cách.")]
    [InlineData("{ code: a, name: A, level: 0, from: 2021-01-01, until: 2021-01-01 }", null)]
    public void A_mistake_in_a_code_list_is_told(string items, string? told)
    {
        using var law = new SmallLaw().With("codelists/small.yaml", Head("codelist.small", "codelist", "")
            + $"values:\n  - {{ from: 2020-01-01, source: {{ instrument: 1/2020/NĐ-CP, article: Điều 1 }}, status: text-read, items: [{items}] }}\n" + End);

        law.Errors().Select(e => e[(e.IndexOf(": ") + 2)..]).ShouldBe(told is null ? [] : [told]);
    }

    [Theory]
    [InlineData("parameters/pay.txt", "Tệp nằm ngoài cấu trúc của thư mục law.")]
    [InlineData("codelists/a/b.yaml", "Tệp nằm ngoài cấu trúc của thư mục law.")]
    [InlineData("procedures/x.yml", "Tệp nằm ngoài cấu trúc của thư mục law.")]
    public void A_file_that_belongs_nowhere_is_told(string file, string told)
    {
        using var law = new SmallLaw().With(file, "x").With("vectors/any.txt", "x");

        law.Errors().ShouldBe([$"{file}:1: {told}"]);
    }

    [Theory]
    [InlineData("may: replaces", "700", null)]
    [InlineData("may: raises", "500", null)]
    [InlineData("may: raises", "499", "Điều 1, Nghị định 1/2020/NĐ-CP: tỉnh chỉ được quy định bằng hoặc cao hơn mức chung 500.")]
    [InlineData("may: lowers", "500", null)]
    [InlineData("may: lowers", "501", "Điều 1, Nghị định 1/2020/NĐ-CP: tỉnh chỉ được quy định bằng hoặc thấp hơn mức chung 500.")]
    [InlineData("may: ignores", "500", "“may: ignores” không hợp lệ; cần một trong: replaces, raises, lowers.|Giá trị của tỉnh trùng thời gian với giá trị chung từ 2020-01-01; tệp của tham số phải có “localRule” nêu điều khoản cho phép tỉnh quy định.")]
    public void The_province_keeps_to_what_the_nation_lets(string may, string value, string? told)
    {
        using var law = new SmallLaw().WithAmount(Value("2020-01-01", "500") + OfTheProvince("2022-01-01", value, "2022-12-31") + End,
            $"localRule: {{ {may}, source: {{ instrument: 1/2020/NĐ-CP, article: Điều 1 }}, status: text-read }}\n");

        var loaded = law.Load(out var errors);

        errors.Select(e => e[(e.IndexOf(": ") + 2)..]).ShouldBe(told is null ? [] : told.Split('|'));
        if (told is null)
        {
            var values = loaded.Parameters["pay.amount"].Values;
            values.Values.Select(v => (v.From, v.Until, v.Scope)).ShouldBe(
            [
                (Day("2020-01-01"), Day("2022-01-01"), LawScope.National), (Day("2022-01-01"), Day("2023-01-01"), LawScope.Province), (Day("2023-01-01"), Day("2030-01-01"), LawScope.National),
            ]);
            values.At(Day("2022-12-31")).Value.ShouldBe(long.Parse(value));
        }
    }

    [Theory]
    [InlineData("2021-12-31", "Ngày cuối phải từ ngày đầu trở đi và trước giá trị tiếp theo của tỉnh.")]
    [InlineData("2022-01-01", null)]
    public void A_value_of_the_province_ends_no_sooner_than_it_begins(string until, string? told)
    {
        using var law = new SmallLaw().WithAmount(OfTheProvince("2022-01-01", "5", until));

        law.Errors().Select(e => e[(e.IndexOf(": ") + 2)..]).ShouldBe(told is null ? [] : [told]);
    }

    private const string End = "  - { from: 2030-01-01, gap: hết hiệu lực }\n";

    private static readonly string Table = Head("pay.rates", "table", "") + """
        columns:
          - { name: table, kind: code, key: true }
          - { name: months, kind: months }
          - { name: rate, kind: ratio, optional: true }
          - { name: factor, kind: coefficient, optional: false }
          - { name: born, kind: month, optional: true }
          - { name: people, kind: integer, optional: true }
          - { name: sum, kind: money, optional: true }
          - { name: note, kind: text, optional: true }
        values:
          - from: 2020-01-01
            source: { instrument: 1/2020/NĐ-CP, article: Điều 1 }
            status: text-read
            rows:
              - { factor: 0.50, table: A1, months: 36 }
              - { table: B, months: 24, rate: 2.5%, factor: 3.00, born: 1964-10, people: 7, sum: 5, note: chữ }

        """ + End;

    private static string OfTheProvince(string from, string value, string until) =>
        $"  - from: {from}\n    scope: province\n    until: {until}\n    value: {value}\n    source: {{ instrument: 2/2021/NQ-HĐND, article: Điều 2 }}\n    status: text-read\n";

    private static IEnumerable<string> Without(IEnumerable<string> errors, string file) => errors.Select(e =>
    {
        e.ShouldStartWith(file + ":");
        return e[(file.Length + 1)..];
    });
}
