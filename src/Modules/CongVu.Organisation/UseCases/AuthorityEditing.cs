using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Organisation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using CongVu.Platform.Processes;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.UseCases;

/// <summary>How an entry into the authority rules ended.</summary>
internal abstract record RuleEntry
{
    public sealed record Entered(Guid Id) : RuleEntry;

    /// <summary>Equally specific rules would contradict it on some day.</summary>
    public sealed record Contradicts(IReadOnlyList<AuthorityRule> Rules) : RuleEntry;

    public sealed record Incomplete(IReadOnlyList<FieldProblem> Problems) : RuleEntry;
}

/// <summary>Enters, supersedes and closes authority rules. Nothing is overwritten: every wording once known stays readable.</summary>
internal sealed class AuthorityEditing(CongVuDb db, ProcessLog processes, Revisions revisions, UnitDirectory units, AuthorityRules rules, Outbox outbox)
{
    public async Task<RuleEntry> EnterAsync(AuthorityRuleText text, DateOnly from, DateOnly? until, string reason, CancellationToken ct)
    {
        if (await ProblemsAsync(text, from, until, ct) is { Count: > 0 } problems) return new RuleEntry.Incomplete(problems);
        var ruleId = Guid.CreateVersion7();
        await using var process = await BeginAsync(AuthorityProcesses.Enter, ruleId, reason, ct);
        var book = await AuthorityBooks.ReadAsync(process.Connection, ct);
        if (book.Contradicting(text.Key, from, until, null) is { Count: > 0 } against) return new RuleEntry.Contradicts(against);
        return await SaveAsync(process, AuthorityRuleRow.Of(text, ruleId, from, until, null, process.Run.Id, reason, process.Run.At), from, ct);
    }

    /// <summary>Gives a rule another wording from a day on; from its first day on: instead of the wording altogether.</summary>
    /// <exception cref="NotFoundException">There is no such wording.</exception>
    /// <exception cref="StaleEditException">The wording was superseded or closed meanwhile.</exception>
    public async Task<RuleEntry> SupersedeAsync(Guid wordingId, AuthorityRuleText text, DateOnly from, string reason, CancellationToken ct)
    {
        await using var process = await BeginAsync(AuthorityProcesses.Supersede, wordingId, reason, ct);
        var book = await AuthorityBooks.ReadAsync(process.Connection, ct);
        var old = Current(book, wordingId, text);
        if (await ProblemsAsync(text, from, old.Until, ct) is { Count: > 0 } problems) return new RuleEntry.Incomplete(problems);
        if (book.Contradicting(text.Key, from, old.Until, old.RuleId) is { Count: > 0 } against) return new RuleEntry.Contradicts(against);
        var at = await EndAsync(old, from, process, reason, ct);
        return await SaveAsync(process, AuthorityRuleRow.Of(text, old.RuleId, from, old.Until, old.Id, process.Run.Id, reason, at), from, ct);
    }

    /// <summary>Ends a rule: the day is the first on which it no longer holds.</summary>
    /// <exception cref="NotFoundException">There is no such wording.</exception>
    /// <exception cref="StaleEditException">The wording was superseded or closed meanwhile.</exception>
    public async Task<RuleEntry> CloseAsync(Guid wordingId, DateOnly day, string reason, CancellationToken ct)
    {
        await using var process = await BeginAsync(AuthorityProcesses.Close, wordingId, reason, ct);
        var old = Current(await AuthorityBooks.ReadAsync(process.Connection, ct), wordingId, null);
        if (old.Until is { } until && day >= until)
            return new RuleEntry.Incomplete([new("Day", $"Quy định này đã hết hiệu lực từ ngày {until:dd/MM/yyyy}.")]);
        await EndAsync(old, day, process, reason, ct);
        outbox.Publish(new AuthorityRulesChanged(day));
        await process.CommitAsync(ct);
        return new RuleEntry.Entered(wordingId);
    }

    private async Task<ProcessScope> BeginAsync(ProcessKind kind, Guid subject, string reason, CancellationToken ct)
    {
        var process = await processes.BeginAsync(kind, "authority-rule", subject, ct, reason);
        await Revisions.BumpAsync(process.Connection, "authority", ct); // also the lock under which contradictions are looked for
        revisions.Changing();
        return process;
    }

    private async Task<DateTime> EndAsync(AuthorityRule old, DateOnly day, ProcessScope process, string reason, CancellationToken ct)
    {
        var row = await db.Set<AuthorityRuleRow>().SingleAsync(r => r.Id == old.Id, ct);
        var at = RecordDiff.InMicroseconds(process.Run.At);
        if (at <= row.Recorded.LowerBound) at = row.Recorded.LowerBound.AddMicroseconds(1);
        row.Recorded = Span.Closed(row.Recorded, at);
        await db.SaveChangesAsync(ct); // closed first: the same key may stand only once on a day
        if (day > old.From) db.Add(AuthorityRuleRow.Of(AuthorityRuleText.Of(old), old.RuleId, old.From, day, old.Id, process.Run.Id, reason, at));
        return at;
    }

    private async Task<RuleEntry> SaveAsync(ProcessScope process, AuthorityRuleRow row, DateOnly from, CancellationToken ct)
    {
        db.Add(row);
        outbox.Publish(new AuthorityRulesChanged(from));
        await process.CommitAsync(ct);
        return new RuleEntry.Entered(row.Id);
    }

    private static AuthorityRule Current(AuthorityBook book, Guid wordingId, AuthorityRuleText? typed)
    {
        if (book.Rules.FirstOrDefault(r => r.Id == wordingId) is { } current) return current;
        if (book.Find(wordingId) is not { } gone) throw new NotFoundException("Không có quy định phân cấp này.");
        var now = book.Wordings(gone.RuleId).FirstOrDefault(r => book.Rules.Contains(r));
        throw new StaleEditException("Quy định phân cấp", [
            new FieldDifference("Chức vụ ký", typed is null ? null : string.Join(", ", typed.Posts.Select(LeadershipPosts.Name)), now is null ? "đã kết thúc" : string.Join(", ", now.Posts.Select(LeadershipPosts.Name))),
            new FieldDifference("Căn cứ", typed is null ? null : $"{typed.Article} {typed.Instrument}", now?.Source ?? "đã kết thúc"),
        ]);
    }

    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(AuthorityRuleText text, DateOnly from, DateOnly? until, CancellationToken ct)
    {
        var problems = new List<FieldProblem>();
        if (until <= from) problems.Add(new("Until", "Ngày hết hiệu lực phải sau ngày bắt đầu."));
        if (text.Posts.Count == 0) problems.Add(new("Posts", "Chọn ít nhất một chức vụ được ký."));
        else if (text.Posts.FirstOrDefault(p => p is not (LeadershipPosts.Head or LeadershipPosts.Deputy) && LeadershipPosts.Find(p) is null) is { } post)
            problems.Add(new("Posts", $"Không có chức vụ mang mã “{post}”."));
        if (string.IsNullOrWhiteSpace(text.Instrument)) problems.Add(new("Instrument", "Ghi văn bản quy định phân cấp, ví dụ: Quyết định 18/2025/QĐ-UBND."));
        if (string.IsNullOrWhiteSpace(text.Article)) problems.Add(new("Article", "Ghi điều, khoản quy định, ví dụ: Khoản 2 Điều 5."));
        if (text.Key.Action is { } action && rules.Actions.All(a => a.Code != action)) problems.Add(new("Action", "Nghiệp vụ này chưa có trong danh mục."));
        if (AuthorityAction.IsAboutUnits(text.Key.Action) && text.Key.IsAboutPeople) problems.Add(new("Action", "Nghiệp vụ về đơn vị không đi cùng nhóm đối tượng, chức vụ hay ngạch. Để trống các mục đó."));
        if (text.Key.Category is { } category && !OrganisationWords.Categories.Contains(category)) problems.Add(new("Category", "Chọn một nhóm đối tượng trong danh sách."));
        if (text.Key.RankGroup is { } group && RankGroups.All.All(g => g.Code != group)) problems.Add(new("RankGroup", "Chọn một nhóm ngạch trong danh sách."));
        if (text.Signer == SignerKind.Named && (text.SignerUnitId is not { } signer || (await units.TreeAsync(new(from), ct)).Find(signer) is null))
            problems.Add(new("SignerUnitId", $"Chọn cơ quan ký đang tồn tại vào ngày {from:dd/MM/yyyy}."));
        return problems;
    }
}
