using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using LawBook = CongVu.Law.LawBook;

namespace CongVu.Personnel.Pages.Record;

/// <summary>A person's record as it holds on the day in the header, as known on that day; every opening is logged.</summary>
[Requires("personnel.read", "personnel.own")]
internal sealed class IndexModel(People people, UnitDirectory units, RecordView view, LawBook law, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    /// <summary>What holds.</summary>
    public PersonState State { get; private set; } = null!;

    /// <summary>Sections the actor may see.</summary>
    public IReadOnlyList<RecordSection> Sections { get; private set; } = [];

    /// <summary>History the actor may see.</summary>
    public IReadOnlyList<TimelineEntry> History { get; private set; } = [];

    /// <summary>Unit in words.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>When the next regular raise is due, with the reason; null when it cannot be told.</summary>
    public Law.Explanation? NextRaise { get; private set; }

    /// <summary>Own record.</summary>
    public bool IsOwn => gate.IsSelf(State.PersonId);

    /// <summary>Whether the actor drafts decisions for this unit.</summary>
    public bool MayDraft => asOf.IsNow && !IsOwn && gate.Actor.Grants.Any(g => g.Role is Roles.UnitHr or Roles.HomeAffairs) && State.Employment is not null;

    /// <summary>Whether the actor may open what the person declared.</summary>
    public bool MayOpenDeclarations => IsOwn || State.FileUnitId is { } unit && gate.May(PersonnelPermissions.ReadRequests, unit);

    /// <summary>Name of the person.</summary>
    public string FullName => State.Identity?.Value.FullName ?? "Chưa có họ tên vào ngày này";

    /// <summary>One line: category, unit, post, rank.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Shows a record.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if ((id ?? gate.Actor.PersonId) is not { } personId) throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị cán bộ tổ chức của đơn vị gắn hồ sơ vào tài khoản.");
        var record = await people.RecordAsync(personId, asOf.Current, ct) ?? throw new NotFoundException("Không có hồ sơ này, hoặc bạn không được xem.");
        State = record.State;
        await DemandAsync(personId, ct);
        var tree = await units.TreeAsync(asOf.Current, ct);
        UnitName = State.FileUnitId is { } unit ? tree.FullName(unit) : "";
        Sections = view.Sections(State, tree);
        History = view.History(record);
        Headline = string.Join(" · ", new[] { State.HighestPost is { } post ? LeadershipPosts.Name(post.Fact.Value.PostCode) : State.Employment?.Value.JobTitle, UnitName, State.Rank is { } rank ? $"{view.RankName(rank.Value.RankCode)}, bậc {rank.Value.Step}, hệ số {new Law.Coefficient(rank.Value.Coefficient)}" : null }.Where(t => !string.IsNullOrEmpty(t)));
        NextRaise = Raise();
        await audit.ReadAsync(new AuditLine("personnel.record.read", "person", personId, State.FileUnitId), ct);
        return Page();
    }

    // The answer does not tell whether a person outside the actor's units exists.
    private async Task DemandAsync(Guid personId, CancellationToken ct)
    {
        if (gate.IsSelf(personId)) return;
        var scope = gate.Scope(PersonnelPermissions.Read);
        var today = asOf.IsNow ? State : await people.StateAsync(personId, new AsOf(asOf.Today), ct); // who keeps the file today may also look at its past
        if (scope.IsAll || (today?.FileUnitId ?? State.FileUnitId) is { } unit && scope.Has(unit)) return;
        throw new NotFoundException("Không có hồ sơ này, hoặc bạn không được xem.");
    }

    private Law.Explanation? Raise()
    {
        if (State.Rank is not { } rank || State.Employment is not { } job || Law.StaffCategories.Find(job.Value.Category) is not { } category) return null;
        try { return new RegularStepRaise(law, asOf.Current.ValidOn).Explain(new StepHolding(category, rank.Value.TableCode, rank.Value.Step, rank.Value.StepSince)); }
        catch (Exception e) when (e is Law.OutsideCoverageException or Law.CaseInputException) { return null; }
    }
}
