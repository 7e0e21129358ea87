using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using Microsoft.AspNetCore.Http;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>Names of the form's fields: <c>chung.KEY</c> for the decision, <c>rieng.ITEM.KEY</c> for one item.</summary>
internal static class DraftForm
{
    public const string SharedPrefix = "chung.";
    public const string ItemPrefix = "rieng.";

    /// <summary>Ids of dependents that were seen and stay.</summary>
    public const string KeepName = "giu";

    public static string Shared(string key) => SharedPrefix + key;

    public static string Own(Guid item, string key) => $"{ItemPrefix}{item:N}.{key}";

    /// <summary>What the form sent, as the use case takes it. A checkbox that is not ticked sends nothing and means no.</summary>
    public static SaveDraft Read(IFormCollection form, Guid id, int version, PersonnelAction action, IEnumerable<Guid> items)
    {
        string Value(string name, ActionInput input) => form.TryGetValue(name, out var values) ? values[^1] ?? "" : input.Kind == InputKind.Checkbox ? "false" : "";
        var shared = action.Inputs.Where(i => !i.PerItem && (i.Kind == InputKind.Checkbox || form.ContainsKey(Shared(i.Key)))).ToDictionary(i => i.Key, i => Value(Shared(i.Key), i));
        if (action.Inputs.Any(i => i.Key == AnnulAction.KeepKey)) shared[AnnulAction.KeepKey] = string.Join(',', form[KeepName].Where(v => Guid.TryParse(v, out _)));
        var own = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();
        foreach (var item in items)
        {
            var prefix = Own(item, "");
            var typed = form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[prefix.Length..], f => f.Value[^1] ?? "");
            if (typed.Count == 0) continue;
            foreach (var box in action.Inputs.Where(i => i is { PerItem: true, Kind: InputKind.Checkbox })) typed.TryAdd(box.Key, "false");
            own[item] = typed;
        }
        return new SaveDraft(id, version, shared, own);
    }

    /// <summary>State of an item as a badge.</summary>
    public static (string State, string Word) Badge(AssessedItem item) => Badge(item.Standing);

    /// <summary>Standing as a badge.</summary>
    public static (string State, string Word) Badge(Standing standing) => standing switch
    {
        Standing.Met => ("good", "Đạt"),
        Standing.Overridden => ("good", "Đạt (có ngoại lệ)"),
        Standing.Unknown => ("warn", "Cần xem thêm"),
        Standing.NeedsOverride => ("warn", "Cần ghi căn cứ"),
        _ => ("bad", "Chưa đạt"),
    };
}
