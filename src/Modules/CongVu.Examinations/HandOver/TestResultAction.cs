using CongVu.Decisions.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Results;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.HandOver;

/// <summary>Công nhận kết quả sát hạch, thi tuyển: the published result of serving staff enters their record. Nothing of it is typed; it is what the examination says.</summary>
internal sealed class TestResultAction(CongVuDb db, DecisionBases bases, ResultReading results) : PersonnelAction<TestResultAction.Values>
{
    public const string ActionCode = "test-result";

    internal sealed record Values(DateOnly From);

    private Dictionary<(Guid Decision, Guid Person), (Exam Exam, CandidateResult Result)> _results = [];

    public override string Code => ActionCode;
    public override string Name => "Công nhận kết quả sát hạch, thi tuyển";
    public override string About => "Ghi kết quả sát hạch, thi tuyển chức danh lãnh đạo, quản lý đã công bố vào hồ sơ. Lập từ trang kết quả của kỳ thi.";
    public override IReadOnlyList<ActionInput> Inputs { get; } = [ActionInput.From("Ghi vào hồ sơ từ ngày")];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "80/2025/QH15", "129/2025/QH15", "170/2025/NĐ-CP", "22/2025/TT-BNV");

    public override AuthorityQuestion? Authority(ActionCase one) => CommonConditions.Authority(Code, one.Person);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        var ids = cases.Select(c => c.DecisionId).Distinct().ToArray();
        var rows = await (from h in db.Set<ExamHandOver>().AsNoTracking()
                          join c in db.Set<Candidate>().AsNoTracking() on h.CandidateId equals c.Id
                          join e in db.Set<Exam>().AsNoTracking() on h.ExamId equals e.Id
                          where h.Kind == HandOverKind.Record && h.DecisionId != null && ids.Contains(h.DecisionId.Value) && c.PersonId != null
                          select new { Decision = h.DecisionId!.Value, Person = c.PersonId!.Value, h.CandidateId, Exam = e }).ToListAsync(ct);
        _results = [];
        foreach (var exam in rows.GroupBy(r => r.Exam.Id))
        {
            var reached = (await results.ExamAsync(exam.First().Exam, ct)).ToDictionary(r => r.Candidate.Id);
            foreach (var row in exam.Where(r => reached.ContainsKey(r.CandidateId))) _results[(row.Decision, row.Person)] = (row.Exam, reached[row.CandidateId]);
        }
    }

    public override Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(one.Today) });

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) => ValueTask.FromResult(input.Date(ActionInput.FromKey) is { } from ? new Values(from) : null);

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        const string code = "test-result.exam", title = "Có kết quả đã công bố";
        CommonConditions.Employed(one.Case, findings);
        if (Of(one.Case) is not { } found) findings.Blocks(code, title, "Người này không có trong kết quả kỳ thi mà dự thảo được lập từ đó.", null, "Lập dự thảo từ trang kết quả của kỳ thi.");
        else if (found.Exam.State != ExamState.Published || found.Result.Passed is null) findings.Blocks(code, title, $"{found.Exam.Name}: kết quả chưa công bố hoặc đang phúc khảo.", null, "Chờ công bố kết quả cuối cùng.");
        else
        {
            findings.Met(code, title, $"{found.Exam.Name}: {found.Result.Why}.");
            findings.Demand(one.Values.From >= found.Exam.HeldOn, "test-result.day", "Ghi từ sau ngày thi", $"Thi ngày {VnFormat.Date(found.Exam.HeldOn)}, bản soạn ghi từ ngày {VnFormat.Date(one.Values.From)}.", null, "Sửa ngày.", null);
        }
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        if (Of(one.Case) is { Result.Passed: { } passed } found)
            yield return new(one.Values.From, new SetTestResult(found.Exam.Id.ToString(), found.Exam.Name, found.Exam.HeldOn, found.Result.Candidate.Position is { Length: > 0 } position ? position : null, Reached(found.Result), passed));
    }

    protected override string Summarise(ReadCase<Values> one) => Of(one.Case) is { } found ? $"{found.Exam.Name}: {ResultWords.Passed(found.Result.Passed).ToLowerInvariant()}{Points(found.Result)}" : "Không có trong kết quả kỳ thi";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await PrepareAsync(cases, ct);
        var rows = (await ReadAllAsync(cases, ct)).Where(c => c.Case.Person is not null && Of(c.Case) is not null).Select(c => (c.Case, c.Values.From, Found: Of(c.Case)!.Value)).ToList();
        var exam = rows.Count > 0 ? rows[0].Found.Exam.Name : "kỳ thi";
        var word = PaperPhrases.StaffWord(rows.Select(r => r.Case.ThePerson));
        return new DecisionText
        {
            Subject = $"Về việc công nhận kết quả {exam}", Bases = BasesOn(day), CarriedOutBy = PaperPhrases.HeadsOf(rows.Select(r => r.Case)),
            Articles =
            [
                PaperPhrases.Article(1, $"Công nhận kết quả {exam} của {rows.Count} {word} (có danh sách kèm theo)."),
                PaperPhrases.Article(2, "Kết quả được ghi vào hồ sơ của từng người theo danh sách kèm theo."),
            ],
            List = new Annex
            {
                Title = $"Danh sách kết quả {exam}",
                Body =
                [
                    new BodyBlock.Table(new PrintTable
                    {
                        FontSize = 11, Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Chức vụ, đơn vị", 2.4), new("Điểm", 0.8, CellAlignment.Right), new("Kết quả", 1, CellAlignment.Center)],
                        Rows = [.. rows.Select((r, i) => PrintRow.Of($"{i + 1}", r.Case.ThePerson.FullName, VnFormat.Date(r.Case.ThePerson.BirthDate), PaperPhrases.Role(r.Case), ExamWords.Points(Reached(r.Found.Result)), ResultWords.Passed(r.Found.Result.Passed)))],
                    }),
                ],
            },
        };
    }

    private (Exam Exam, CandidateResult Result)? Of(ActionCase one) => _results.TryGetValue((one.DecisionId, one.SubjectId), out var found) ? found : null;

    // Who did not pass has no total; the paper's own points are what was reached.
    private static int? Reached(CandidateResult result) => result.Total ?? (result.Papers.Count > 0 ? result.Papers[^1].Scaled : null);

    private static string Points(CandidateResult result) => Reached(result) is { } points ? $", {ExamWords.Points(points)} điểm" : "";
}
