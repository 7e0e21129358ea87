using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>A condition that several people of a list do not plainly meet.</summary>
internal sealed record GroupedCheck(string Title, int Count, bool Stops, string? Cure)
{
    /// <summary>The conditions of all people, those that stop first, then by how many people they concern.</summary>
    public static IReadOnlyList<GroupedCheck> Of(IEnumerable<AssessedItem> items)
    {
        var all = items.ToList();
        var checks = all.SelectMany(i => i.Checks.Where(c => c.State is not (Standing.Met or Standing.Overridden)).DistinctBy(c => (c.Code, c.Stops)))
            .GroupBy(c => (c.Code, c.Title, c.Stops)).Select(g => new GroupedCheck(g.Key.Title, g.Count(), g.Key.Stops, g.First().Cure));
        var errors = all.Count(i => i.Assessment.Errors.Count > 0);
        return [.. checks.Concat(errors > 0 ? [new GroupedCheck("Nhập đủ và đúng các ô", errors, true, "Sửa ô được báo ở dòng của từng người.")] : []).OrderByDescending(g => g.Stops).ThenByDescending(g => g.Count)];
    }
}
