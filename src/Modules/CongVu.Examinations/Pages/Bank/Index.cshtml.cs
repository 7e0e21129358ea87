using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Bank;

/// <summary>The bank in numbers. Nobody learns a question here.</summary>
[Requires(ExaminationPermissions.BankCode)]
internal sealed class IndexModel(CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    internal sealed record Cell(string Subject, bool IsPractice, string Topic, int Level, int Drafts, int Waiting, int Approved);

    public IReadOnlyList<IGrouping<(string Subject, bool IsPractice), Cell>> Subjects { get; private set; } = [];
    public bool MayWrite => gate.May(ExaminationPermissions.Write) && asOf.IsNow;

    public bool MayJudge => gate.May(ExaminationPermissions.Review) || gate.May(ExaminationPermissions.Approve);

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Bank);
        var rows = await db.Set<BankItem>().AsNoTracking().Where(i => i.State != BankState.Retired)
            .GroupBy(i => new { i.Subject, i.IsPractice, i.Topic, i.Level })
            .Select(g => new Cell(g.Key.Subject, g.Key.IsPractice, g.Key.Topic, g.Key.Level, g.Count(i => i.State == BankState.Draft),
                g.Count(i => i.State == BankState.Submitted || i.State == BankState.Reviewed), g.Count(i => i.State == BankState.Approved || i.State == BankState.Locked)))
            .ToListAsync(ct);
        Subjects = [.. rows.OrderBy(c => c.IsPractice).ThenBy(c => c.Subject, StringComparer.CurrentCulture).ThenBy(c => c.Topic, StringComparer.CurrentCulture).ThenBy(c => c.Level).GroupBy(c => (c.Subject, c.IsPractice))];
    }
}
