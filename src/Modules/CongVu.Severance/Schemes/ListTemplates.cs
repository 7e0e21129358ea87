using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Schemes;

/// <summary>A column as a scheme prints it.</summary>
internal sealed record PrintedColumn(ListColumn Column, string Title);

/// <summary>A column as the form sends it.</summary>
internal sealed record ColumnChoice(string Key, bool Shown, string? Title, int? Place);

/// <summary>Which columns the lists of a scheme have, in which order, under which names: chosen by Sở Nội vụ, else the common ones.</summary>
internal sealed class ListTemplates(CongVuDb db, ProcessLog processes, Gate gate, TimeProvider clock)
{
    private const int LongestTitle = 80;

    /// <summary>The columns to print, left to right. The gate is the caller's.</summary>
    public async Task<IReadOnlyList<PrintedColumn>> OfAsync(Guid schemeId, ListKind list, CancellationToken ct)
    {
        var known = ListColumn.Of(list);
        var rows = await db.Set<ListColumnRow>().AsNoTracking().Where(r => r.SchemeId == schemeId && r.List == list).OrderBy(r => r.Place).ToListAsync(ct);
        // A column that a later version of the product no longer has is left out.
        return rows.Count == 0 ? [.. known.Where(c => c.Shown).Select(c => new PrintedColumn(c, c.Title))]
            : [.. rows.Select(r => (Row: r, Column: known.FirstOrDefault(c => c.Key == r.Key))).Where(p => p.Column is not null).Select(p => new PrintedColumn(p.Column!, p.Row.Title))];
    }

    public async Task<Outcome> SaveAsync(Guid schemeId, int version, ListKind list, IReadOnlyList<ColumnChoice> choices, CancellationToken ct)
    {
        var known = ListColumn.Of(list).ToDictionary(c => c.Key);
        var shown = choices.Where(c => c.Shown && known.ContainsKey(c.Key)).ToList();
        if (known.Values.FirstOrDefault(c => c.IsFixed && shown.All(s => s.Key != c.Key)) is { } missing) return new Outcome.Refused($"hien-{missing.Key}", $"Danh sách phải có cột {missing.Title}.");
        if (shown.FirstOrDefault(c => string.IsNullOrWhiteSpace(c.Title) || c.Title.Trim().Length > LongestTitle) is { } wrong) return new Outcome.Refused($"ten-{wrong.Key}", $"Đặt tên cột từ 1 đến {LongestTitle} ký tự.");
        if (shown.FirstOrDefault(c => c.Place is null) is { } unplaced) return new Outcome.Refused($"thu-tu-{unplaced.Key}", $"Nhập thứ tự của cột {unplaced.Title!.Trim()} bằng số.");
        return await ActAsync(schemeId, version, list, ct, [.. shown.OrderBy(c => c.Place).Select((c, i) => new ListColumnRow { SchemeId = schemeId, List = list, Key = c.Key, Title = c.Title!.Trim(), Place = i + 1 })],
            $"Chọn {shown.Count} cột cho {SeveranceWords.Of(list).ToLowerInvariant()}.", "Đã lưu biểu mẫu; các tệp xuất ra dùng biểu mẫu này.");
    }

    /// <summary>Back to the common list.</summary>
    public Task<Outcome> ResetAsync(Guid schemeId, int version, ListKind list, CancellationToken ct) =>
        ActAsync(schemeId, version, list, ct, [], $"Dùng lại mẫu chung cho {SeveranceWords.Of(list).ToLowerInvariant()}.", "Đã trở về mẫu chung.");

    private async Task<Outcome> ActAsync(Guid schemeId, int version, ListKind list, CancellationToken ct, IReadOnlyList<ListColumnRow> rows, string step, string said)
    {
        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == schemeId, ct) ?? throw new NotFoundException("Không có đề án này.");
        gate.Demand(SeverancePermissions.Appraise, scheme.UnitId);
        if (scheme.Version != version) return new Outcome.Refused("", "Người khác vừa sửa đề án này. Xem lại nội dung mới rồi làm lại.");
        await using var process = await processes.BeginAsync(SeveranceProcesses.ChangeLists, "severance-scheme", schemeId, ct);
        await db.Set<ListColumnRow>().Where(r => r.SchemeId == schemeId && r.List == list).ExecuteDeleteAsync(ct);
        db.AddRange(rows);
        scheme.Version++;
        db.Add(new Step { OwnerId = schemeId, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = step });
        await process.CommitAsync(ct, scheme.UnitId);
        return new Outcome.Done(said);
    }
}
