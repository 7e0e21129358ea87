namespace CongVu.Decisions.UseCases;

/// <summary>
/// What the record already tells (the day a raise is due, the end of a term) is typed in beforehand for whoever has nothing typed yet; it can be changed.
/// </summary>
internal sealed class SuggestValues(PreviewDraft preview, SaveDraftHandler saving)
{
    /// <param name="known">What is known from where the draft was begun, by subject; goes over the action's own suggestions.</param>
    public async Task ForAsync(Guid id, CancellationToken ct, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? known = null)
    {
        var draft = await preview.OfAsync(id, ct);
        var typed = draft.Loaded.Decision.SharedInputs;
        var items = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();
        Dictionary<string, string> shared = [];
        foreach (var item in draft.Items.Where(i => i.Item.OwnInputs.Count == 0))
        {
            var own = new Dictionary<string, string>();
            foreach (var (key, value) in await draft.Action.SuggestAsync(item.Case, ct))
                if (draft.Action.Inputs.FirstOrDefault(i => i.Key == key) is not { PerItem: false }) own[key] = value;
                else if (!typed.ContainsKey(key)) shared.TryAdd(key, value);
            foreach (var (key, value) in known?.GetValueOrDefault(item.Case.SubjectId) ?? new Dictionary<string, string>()) own[key] = value;
            if (own.Count > 0) items[item.Item.Id] = own;
        }
        if (shared.Count + items.Count > 0) await saving.HandleAsync(new SaveDraft(id, draft.Loaded.Decision.Version, shared, items), ct);
    }
}
