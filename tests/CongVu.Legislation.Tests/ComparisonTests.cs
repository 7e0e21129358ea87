using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Legislation.Tests.LegalOffice;

namespace CongVu.Legislation.Tests;

/// <summary>What waits for the legal officer, and what a recorded comparison changes.</summary>
public class ComparisonTests
{
    private const string Key = "pay.base-salary";
    private static readonly DateOnly Value = Day("2023-07-01");

    [Fact]
    public async Task A_recalled_value_waits_until_somebody_finds_it_right()
    {
        await using var office = await OpenAsync();
        var list = new ToDoList(office.Law);
        list.On(Day("2026-11-27"), null).ShouldContain(l => l.Kind == ToDoKind.Recalled && l.Target == Key && l.From == Value && l.Confidence == Confidence.High);
        Note(office).ShouldContain("chưa đối chiếu văn bản");
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        await RecordAsync(office, CheckOutcome.Right);

        list.On(Day("2026-11-27"), null).ShouldNotContain(l => l.Kind == ToDoKind.Recalled && l.Target == Key && l.From == Value);
        list.On(Day("2026-11-27"), before).ShouldContain(l => l.Kind == ToDoKind.Recalled && l.Target == Key && l.From == Value, "as known before, it still waits");
        Note(office).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_found_wrong_says_so_everywhere()
    {
        await using var office = await OpenAsync();
        await RecordAsync(office, CheckOutcome.Wrong);

        new ToDoList(office.Law).On(Day("2026-11-27"), null).ShouldContain(l => l.Kind == ToDoKind.Wrong && l.Target == Key && l.From == Value);
        Note(office).ShouldContain("thấy khác văn bản");
    }

    [Fact]
    public async Task After_twelve_months_a_comparison_is_too_old()
    {
        await using var office = await OpenAsync();
        var parameter = office.Law.Current.Parameters[Key];
        var last = parameter.Values.Values[^1];
        var noted = (last.Parameter.Checked ?? parameter.Checked).AddMonths(12);
        var list = new ToDoList(office.Law);

        list.On(noted, null).ShouldNotContain(l => l.Kind == ToDoKind.Stale && l.Target == Key);
        list.On(noted.AddDays(1), null).ShouldContain(l => l.Kind == ToDoKind.Stale && l.Target == Key && l.From == last.From);
    }

    [Fact]
    public async Task A_hole_is_told_half_a_year_before_it_opens()
    {
        await using var office = await OpenAsync();
        var gap = office.Law.Current.Parameters["calendar.days-off"].Values.Gaps[^1];
        var list = new ToDoList(office.Law);

        list.On(gap.From.AddMonths(-6).AddDays(-1), null).ShouldNotContain(l => l.Kind == ToDoKind.Gap && l.From == gap.From);
        list.On(gap.From.AddMonths(-6), null).ShouldContain(l => l.Kind == ToDoKind.Gap && l.Target == "calendar.days-off" && l.From == gap.From);
    }

    [Fact]
    public async Task Force_of_an_instrument_follows_the_day()
    {
        await using var office = await OpenAsync();
        var book = office.Law.Current;
        var states = new InstrumentStates(book);
        var decree = book.Instruments["73/2024/NĐ-CP"];

        states.On(decree, Day("2024-06-30")).ShouldBe(Force.NotYet);
        states.On(decree, Day("2024-07-01")).ShouldBe(Force.InForce);
        states.On(decree, Day("2026-06-30")).ShouldBe(Force.InForce);
        states.On(decree, Day("2026-07-01")).ShouldBe(Force.Ceased);
    }

    private static Task<bool> RecordAsync(LegalOffice office, CheckOutcome outcome) => office.AsOfficerAsync(async s =>
    {
        await s.GetRequiredService<Comparing>().RecordAsync(CheckKind.Value, Key, Value, outcome, "Công báo số 815", "Điều 3", Day("2026-11-27"), null, default);
        return true;
    });

    // The note beside a result of 2023.
    private static string Note(LegalOffice office)
    {
        var value = office.Law.Current.Pay.BaseSalary.At(Value);
        var helper = new LawNoteTagHelper(office.Law, new FixedClock()) { Model = new Explanation("Lương", ExplainedValue.Money(1)) { Parameters = [ExplainedParameter.Of(value, ExplainedValue.Money(value.Value))] } };
        var output = new TagHelperOutput("law-note", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        return output.Content.GetContent(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 27, 5, 0, 0, TimeSpan.Zero);
    }
}
