using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Legislation.Work;

/// <summary>Payload of the job.</summary>
internal sealed record ImpactOrder(Guid RunId);

/// <summary>Computes a preview for the whole province: every source that the parameter concerns, one after the other, lines copied as they come.</summary>
internal sealed class ImpactJob(CongVuDb db, NpgsqlDataSource source, ChangeStore store, LawInUse law, IEnumerable<ImpactSource> sources, TimeProvider clock) : JobHandler
{
    public const string JobKind = "legislation.impact";

    public override string Kind => JobKind;

    public override TimeSpan Lease => TimeSpan.FromMinutes(5);

    public override int MaxAttempts => 3;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var run = await db.Set<ImpactRun>().SingleAsync(r => r.Id == job.Payload<ImpactOrder>().RunId, ct);
        var question = await QuestionAsync(run, ct);
        var concerned = sources.Where(s => s.Concerns(run.ParameterKey)).ToList();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var table in (string[])["impact_line", "impact_part"]) // a try before this one may have got halfway
        {
            await using var clear = new NpgsqlCommand($"delete from legislation.{table} where run_id = $1", connection) { Parameters = { new() { Value = run.Id } } };
            await clear.ExecuteNonQueryAsync(ct);
        }
        var parts = new List<ImpactPart>();
        for (var i = 0; i < concerned.Count; i++) parts.Add(await RunOneAsync(concerned[i], i, concerned.Count, run.Id, question, connection, job, ct));
        await transaction.CommitAsync(ct);
        db.AddRange(parts);
        run.FinishedAt = clock.UtcNow();
        await db.SaveChangesAsync(ct);
    }

    private async Task<ImpactQuestion> QuestionAsync(ImpactRun run, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        if (run.ChangeId is not { } change) return new ImpactQuestion(run.ParameterKey, run.FromDay, law.Current, run.FromDay.AddDays(-1), law.Current, today);
        var state = await store.GetAsync(change, ct);
        return state.State == ChangeState.Approved
            ? new ImpactQuestion(run.ParameterKey, run.FromDay, law.Without(change), run.FromDay, law.Current, today)
            : new ImpactQuestion(run.ParameterKey, run.FromDay, law.Current, run.FromDay, law.With(Composition.Of(await store.ItemsAsync(change, ct)).Documents), today);
    }

    private static async Task<ImpactPart> RunOneAsync(ImpactSource one, int index, int count, Guid run, ImpactQuestion question, NpgsqlConnection connection, JobContext job, CancellationToken ct)
    {
        var (looked, lines, told) = (0, 0, 0);
        string? problem = null;
        await using (var copy = await connection.BeginBinaryImportAsync("copy legislation.impact_line(run_id, code, ord, subject_id, subject, sort_key, href, unit_id, unit_name, before_text, after_text, before_amount, after_amount, problem) from stdin (format binary)", ct))
        {
            try
            {
                await foreach (var line in one.RunAsync(question, n => looked = n, ct))
                {
                    await WriteAsync(copy, run, one.Code, ++lines, line, ct);
                    if (looked - told < 5000) continue;
                    told = looked;
                    await job.ReportAsync(Math.Min(99, (100 * index / count) + 1 + Math.Min(90 / count, looked / 2000)), $"{one.Title}: đã so sánh {VnFormat.Count(looked)} trường hợp", ct);
                }
            }
            catch (OutsideCoverageException outside) { problem = outside.Message; }
            await copy.CompleteAsync(ct);
        }
        return new ImpactPart { RunId = run, Code = one.Code, Title = one.Title, LookedAt = looked, Problem = problem };
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Guid run, string code, int ord, ImpactLine line, CancellationToken ct)
    {
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(run, ct);
        await copy.WriteAsync(code, ct);
        await copy.WriteAsync(ord, ct);
        await OrNull(line.SubjectId);
        await copy.WriteAsync(line.Subject, ct);
        await copy.WriteAsync(line.SortKey, ct);
        await (line.Href is { } href ? copy.WriteAsync(href, ct) : copy.WriteNullAsync(ct));
        await OrNull(line.UnitId);
        await copy.WriteAsync(line.UnitName, ct);
        await copy.WriteAsync(line.Before, ct);
        await copy.WriteAsync(line.After, ct);
        await OrNull(line.BeforeAmount);
        await OrNull(line.AfterAmount);
        await (line.Problem is { } problem ? copy.WriteAsync(problem, ct) : copy.WriteNullAsync(ct));

        Task OrNull<T>(T? value) where T : struct => value is { } known ? copy.WriteAsync(known, ct) : copy.WriteNullAsync(ct);
    }
}
