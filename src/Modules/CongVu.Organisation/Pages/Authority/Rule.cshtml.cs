using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Who entered a wording, when and why.</summary>
internal sealed record WordingEntry(Guid Id, DateTime At, string? By, string Reason, DateOnly From, DateOnly? Until, string Source, bool Current);

/// <summary>One wording of an authority rule, with all that came before and after it.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class RuleModel(AuthorityRules rules, UnitDirectory units, CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    public AuthorityRule Rule { get; private set; } = null!;
    public UnitTree Tree { get; private set; } = new([]);
    public IReadOnlyList<WordingEntry> Wordings { get; private set; } = [];
    public AuthorityRules Rules => rules;
    public bool Current { get; private set; }
    public bool MayEdit => asOf.IsNow && Current && gate.May(OrganisationPermissions.EditAuthority) && (Rule.Until is null || Rule.Until > asOf.Today);

    /// <summary>Word of <c>BadgeStates</c> for the rule today.</summary>
    public string State => !Current ? "corrected" : Rule.HoldsOn(asOf.Current.ValidOn) ? "effective" : Rule.From > asOf.Current.ValidOn ? "scheduled" : "ended";

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Rule = await rules.FindAsync(id, ct) ?? throw new NotFoundException("Không có quy định phân cấp này.");
        Tree = await units.TreeAsync(new(Rule.HoldsOn(asOf.Current.ValidOn) ? asOf.Current.ValidOn : Rule.From), ct);
        var rows = await db.Set<AuthorityRuleRow>().AsNoTracking().Where(r => r.RuleId == Rule.RuleId).ToListAsync(ct);
        var processes = rows.Select(r => r.ProcessId).Distinct().ToArray();
        var names = await db.Database.SqlQuery<ProcessActor>($"""
            select p.id as "Id", a.display_name as "Name" from platform.process_run p join platform.account a on a.id = p.account_id where p.id = any({processes})
            """).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Wordings = [.. rows.OrderByDescending(r => r.Recorded.LowerBound).ThenByDescending(r => r.Valid.LowerBound)
            .Select(r => new WordingEntry(r.Id, r.Recorded.LowerBound, names.GetValueOrDefault(r.ProcessId), r.Reason, r.Valid.LowerBound, r.Valid.Until(), $"{r.Article} {r.Instrument}", r.Recorded.UpperBoundInfinite))];
        Current = Wordings.Any(w => w.Id == id && w.Current);
    }

    private sealed record ProcessActor(Guid Id, string Name);
}
