using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>The loader against a copy of the real law broken in one place.</summary>
public class LawDataTests
{
    private const string Base = "parameters/pay/base-salary.yaml";
    private const string Tables = "parameters/pay/salary-table-civil-servants.yaml";

    [Theory]
    [InlineData(Base, "value: 2530000", "value: 2530000.5", "số tiền nguyên")]
    [InlineData(Base, "value: 2530000", "value: 2_530_000", "số tiền nguyên")]
    [InlineData(Base, "value: 2530000", "value: 2.53e6", "số tiền nguyên")]
    [InlineData(Base, "value: 2530000", "value: -5", "số tiền nguyên")]
    [InlineData(Base, "value: 2530000", "value: 2530000\n    note: mới", "“note” không có trong quy cách")]
    [InlineData(Base, "value: 2530000", "value: 2530000\n    value: 2530001", "“value” bị lặp")]
    [InlineData(Base, "value: 2530000", "value: &x 2530000", "neo")]
    [InlineData(Base, "instrument: 161/2026/NĐ-CP, ", "instrument: 999/2026/NĐ-CP, ", "“999/2026/NĐ-CP” không có trong law/instruments")]
    [InlineData(Base, "instrument: 161/2026/NĐ-CP, ", "", "“instrument”")]
    [InlineData(Base, "from: 2026-07-01", "from: 2026-06-30", "chỉ áp dụng sớm nhất từ 2026-07-01")]
    [InlineData(Base, "from: 2026-07-01", "from: 2024-07-01", "không sau ngày bắt đầu")]
    [InlineData(Base, "from: 2026-07-01", "from: 2026-02-30", "2026-02-30")]
    [InlineData(Base, "from: 2017-07-01", "from: 2017-07-02", "hết hiệu lực từ 2017-07-01 nhưng giá trị còn áp dụng")]
    [InlineData(Base, "status: secondary", "status: secondary\n    confidence: high", "“confidence” chỉ đi cùng")]
    [InlineData(Base, "status: secondary", "status: recalled", "Thiếu khóa “confidence”")]
    [InlineData(Base, "status: secondary", "status: guessed", "guessed")]
    [InlineData(Base, "kind: money", "kind: float", "float")]
    [InlineData(Base, "key: pay.base-salary", "key: pay.base", "phải chứa tham số “pay.base-salary”")]
    [InlineData(Base, "unit: đồng/tháng", "unit: \"\"", "“unit”")]
    [InlineData(Tables, "first: 2.34,", "first: 2.3,", "hai chữ số thập phân")]
    [InlineData(Tables, "first: 2.34,", "first: 2.340,", "hai chữ số thập phân")]
    [InlineData(Tables, "first: 2.34,", "first: 2.35,", "bậc cuối tính được 4.99, khác 4.98")]
    [InlineData(Tables, "table: A0,", "table: A1,", "trùng với một dòng khác")]
    [InlineData(Tables, "group: B,", "group: D,", "Nhóm “D” không có")]
    [InlineData("parameters/pay/over-scale-first.yaml", "value: 5%", "value: 5", "dấu phần trăm")]
    [InlineData("parameters/pay/ranks.yaml", "code: 02.006, name: Văn thư viên chính, category: civil-servant, table: A2.1", "code: 02.006, name: Văn thư viên chính, category: civil-servant, table: A9", "“A9” không có trong các bảng lương")]
    [InlineData("parameters/pay/step-raise-extension-not-completed.yaml", "from: 2013-09-15\n    value: 6", "from: 2013-09-15\n    value: 6.0", "số tháng nguyên")]
    [InlineData("parameters/retirement/age.yaml", "bornFrom: 1964-10, ", "bornFrom: 1964-11, ", "không nối tiếp dòng trước")]
    [InlineData("parameters/retirement/age.yaml", "bornFrom: 1964-10, ", "bornFrom: 1964-13, ", "tháng dạng 1964-10")]
    [InlineData("codelists/sexes.yaml", "code: female", "code: male", "“male” bị lặp")]
    [InlineData("instruments/66-2013-ND-CP.yaml", "target: 31/2012/NĐ-CP", "target: 32/2012/NĐ-CP", "“32/2012/NĐ-CP” không có trong law/instruments")]
    [InlineData("instruments/66-2013-ND-CP.yaml", "number: 66/2013/NĐ-CP", "number: 67/2013/NĐ-CP", "phải mang tên 67-2013-ND-CP.yaml")]
    [InlineData("instruments/66-2013-ND-CP.yaml", "ceases: 2016-07-15", "ceases: 2013-08-15", "phải sau ngày có hiệu lực")]
    [InlineData("instruments/66-2013-ND-CP.yaml", "title: Quy định", "title: \"Quy định", "YAML không hợp lệ")]
    public void A_broken_figure_is_refused_with_its_file_and_line(string file, string old, string with, string told)
    {
        using var folder = ScratchFolder.WithTheLaw();
        var line = File.ReadAllText(Path.Combine(folder.Path, file)).Split(old)[0].Count(c => c == '\n') + 1;
        folder.Replace(file, old, with);

        var refused = Should.Throw<LawDataException>(() => LawBook.Load(folder.Path));

        var error = refused.Errors.FirstOrDefault(e => e.Message.Contains(told)).ShouldNotBeNull(refused.Message);
        error.Place.File.ShouldBe(file);
        error.Place.Line.ShouldBeInRange(line - 3, line + 5);
        refused.Message.ShouldContain($"{file}:{error.Place.Line}: ");
    }

    [Fact]
    public void What_is_replaced_whole_must_say_when_it_ceased()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Replace("instruments/66-2013-ND-CP.yaml", "ceases: 2016-07-15\n", "");

        var error = Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors.ShouldHaveSingleItem();
        error.Place.File.ShouldBe("instruments/47-2016-ND-CP.yaml");
        error.Message.ShouldBe("Nghị định 66/2013/NĐ-CP bị thay thế toàn bộ nên phải có ngày hết hiệu lực (“ceases”).");
    }

    [Theory]
    [InlineData("parameters/notes.txt", "x")]
    [InlineData("readme.md", "x")]
    [InlineData("instruments/old/1-2020-ND-CP.yaml", "number: 1/2020/NĐ-CP")]
    [InlineData("parameters/base.yaml", "key: base")]
    public void A_file_outside_the_structure_is_an_orphan(string file, string text)
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Write(file, text);

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors.ShouldHaveSingleItem().Place.File.ShouldBe(file);
    }

    [Fact]
    public void Every_mistake_is_told_in_one_run()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Replace(Base, "value: 2530000", "value: nhiều");
        folder.Replace(Tables, "first: 2.34,", "first: 2.3,");
        folder.Write("codelists/empty.yaml", "");

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors.Select(e => e.Place.File)
            .ShouldBe(["codelists/empty.yaml", Base, Tables]);
    }

    [Fact]
    public void A_parameter_the_rules_need_may_not_be_missing()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Delete(Base);

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Message.ShouldContain("pay.base-salary");
    }

    [Fact]
    public void A_declared_gap_loads_and_answers_nothing_for_its_time()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Replace(Base, "  - from: 2026-07-01", "  - from: 2026-06-01\n    gap: đang chờ văn bản\n  - from: 2026-07-01");

        var salary = LawBook.Load(folder.Path).Pay.BaseSalary;

        Should.Throw<OutsideCoverageException>(() => salary.At(Day("2026-06-15"))).Message.ShouldContain("đang chờ văn bản");
        salary.At(Day("2026-05-31")).Value.ShouldBe(2_340_000);
        salary.At(Day("2026-07-01")).Value.ShouldBe(2_530_000);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        using var folder = ScratchFolder.WithTheLaw();
        File.WriteAllBytes(Path.Combine(folder.Path, Base), [0x6B, 0xFF, 0xFE]);

        Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Should.Throw<DirectoryNotFoundException>(() => LawBook.Load("/không/có/thư/mục"));
}
