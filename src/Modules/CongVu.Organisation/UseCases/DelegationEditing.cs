using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.UseCases;

/// <summary>What a delegation says, as entered; <see cref="LastDay"/> is inclusive.</summary>
internal sealed record DelegationText(Guid FromUnitId, string FromPost, Guid FromAccountId, Guid ToUnitId, string ToPost, Guid ToAccountId, SignsAs SignsAs,
    IReadOnlyList<string> Actions, DateOnly FirstDay, DateOnly LastDay, string Source);

/// <summary>How an entry of a delegation ended.</summary>
internal abstract record DelegationEntry
{
    public sealed record Entered(Guid Id) : DelegationEntry;

    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : DelegationEntry;
}

/// <summary>Enters delegations to sign and ends them. A delegate never delegates further, and every delegation has a last day.</summary>
internal sealed class DelegationEditing(CongVuDb db, ProcessLog processes, Revisions revisions, UnitDirectory units, AuthorityRules rules, Gate gate)
{
    /// <exception cref="ForbiddenException">The unit that delegates is not in the actor's scope.</exception>
    public async Task<DelegationEntry> EnterAsync(DelegationText text, string reason, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Delegate, text.FromUnitId);
        await using var process = await processes.BeginAsync(AuthorityProcesses.Delegate, "unit", text.FromUnitId, ct, reason);
        await Revisions.BumpAsync(process.Connection, "authority", ct);
        revisions.Changing();
        var book = await AuthorityBooks.ReadAsync(process.Connection, ct);
        var problems = await ProblemsAsync(text, book.Delegations, ct);
        if (problems.Count > 0) return new DelegationEntry.Refused(problems);
        var row = new DelegationRow
        {
            FromUnitId = text.FromUnitId, FromPost = text.FromPost, FromAccountId = text.FromAccountId, ToUnitId = text.ToUnitId, ToPost = text.ToPost, ToAccountId = text.ToAccountId,
            SignsAs = text.SignsAs, Actions = [.. text.Actions], Valid = Span.Between(text.FirstDay, text.LastDay.AddDays(1)), Source = text.Source.Trim(),
            EnteredAt = process.Run.At, EnteredBy = process.Run.AccountId, Reason = reason,
        };
        db.Add(row);
        await process.CommitAsync(ct, text.FromUnitId);
        return new DelegationEntry.Entered(row.Id);
    }

    /// <summary>Ends a delegation: the day is the first on which nobody may sign by it any more.</summary>
    /// <exception cref="NotFoundException">There is no such delegation.</exception>
    /// <exception cref="ForbiddenException">The unit that delegated is not in the actor's scope.</exception>
    public async Task<DelegationEntry> RevokeAsync(Guid id, DateOnly day, string reason, CancellationToken ct)
    {
        var row = await db.Set<DelegationRow>().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotFoundException("Không có ủy quyền này.");
        gate.Demand(OrganisationPermissions.Delegate, row.FromUnitId);
        if (row.RevokedAt is not null) return new DelegationEntry.Refused([new("Day", $"Ủy quyền này đã được chấm dứt từ ngày {row.RevokedFrom:dd/MM/yyyy}.")]);
        if (day >= row.Valid.UpperBound) return new DelegationEntry.Refused([new("Day", $"Ủy quyền này tự hết hạn từ ngày {row.Valid.UpperBound:dd/MM/yyyy}.")]);
        await using var process = await processes.BeginAsync(AuthorityProcesses.Revoke, "unit", row.FromUnitId, ct, reason);
        await Revisions.BumpAsync(process.Connection, "authority", ct);
        revisions.Changing();
        (row.RevokedAt, row.RevokedFrom, row.RevokedBy, row.RevokedReason) = (process.Run.At, day < row.Valid.LowerBound ? row.Valid.LowerBound : day, process.Run.AccountId, reason);
        row.Version++;
        await process.CommitAsync(ct, row.FromUnitId);
        return new DelegationEntry.Entered(id);
    }

    private async Task<List<FieldProblem>> ProblemsAsync(DelegationText text, IReadOnlyList<DelegationView> others, CancellationToken ct)
    {
        var problems = new List<FieldProblem>();
        var tree = await units.TreeAsync(new(text.FirstDay), ct);
        Post(problems, tree, text.FromUnitId, text.FromPost, text.FirstDay, "FromUnitId", "FromPost");
        Post(problems, tree, text.ToUnitId, text.ToPost, text.FirstDay, "ToUnitId", "ToPost");
        if (text.LastDay < text.FirstDay) problems.Add(new("LastDay", "Ngày cuối phải từ ngày đầu trở đi."));
        if (text.Actions.Count == 0) problems.Add(new("Actions", "Chọn ít nhất một nghiệp vụ được ủy quyền."));
        else if (text.Actions.FirstOrDefault(a => a != "*" && rules.Actions.All(k => k.Code != a)) is { } unknown) problems.Add(new("Actions", $"Không có nghiệp vụ mang mã “{unknown}”."));
        if (string.IsNullOrWhiteSpace(text.Source)) problems.Add(new("Source", "Ghi văn bản ủy quyền, ví dụ: Quyết định 40/QĐ-UBND ngày 05/01/2026."));
        if (text.FromAccountId == text.ToAccountId) problems.Add(new("ToAccountId", "Không tự ủy quyền cho chính mình."));
        if (text.SignsAs == SignsAs.TL && tree.Find(text.ToUnitId) is not null && !tree.Subtree(text.FromUnitId).Contains(text.ToUnitId))
            problems.Add(new("SignsAs", "Ký thừa lệnh chỉ dành cho người thuộc cơ quan mình. Chọn thừa ủy quyền, hoặc chọn đơn vị thuộc cơ quan."));
        await AccountsAsync(problems, text, ct);
        var alive = others.Where(d => d.From <= text.LastDay && text.FirstDay < d.Until && d.FromUnitId == text.FromUnitId && d.FromPost == text.FromPost && Shared(d.Actions, text.Actions)).ToList();
        if (alive.Any(d => d.ToAccountId == text.FromAccountId)) problems.Add(new("FromAccountId", "Người đang được ủy quyền không được ủy quyền lại cho người khác."));
        if (alive.FirstOrDefault(d => d.ToAccountId == text.ToAccountId) is { } same)
            problems.Add(new("ToAccountId", $"Người này đã được ủy quyền các nghiệp vụ đó đến ngày {same.Until.AddDays(-1):dd/MM/yyyy}, theo {same.Source}."));
        return problems;
    }

    private async Task AccountsAsync(List<FieldProblem> problems, DelegationText text, CancellationToken ct)
    {
        Guid[] both = [text.FromAccountId, text.ToAccountId];
        var open = await db.Set<Account>().Where(a => both.Contains(a.Id) && a.DisabledAt == null).Select(a => a.Id).ToListAsync(ct);
        if (!open.Contains(text.FromAccountId)) problems.Add(new("FromAccountId", "Chọn người ủy quyền trong danh sách tài khoản đang mở."));
        if (!open.Contains(text.ToAccountId)) problems.Add(new("ToAccountId", "Chọn người được ủy quyền trong danh sách tài khoản đang mở."));
    }

    private static void Post(List<FieldProblem> problems, UnitTree tree, Guid unitId, string post, DateOnly day, string unitField, string postField)
    {
        if (tree.Find(unitId) is not { } unit) problems.Add(new(unitField, $"Chọn đơn vị đang tồn tại vào ngày {day:dd/MM/yyyy}."));
        else if (LeadershipPosts.Of(unit).All(p => p.Code != post)) problems.Add(new(postField, $"{unit.Name} không có chức vụ này."));
    }

    private static bool Shared(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Contains("*") || b.Contains("*") || a.Intersect(b).Any();
}
