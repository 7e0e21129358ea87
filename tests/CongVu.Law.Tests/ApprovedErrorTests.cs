using CongVu.Law.Vectors;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Everything that can be wrong with vectors, and with the real law where rules read it, told at its place.</summary>
public class ApprovedErrorTests
{
    [Fact]
    public void What_is_wrong_with_a_vector_is_told_as_approved()
    {
        string[] bodies =
        [
            "input: 5", "input: \"\", expect: { amount: 2530000 }", "name: 5", "expect: [1]", "expect: { amount: [1] }", "expect: { amount: 2530001, sum: 3 }",
            "area: calendar.deadline, input: { from: x, count: -1.5, unit: moon }",
            "area: calendar.deadline, input: { from: 2026-08-01, count: -3, unit: day, colour: red }, expect: { due: 2026-07-29 }",
            "area: pay.monthly, input: { category: cong-chuc, table: A1, step: 1, overScalePercent: x, postCoefficient: y }",
            "area: pay.monthly, input: { category: cong-chuc, table: A1, step: 1 }, expect: { total: 7400250.0 }",
            "area: pay.next-step-date, input: { category: nobody, table: A1, step: -1, since: 2024-13-01, disciplines: 5, notCompletedYears: [24, x, 20245], notCountedMonths: x }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 1, since: 2024-01-01, disciplines: [5, { form: x }, { form: warning, date: 2025-01-01, by: me }] }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 9, since: 2024-01-01 }, expect: { error: invalid-case }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 9, since: 2024-01-01 }, expect: { error: outside-coverage }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 9, since: 2024-01-01 }, expect: { error: invalid-case, date: 2024-01-01 }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 1, since: 9999-01-01 }, expect: { error: invalid-case }",
            "area: pay.next-step-date, input: { category: cong-chuc, table: A1, step: 1, since: 9999-01-01 }, expect: { date: 2024-01-01 }",
            "area: severance.immediate, input: { reason: whim, category: cong-chuc, currentPay: -1, averagePay: x, insuranceMonths: 1 }",
            "area: severance.immediate, input: { reason: downsizing, category: cong-chuc, currentPay: 9223372036854775807, insuranceMonths: 100 }, expect: { error: invalid-case }",
            "area: severance.immediate, input: { reason: downsizing, category: cong-chuc, currentPay: 9223372036854775807, insuranceMonths: 100 }, expect: { amount: 1 }",
            "area: severance.early-retirement, input: { reason: reorganisation, currentPay: 20000000, earlyMonths: 44, insuranceMonths: 329, monthsAfterReorganisation: x }",
            "area: severance.commune-part-time, input: { allowance: 3000000, pensioner: maybe }",
            "area: severance.commune-part-time, date: 2025-08-01, input: { allowance: 3000000, pensioner: false }",
            "area: communes.staffing, input: { kind: town, class: IV }",
            "area: retirement.age, input: { sex: x, birth: 64 }",
            "area: pay.early-raise-quota, input: { staff: 999999999999 }",
            "date: 2000-01-01, expect: { error: outside-coverage }", "date: 2000-01-01, expect: { amount: 1 }",
        ];
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", string.Join('\n', bodies.Select((b, i) => "- { " + Filled(b, $"ca {i + 1:00}") + " }")));
        folder.Write("b.yml", "- { name: tệp .yml, area: pay.base-salary, date: 2026-07-01, expect: { amount: 2530000 } }");
        folder.Write("c.txt", "- không đọc");
        folder.Write("d.yaml", "a: 1");
        folder.Write("e.yaml", "");
        folder.Write("f.yaml", "- 5\n- { name: a, area: b }\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "g.yaml"), [0x6B, 0xFF, 0xFE]);

        var report = new VectorRunner(Book).Run(folder.Path);

        var (all, brief) = (new StringWriter(), new StringWriter());
        report.WriteTo(all);
        report.WriteTo(brief, failures: false);
        brief.ToString().Trim().ShouldBe(report.Summary);
        Approved.ShouldMatch("vector-errors", all + "\n" + string.Join('\n', report.Results.Where(r => r.Outcome == VectorOutcome.Passed).Select(r => $"{r.File}:{r.Line}: {r.Name} [{r.Area}] đạt")));
    }

    [Fact]
    public void A_question_that_cannot_be_read_is_told()
    {
        var runner = new VectorRunner(Book);

        Should.Throw<UnreadableInputException>(() => runner.Answer("pay.nothing", null, "{}")).Message.ShouldBe("Không có lĩnh vực tính toán “pay.nothing”.");
        Should.Throw<UnreadableInputException>(() => runner.Answer("pay.base-salary", null, "")).Message.ShouldBe("Thiếu ngày của trường hợp (date).");
        Should.Throw<UnreadableInputException>(() => runner.Answer("pay.base-salary", Day("2026-07-01"), "{ a: 1, b: 2 }")).Message
            .ShouldBe("Khóa “a” không có trong quy cách. Khóa “b” không có trong quy cách.");
        Should.Throw<UnreadableInputException>(() => runner.Answer("pay.base-salary", Day("2026-07-01"), "- a")).Message.ShouldBe("Dữ liệu vào phải là một nhóm “khóa: giá trị”. ");
        Should.Throw<DirectoryNotFoundException>(() => runner.Run("/không/có")).Message.ShouldBe("Không thấy thư mục “/không/có”.");
    }

    /// <summary>One law broken in many places: every check of the rules over their own tables speaks at once.</summary>
    [Fact]
    public void What_the_rules_find_wrong_in_their_tables_is_told_as_approved()
    {
        using var folder = ScratchFolder.WithTheLaw();
        void Break(string file, string old, string with)
        {
            var path = Path.Combine(folder.Path, file);
            var text = File.ReadAllText(path);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"{file}: {old}");
            File.WriteAllText(path, text[..at] + with + text[(at + old.Length)..]);
        }
        Break("parameters/pay/salary-table-civil-servants.yaml", "last: 4.98", "last: 4.99");
        Break("parameters/pay/salary-table-public-employees.yaml", "group: B", "group: Z");
        Break("parameters/pay/ranks.yaml", "category: civil-servant", "category: robot");
        Break("parameters/pay/civil-service-allowance.yaml", "category: civil-servant", "category: robot");
        Break("parameters/pay/step-raise-extension-discipline.yaml", "form: warning", "form: scolding");
        Break("parameters/pay/step-raise-extension-discipline.yaml", "category: public-employee", "category: robot");
        Break("parameters/severance/grounds.yaml", "no-other-post", "another-post");
        Break("parameters/severance/exclusions.yaml", "under-review", "over-review");
        Break("parameters/retirement/age.yaml", "sex: female", "sex: other");
        Break("parameters/calendar/days-off.yaml", "kind: off", "kind: holiday");

        Approved.ShouldMatch("law-errors", string.Join('\n', Should.Throw<LawDataException>(() => LawBook.Load(folder.Path)).Errors));
    }

    /// <summary>What a body leaves out: a name, an area, a date before its input, an expectation.</summary>
    private static string Filled(string body, string name) => (body.StartsWith("name:") ? "" : $"name: {name}, ") + (body.Contains("area:") ? "" : "area: pay.base-salary, ")
        + (body.Split("input:")[0].Split("expect:")[0].Contains("date:") ? "" : "date: 2026-07-01, ") + body + (body.Contains("expect:") ? "" : ", expect: { amount: 1 }");
}
