using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;

namespace CongVu.Decisions.UseCases;

/// <summary>Names a draft by its action and whom it is about, and notes the units it concerns.</summary>
internal sealed class DraftTitle
{
    public void Refresh(LoadedDecision loaded, PersonnelAction action)
    {
        var decision = loaded.Decision;
        var shared = decision.SharedInputs;
        var kept = loaded.Kept.ToList();
        foreach (var item in kept)
            if (action.NameOf(InputJson.Merge(shared, item.OwnInputs)) is { Length: > 0 } name) item.SubjectName = name;
        decision.ItemCount = kept.Count;
        decision.Title = Title(action.Name, [.. kept.Select(i => i.SubjectName)]);
        var chosen = action.Inputs.Where(i => i.Kind == InputKind.Unit)
            .SelectMany(input => kept.Select(i => i.OwnInputs.GetValueOrDefault(input.Key)).Append(shared.GetValueOrDefault(input.Key)))
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);
        decision.UnitIds = [.. kept.Select(i => i.UnitId).OfType<Guid>().Concat(chosen).Prepend(decision.UnitId).Distinct()];
    }

    /// <summary>"Bổ nhiệm: Nguyễn Văn A" or "Nâng bậc lương thường xuyên: 200 người".</summary>
    public static string Title(string action, IReadOnlyList<string> names) => names.Count switch
    {
        0 => action,
        1 => $"{action}: {names[0]}",
        2 or 3 => $"{action}: {string.Join(", ", names)}",
        _ => $"{action}: {names[0]} và {names.Count - 1} đối tượng khác",
    };
}
