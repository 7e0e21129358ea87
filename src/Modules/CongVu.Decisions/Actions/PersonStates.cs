using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Actions;

/// <summary>Whole records of the people of a decision, where the one row per person does not say enough (several posts, insurance book, contract).</summary>
internal sealed class PersonStates(People people)
{
    private readonly Dictionary<(Guid, DateOnly), PersonState?> _known = [];

    /// <summary>Loads the states of these cases, each on its own day.</summary>
    public async Task LoadAsync(IEnumerable<ActionCase> cases, CancellationToken ct)
    {
        foreach (var one in cases)
            if (one.Person is not null && !_known.ContainsKey((one.SubjectId, one.Day)))
                _known[(one.SubjectId, one.Day)] = await people.StateAsync(one.SubjectId, new AsOf(one.Day), ct);
    }

    /// <summary>What was loaded; null when nothing is known of the person on that day.</summary>
    public PersonState? Of(ActionCase one) => _known.GetValueOrDefault((one.SubjectId, one.Day));
}
