namespace CongVu.Decisions.UseCases;

/// <summary>
/// What the record already tells (the day a raise is due, the end of a term) is typed into a fresh draft beforehand; it can be changed.
/// </summary>
internal sealed class Suggestions(PreviewDraft preview, SaveDraftHandler saving)
{
    /// <summary>Types the action's suggestions, and over them what is known from where the draft was started, by subject.</summary>
    public async Task TypeAsync(Guid id, CancellationToken ct, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? known = null)
    {
        var draft = await preview.OfAsync(id, ct);
        var items = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();
        Dictionary<string, string> shared = [];
        foreach (var item in draft.Items)
        {
            var own = new Dictionary<string, string>();
            foreach (var (key, value) in await draft.Action.SuggestAsync(item.Case, ct))
                if (draft.Action.Inputs.FirstOrDefault(i => i.Key == key) is { PerItem: false }) shared.TryAdd(key, value);
                else own[key] = value;
            foreach (var (key, value) in known?.GetValueOrDefault(item.Case.SubjectId) ?? new Dictionary<string, string>()) own[key] = value;
            if (own.Count > 0) items[item.Item.Id] = own;
        }
        if (shared.Count + items.Count > 0) await saving.HandleAsync(new SaveDraft(id, draft.Loaded.Decision.Version, shared, items), ct);
    }
}
