using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>The project's own data, looked at as a legal officer would.</summary>
public partial class LawRegisterTests
{
    [Fact]
    public void An_instrument_knows_when_it_is_in_force_and_what_it_replaces()
    {
        var decree = Book.Instruments["73/2024/NĐ-CP"];

        decree.ShortName.ShouldBe("Nghị định 73/2024/NĐ-CP");
        decree.IsInForce(Day("2024-06-30")).ShouldBeFalse();
        decree.IsInForce(Day("2024-07-01")).ShouldBeTrue();
        decree.IsInForce(Day("2026-06-30")).ShouldBeTrue();
        decree.IsInForce(Day("2026-07-01")).ShouldBeFalse();
        decree.Relations.ShouldHaveSingleItem().ShouldBe(new InstrumentRelation(RelationKind.Replaces, "24/2023/NĐ-CP", null, null));
        Book.Instruments["161/2026/NĐ-CP"].Issued.ShouldBeNull();
    }

    [Fact]
    public void Every_value_says_where_it_stands_and_how_well_it_is_known()
    {
        foreach (var parameter in Book.Parameters.Values)
        {
            foreach (var value in parameter.Values.Values)
            {
                Book.Instruments.ContainsKey(value.Source.Instrument).ShouldBeTrue();
                value.Source.Text.ShouldEndWith(value.Source.Instrument);
                (value.Verification.Confidence is null).ShouldBe(value.Verification.Status != VerificationStatus.Recalled);
            }
        }
    }

    [Fact]
    public void No_parameter_lies_unused()
    {
        var sources = Path.Combine(Repository.Root, "src");
        var code = string.Concat(Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/")).Select(File.ReadAllText));

        // Procedures and code lists are shown whole, whatever their key.
        Book.Parameters.Keys.Where(k => !k.StartsWith("codelist.") && !k.StartsWith("procedure.") && !code.Contains($"\"{k}\"")).ShouldBeEmpty();
    }

    [Fact]
    public void No_rule_asks_for_a_parameter_that_is_not_there()
    {
        var asked = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/"))
            .SelectMany(f => Asking().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Kind: m.Groups[1].Value, Key: m.Groups[2].Value)))
            .Select(a => (a.File, Key: a.Kind switch { "CodeList" => "codelist." + a.Key, "Procedure" => "procedure." + a.Key, _ => a.Key }))
            .ToList();

        asked.Count.ShouldBeGreaterThan(15);
        asked.Where(a => !Book.Parameters.ContainsKey(a.Key)).ShouldBeEmpty();
    }

    [System.Text.RegularExpressions.GeneratedRegex("""(?:book|law|_law)\.(Money|Coefficient|Ratio|Integer|Months|Table|CodeList|Procedure)\("([^"]+)"\)""", System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex Asking();

    [Fact]
    public void Vietnam_has_fifty_four_peoples_and_ladders_have_levels()
    {
        var peoples = Book.CodeList("ethnicities").At(Day("2026-01-01")).Value;
        peoples.Items.Count.ShouldBe(54);
        peoples.Find("01")!.Name.ShouldBe("Kinh");
        peoples.Find("54")!.Name.ShouldBe("Rơ-măm");
        peoples.Find("55").ShouldBeNull();

        var education = Book.CodeList("education-levels").At(Day("2026-01-01")).Value;
        education.Find("college")!.Level.ShouldBe(3);
        education.Items.Where(i => i.Level >= education.Find("college")!.Level).Select(i => i.Name).ShouldBe(["Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ"]);
        foreach (var list in new[] { "religions", "political-theory-levels", "state-management-levels", "general-education-levels", "sexes", "staff-categories" })
        {
            Book.CodeList(list).At(Day("2026-01-01")).Value.Items.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Code_lists_and_the_categories_of_the_rules_name_the_same_things()
    {
        Book.CodeList("staff-categories").At(Day("2026-01-01")).Value.Items.Select(i => i.Code).ShouldBe(Enum.GetValues<StaffCategory>().Select(c => c.Code()));
        Book.CodeList("sexes").At(Day("2026-01-01")).Value.Items.Select(i => i.Code).ShouldBe(Enum.GetValues<Sex>().Select(s => s.Code()));
    }

    [Fact]
    public void A_rank_leads_to_its_table_and_through_it_to_the_months_of_a_step()
    {
        var specialist = Book.Pay.Ranks.Find("01.003", Day("2026-01-01"))!;

        specialist.Name.ShouldBe("Chuyên viên");
        specialist.Category.ShouldBe(StaffCategory.CivilServant);
        Book.Pay.ScalesOn(Day("2026-01-01")).Find(specialist.Category, specialist.Table).MonthsPerStep.ShouldBe(36);
        specialist.Verification.ToString().ShouldBe("chưa đối chiếu văn bản, độ tin cậy cao");
    }

    [Fact]
    public void A_code_may_mean_another_table_at_another_time()
    {
        Book.Pay.Ranks.Find("01.004", Day("2021-07-31"))!.Table.ShouldBe("B");
        Book.Pay.Ranks.Find("01.004", Day("2021-08-01"))!.Table.ShouldBe("A0");
        Book.Pay.Ranks.Find("01.004", Day("2021-08-01"))!.Allows("B").ShouldBeTrue();
        Book.Pay.Ranks.Find("01.004", Day("2021-08-01"))!.Allows("A1").ShouldBeFalse();
        Book.Pay.Ranks.Find("V.07.02.04", Day("2021-03-20")).ShouldBeNull();
        Book.Pay.Ranks.Find("04.023", Day("2025-08-04"))!.Until.ShouldBe(Day("2025-08-04"));
        Book.Pay.Ranks.Find("04.023", Day("2025-08-05"))!.From.ShouldBe(Day("2025-08-05"));
        Book.Pay.Ranks.On(Day("2025-08-04")).Count(r => r.Code == "04.023").ShouldBe(1);
        Book.Pay.Ranks.On(Day("2025-08-05")).Count(r => r.Code == "04.023").ShouldBe(1);
        Book.Pay.Ranks.On(Day("2021-07-31")).Single(r => r.Code == "01.004").Table.ShouldBe("B");
        Book.Pay.Ranks.On(Day("2021-08-01")).Single(r => r.Code == "01.004").Table.ShouldBe("A0");
        Book.Pay.Ranks.NameOf("V.07.02.04").ShouldBe("Giáo viên mầm non hạng II");
        Book.Pay.Ranks.NameOf("99.999").ShouldBeNull();
        Should.Throw<OutsideCoverageException>(() => Book.Pay.Ranks.On(Day("2004-09-30")));
    }

    [Fact]
    public void Every_rank_can_be_paid_on_its_first_day()
    {
        foreach (var rank in Book.Pay.Ranks.On(Day("2026-11-21")))
        {
            foreach (var table in rank.AlsoTables.Prepend(rank.Table))
            {
                Book.Pay.ScalesOn(rank.From).Find(rank.Category, table).Steps.ShouldBeGreaterThan(1);
            }
        }
    }

    [Theory]
    [InlineData("commune-chair", "2026-01-01", "0,60", "0,70")]
    [InlineData("commune-chair", "2025-12-31", "0,25", "0,25")]
    [InlineData("commune-vice-chair", "2026-01-01", "0,50", "0,60")]
    [InlineData("commune-office-head", "2026-01-01", "0,25", "0,35")]
    [InlineData("commune-office-deputy", "2026-01-01", "0,15", "0,20")]
    [InlineData("department-head", "2020-01-01", "0,90", "1,00")]
    [InlineData("sub-department-division-deputy", "2020-01-01", "0,20", "0,25")]
    [InlineData("district-chair", "2025-06-30", "0,60", "0,80")]
    public void A_post_has_the_allowance_of_its_day(string post, string day, string other, string big)
    {
        Book.Pay.PostAllowance(post, AllowanceArea.Other, Day(day))!.Coefficient.ToString().ShouldBe(other);
        Book.Pay.PostAllowance(post, AllowanceArea.HanoiOrHoChiMinhCity, Day(day))!.Coefficient.ToString().ShouldBe(big);
    }

    [Fact]
    public void Posts_that_are_gone_or_not_yet_there_have_no_allowance()
    {
        Book.Pay.PostAllowance("district-chair", AllowanceArea.Other, Day("2025-07-01")).ShouldBeNull();
        Book.Pay.PostAllowance("commune-office-head", AllowanceArea.Other, Day("2025-12-31")).ShouldBeNull();
        Book.Pay.PostAllowance("nothing", AllowanceArea.Other, Day("2026-01-01")).ShouldBeNull();
        Book.Pay.PostAllowances(AllowanceArea.Other, Day("2026-01-01")).Select(p => p.Post).ShouldBeUnique();
    }
}
