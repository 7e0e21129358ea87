using CongVu.Platform.Security;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Tests.Tracking;

/// <summary>The plan of the practice province. A database of its own: it loads only where no plan is.</summary>
public sealed class SamplePlanTests(ReformOffice office) : IClassFixture<ReformOffice>
{
    [Fact]
    public void The_word_file_says_what_its_text_says()
    {
        var (word, text) = (Read("docx"), Read("md"));
        word.Groups.Count.ShouldBe(7);
        word.Tasks.Count.ShouldBe(21);
        word.Targets.Count.ShouldBe(4);
        word.NotUnderstood.ShouldBeEmpty();
        Words(word).ShouldBe(Words(text));
    }

    [Fact]
    public async Task It_starts_under_way_with_a_past_and_every_light_is_on()
    {
        await using var desk = await office.OfficerAsync();
        (await desk.Get<ReformPractice>().LoadSampleAsync(default)).ShouldBeTrue();
        (await desk.Get<ReformPractice>().LoadSampleAsync(default)).ShouldBeFalse();
        var plan = (await desk.Get<Data.Tracking>().PlansAsync(PlanStatus.Active, new(2026, 6, 15), default)).ShouldHaveSingleItem();
        plan.Lights[TaskColour.OnTime].ShouldBeGreaterThan(0);
        plan.Progress.ShouldBeGreaterThan(0);
        (await desk.Db.Set<Difficulty>().CountAsync(d => d.AnsweredAt == null)).ShouldBeGreaterThan(0);
        (await desk.Db.Set<Target>().CountAsync(t => t.IndicatorKey != null)).ShouldBe(4);
        desk.Get<Gate>().May(ReformPermissions.Manage).ShouldBeTrue();
    }

    private static PlanReadResult Read(string extension)
    {
        using var file = File.OpenRead(Path.Combine(Samples(), "ke-hoach-cai-cach-cong-vu-2026-2030." + extension));
        return PlanReader.Read(file, "ke-hoach." + extension);
    }

    private static string Words(PlanReadResult plan) => string.Join('\n', plan.Tasks.Select(t =>
        $"{t.Group}/{t.Code} {t.Title} | {string.Join(';', t.Products.Select(p => $"{p.Text} | {string.Join(';', p.Lead.Select(u => u.Text))} | {string.Join(';', p.Support.Select(u => u.Text))} | {p.Schedule.Kind} {p.Schedule.From} {p.Schedule.To} {p.Schedule.MinPerYear}"))}"))
        + string.Join('\n', plan.Targets.Select(t => $"{t.Text} {t.Value} {t.By}"));

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "samples"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "samples");
    }
}
