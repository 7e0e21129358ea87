using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Legislation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using Npgsql;

namespace CongVu.Personnel.Impact;

/// <summary>
/// Monthly pay of everybody employed under two laws: salary by rank and step, leadership allowance, over-scale allowance, phụ cấp công vụ, and other allowances the
/// record keeps as a coefficient. Allowances kept as an amount do not move with the law and are left out of both sides.
/// </summary>
internal sealed class PayrollImpact(StaffToday staff, NpgsqlDataSource source) : ImpactSource
{
    private const string Position = "position";
    private static readonly string[] Keys = ["pay.base-salary", "pay.civil-service-allowance", "pay.leadership-allowance"];

    private readonly record struct Allowances(int Position, int Other);

    public override string Code => "payroll";

    public override string Title => "Tiền lương tháng";

    public override bool Concerns(string key) => Keys.Contains(key) || key.StartsWith("pay.salary-table", StringComparison.Ordinal);

    public override async IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        var before = new Law(question.Before, question.DayBefore, question.Key);
        var after = new Law(question.After, question.From, question.Key);
        var allowances = await AllowancesAsync(question.Today.ValidOn, ct);
        var tree = await staff.UnitsAsync(question.Today, ct);
        var looked = 0;
        await foreach (var person in staff.EmployedAsync(question.Today).WithCancellation(ct))
        {
            if (++looked % 1000 == 0) lookedAt(looked);
            if (LineOf(person, allowances.GetValueOrDefault(person.PersonId), before, after) is { } line) yield return line with { UnitName = StaffToday.Agency(tree, person.UnitId!.Value) };
        }
        lookedAt(looked);
    }

    private static ImpactLine? LineOf(PersonRow person, Allowances allowances, Law before, Law after)
    {
        ImpactLine Line(string was, string becomes, long? from = null, long? to = null, string? problem = null) =>
            new(person.PersonId, person.FullName, person.SortKey, PersonnelLinks.Record(person.PersonId), person.UnitId, "", was, becomes, from, to, problem);
        if (person.TableCode is null || person.Step is null || StaffToday.Category(person) is not { } category) return Line("", "", problem: "Hồ sơ chưa có ngạch, bậc lương");
        try
        {
            var (was, becomes) = (before.Pay(person, category, allowances), after.Pay(person, category, allowances));
            return was == becomes ? null : Line(VnFormat.Money(was), VnFormat.Money(becomes), was, becomes);
        }
        catch (CaseInputException cannot) { return Line("", "", problem: cannot.Message); }
    }

    private async Task<Dictionary<Guid, Allowances>> AllowancesAsync(DateOnly today, CancellationToken ct)
    {
        var found = new Dictionary<Guid, Allowances>();
        await using var ask = source.CreateCommand("select person_id, kind, coefficient from personnel.allowance where upper_inf(recorded) and valid @> $1 and coefficient is not null");
        ask.Parameters.AddWithValue(today);
        await using var row = await ask.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var (person, coefficient, known) = (row.GetGuid(0), row.GetInt32(2), found.GetValueOrDefault(row.GetGuid(0)));
            found[person] = row.GetString(1) == Position ? known with { Position = coefficient } : known with { Other = known.Other + coefficient };
        }
        return found;
    }

    /// <summary>One of the two laws; the post's coefficient is the one decided, unless the question is about that table itself.</summary>
    private sealed class Law(LawBook book, DateOnly day, string key)
    {
        private readonly MonthlyPay pay = new(book, day);
        private readonly long baseSalary = book.Pay.BaseSalary.At(day).Value;
        private readonly Dictionary<string, Coefficient>? posts = key == "pay.leadership-allowance" ? book.Pay.PostAllowances(AllowanceArea.Other, day).ToDictionary(p => p.Post, p => p.Coefficient) : null;

        public long Pay(PersonRow person, StaffCategory category, Allowances allowances)
        {
            var post = posts is not null && person.PostCode is { } code && posts.TryGetValue(code, out var listed) ? listed : new Coefficient(allowances.Position);
            var outcome = pay.Assess(new PayHolding(category, person.TableCode!, person.Step!.Value, Percent.Of(person.OverScalePercent ?? 0), post));
            return outcome.Total + Money.Times(new Coefficient(allowances.Other), baseSalary);
        }
    }
}
