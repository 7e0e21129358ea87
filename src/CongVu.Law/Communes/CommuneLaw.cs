namespace CongVu.Law.Communes;

/// <summary>
/// Commune level: numbers of staff (Nghị định 92/2009, 29/2013, 34/2019, 33/2023, to 30/06/2025), funds in multiples of the base salary, titles, concurrent titles.
/// Villages go on under Nghị định 33/2023 and, since 26/05/2026, 185/2026. Pure, immutable, safe to share.
/// </summary>
public sealed class CommuneLaw
{
    private readonly LawBook book;
    private readonly Timeline<LawTable> staffing;
    private readonly Timeline<LawTable> increments;
    private readonly Timeline<LawTable> partTimeFund;
    private readonly Timeline<LawTable> villageFund;
    private readonly Timeline<LawTable> titles;
    private readonly Timeline<LawTable> villageTitles;
    private readonly Timeline<LawTable> villageHead;
    private readonly Timeline<long> baseSalary;

    internal CommuneLaw(LawBook book)
    {
        this.book = book;
        staffing = book.Table("communes.staffing");
        increments = book.Table("communes.staffing-increments");
        partTimeFund = book.Table("communes.part-time-fund");
        villageFund = book.Table("communes.village-fund");
        titles = book.Table("communes.titles");
        villageTitles = book.Table("communes.village-titles");
        villageHead = book.Table("communes.village-head");
        baseSalary = book.Pay.BaseSalary;
        Concurrent = new ConcurrentTitles(book);
    }

    /// <summary>Pay of people who hold several titles, and whether a unit keeps within its fund.</summary>
    public ConcurrentTitles Concurrent { get; }

    /// <summary>How many people a unit may have, increments for population and area included where they are given.</summary>
    /// <exception cref="OutsideCoverageException">No such numbers on that day: before 2010, and since the two-tier local government of 01/07/2025.</exception>
    /// <exception cref="CaseInputException">The class is not 1 to 3, or a norm is missing.</exception>
    public CommuneStaffing Staffing(CommuneUnit unit, DateOnly day)
    {
        var table = staffing.At(day);
        var row = table.Value.Rows.FirstOrDefault(r => r.Text("kind") == unit.Kind.Code() && r.Integer("class") == unit.Class) ?? throw NoClass(unit.Class);
        var more = Increments(unit, day);
        var added = more.Sum(m => m.People);
        var (staff, partTime) = (row.Integer("staff") + added, row.Integer("partTime") + added);
        var source = (int number) => ExplainedParameter.Of(table.Parameter, table.From, row.Source, row.Verification, ExplainedValue.Integer(number));
        Explanation Of(string label, int number, int sum) => new(label, ExplainedValue.Integer(sum))
        {
            Formula = more.Count > 0 ? "Số theo loại đơn vị hành chính + số tăng thêm" : null,
            Inputs = [new("Đơn vị hành chính", ExplainedValue.Text($"{unit.Kind.Vietnamese()} loại {unit.Class}"), "Quyết định phân loại đơn vị hành chính")],
            Parameters = [source(number)],
            Children = [.. more.Select(m => m.Explanation)],
        };
        return new CommuneStaffing(staff, partTime, new Explanation("Số người được bố trí", ExplainedValue.Integer(staff + partTime))
        {
            Formula = "Cán bộ, công chức + người hoạt động không chuyên trách",
            Regime = ExplainedRegime.Of(CommuneRegimes.Communes.Choose(day).Regime, book, day),
            Children =
            [
                Of("Cán bộ, công chức", row.Integer("staff"), staff),
                Of("Người hoạt động không chuyên trách", row.Integer("partTime"), partTime),
            ],
        });
    }

    /// <summary>The monthly fund for allowances of a commune's part-time people.</summary>
    /// <param name="class">1 to 3.</param>
    /// <exception cref="OutsideCoverageException">No such fund on that day: before 25/05/2013, and since 01/07/2025.</exception>
    /// <exception cref="CaseInputException">The class is not 1 to 3.</exception>
    public Fund PartTimeFund(int @class, DateOnly day)
    {
        var table = partTimeFund.At(day);
        var row = table.Value.Rows.FirstOrDefault(r => r.Integer("class") == @class) ?? throw NoClass(@class);
        return FundOf("Quỹ phụ cấp của người hoạt động không chuyên trách cấp xã một tháng", table, row, row.Coefficient("multiple"), day, CommuneRegimes.Communes, [],
            [new("Loại đơn vị hành chính", ExplainedValue.Integer(@class), "Quyết định phân loại đơn vị hành chính")]);
    }

    /// <summary>The monthly fund of a village or residential group.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public Fund VillageFund(Village village, DateOnly day)
    {
        var table = villageFund.At(day);
        var row = table.Value.Rows.First(r => r.Text("kind") == village.Kind.Code());
        var high = village.Households >= row.Integer("largeFrom") || village.SecurityKey || village.BorderOrIsland;
        var why = new List<ExplainedInput>
        {
            new("Số hộ gia đình", ExplainedValue.Integer(village.Households), $"Số liệu của {village.Kind.Vietnamese()}; mức cao từ {row.Integer("largeFrom")} hộ"),
        };
        if (village.SecurityKey)
        {
            why.Add(new("Trọng điểm, phức tạp về an ninh, trật tự", ExplainedValue.Text("có"), "Quyết định của cơ quan có thẩm quyền"));
        }
        if (village.BorderOrIsland)
        {
            why.Add(new("Xã biên giới hoặc hải đảo", ExplainedValue.Text("có"), "Danh mục xã biên giới, hải đảo"));
        }
        return FundOf($"Quỹ phụ cấp ở {village.Kind.Vietnamese()} một tháng", table, row, row.Coefficient(high ? "high" : "normal"), day, CommuneRegimes.OfVillages,
            row.OptionalText("note") is { } note ? [note] : [], why);
    }

    /// <summary>Titles of cadres and civil servants of communes.</summary>
    /// <exception cref="OutsideCoverageException">No such titles on that day.</exception>
    public IReadOnlyList<CommuneTitle> TitlesOn(DateOnly day) =>
        [.. titles.At(day).Value.Rows.Select(r => new CommuneTitle(r.Text("code"), r.Text("name"), r.Text("group") == "cadre"))];

    /// <summary>Titles paid from the fund of a village or residential group.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public IReadOnlyList<VillageTitle> VillageTitlesOn(DateOnly day) => [.. villageTitles.At(day).Value.Rows.Select(r => new VillageTitle(r.Text("code"), r.Text("name")))];

    /// <summary>A rule on village heads in months: <c>age-min</c>, <c>term</c>, <c>term-shift</c>, <c>interim</c>.</summary>
    /// <exception cref="OutsideCoverageException">Before 26/05/2026.</exception>
    public ExplainedParameter VillageHead(string rule, DateOnly day)
    {
        var table = villageHead.At(day);
        var row = table.Value.Rows.FirstOrDefault(r => r.Text("item") == rule) ?? throw new ArgumentException($"No rule “{rule}”.", nameof(rule));
        return ExplainedParameter.Of(table.Parameter, table.From, row.Source, row.Verification, ExplainedValue.Months(row.Integer("months")), row.Text("name"));
    }

    private Fund FundOf(
        string label, Dated<LawTable> table, LawRow row, Coefficient multiple, DateOnly day, RegimeSelector<DateOnly> regimes,
        IReadOnlyList<string> notes, IReadOnlyList<ExplainedInput> inputs)
    {
        var salary = baseSalary.At(day);
        var amount = Money.Times(multiple, salary.Value);
        return new Fund(multiple, amount, new Explanation(label, ExplainedValue.Money(amount))
        {
            Formula = $"{FixedPoint.Shortest(multiple.Hundredths, ',')} × mức lương cơ sở",
            Inputs = inputs,
            Parameters =
            [
                ExplainedParameter.Of(table.Parameter, table.From, row.Source, row.Verification, ExplainedValue.Text($"{FixedPoint.Shortest(multiple.Hundredths, ',')} lần")),
                ExplainedParameter.Of(salary, ExplainedValue.Money(salary.Value)),
            ],
            Notes = notes,
            Regime = ExplainedRegime.Of(regimes.Choose(day).Regime, book, day),
        });
    }

    private List<(int People, Explanation Explanation)> Increments(CommuneUnit unit, DateOnly day)
    {
        var found = new List<(int, Explanation)>();
        if (unit.Population is { } population)
        {
            var measure = unit is { Kind: CommuneKind.Ward, OfUrbanDistrict: true } ? "population-urban-ward" : "population";
            found.Add(Increment("dân số", measure, population, unit.PopulationNorm, "Số liệu dân số ngày 31/12", day));
        }
        if (unit.Area is { } area)
        {
            found.Add(Increment("diện tích", "area", area, unit.AreaNorm, "Số liệu diện tích ngày 31/12", day));
        }
        return found;
    }

    /// <summary>One more for every full part of the norm above the norm; a remainder gives none.</summary>
    private (int, Explanation) Increment(string what, string measure, long size, long? norm, string origin, DateOnly day)
    {
        if (norm is not > 0)
        {
            throw new CaseInputException($"Thiếu quy mô chuẩn về {what}.");
        }
        var table = increments.At(day);
        var row = table.Value.Rows.First(r => r.Text("measure") == measure);
        var people = size <= norm ? 0 : (int)((size - norm.Value) * row.Integer("parts") / norm.Value);
        return (people, new Explanation($"Tăng thêm do {what}", ExplainedValue.Integer(people))
        {
            Formula = $"Phần vượt chuẩn chia cho {row.Text("name").ToLowerInvariant()}, bỏ phần lẻ",
            Inputs =
            [
                new($"Quy mô {what}", ExplainedValue.Integer(checked((int)size)), origin),
                new($"Quy mô {what} chuẩn", ExplainedValue.Integer(checked((int)norm.Value)), "Tiêu chuẩn đơn vị hành chính của Ủy ban Thường vụ Quốc hội"),
            ],
            Parameters = [ExplainedParameter.Of(table.Parameter, table.From, row.Source, row.Verification, ExplainedValue.Text(row.Text("name")))],
        });
    }

    private static CaseInputException NoClass(int value) => new($"Đơn vị hành chính cấp xã chỉ có loại 1, 2 và 3, không có loại {value}.");
}
