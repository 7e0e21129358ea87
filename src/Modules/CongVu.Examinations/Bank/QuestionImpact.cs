using System.Runtime.CompilerServices;
using CongVu.Examinations.Data;
using CongVu.Legislation.Contracts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Bank;

/// <summary>Which questions a change of the law will freeze. Names them by code and subject only: what they ask is nobody's to read here.</summary>
internal sealed class QuestionImpact(CongVuDb db) : ImpactSource
{
    public override string Code => "exam-questions";

    public override string Title => "Câu hỏi thi tạm dừng để rà lại";

    /// <summary>A question may ask about any figure of the law.</summary>
    public override bool Concerns(string key) => true;

    public override async IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, [EnumeratorCancellation] CancellationToken ct)
    {
        var before = LawTouches.Of(question.Before);
        // Another law: all that it brings. The same law: what the figure changes on its day.
        var touches = LawTouches.Of(question.After).SelectMany(t => t)
            .Where(t => ReferenceEquals(question.Before, question.After) ? t.Key == question.Key && t.From == question.From : !before[t.Instrument].Contains(t)).ToLookup(t => t.Instrument);
        var looked = 0;
        await foreach (var item in db.Set<BankItem>().AsNoTracking().Where(i => i.State != BankState.Draft && i.State != BankState.Retired).OrderBy(i => i.Subject).ThenBy(i => i.Code).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (++looked % 1000 == 0) lookedAt(looked);
            if (LawStanding.Concerning(touches, item.LawCited).Select(t => t.Words).Distinct().ToList() is { Count: > 0 } words)
                yield return new ImpactLine(item.Id, "Câu " + item.Code, $"{item.Subject}\t{item.Code}", null, null, "Môn " + item.Subject, BankWords.State(item.State).Word, (item.State == BankState.Locked ? "Không vào thêm ca thi nào: " : "Tạm dừng: ") + string.Join("; ", words));
        }
        lookedAt(looked);
    }
}
