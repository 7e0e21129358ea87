using CongVu.Law;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Contracts;

/// <summary>A case together with the values read from its inputs.</summary>
public sealed record ReadCase<TValues>(ActionCase Case, TValues Values);

/// <summary>An effect and the day it takes hold, before it has an id.</summary>
public readonly record struct Consequence(DateOnly From, Effect Effect, Guid? SubjectId = null);

/// <summary>An action whose inputs are read into <typeparamref name="TValues"/>: parse, check, plan, in that order.</summary>
public abstract class PersonnelAction<TValues> : PersonnelAction where TValues : class
{
    /// <summary>Reads the inputs; errors go to the reader. Null when they do not suffice to go on.</summary>
    protected abstract ValueTask<TValues?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct);

    /// <summary>Goes through the conditions of the act.</summary>
    protected abstract Task CheckAsync(ReadCase<TValues> one, Findings findings, CancellationToken ct);

    /// <summary>The effects, in the order they are to be applied.</summary>
    protected abstract IEnumerable<Consequence> Plan(ReadCase<TValues> one);

    /// <summary>The change in one line.</summary>
    protected abstract string Summarise(ReadCase<TValues> one);

    /// <summary>How figures were computed, if any were.</summary>
    protected virtual Explanation? Explain(ReadCase<TValues> one) => null;

    /// <inheritdoc />
    public sealed override async Task<Assessment> AssessAsync(ActionCase one, CancellationToken ct)
    {
        var (values, errors) = await ReadAsync(one, ct);
        if (values is null || errors.Count > 0) return new Assessment { Errors = errors };
        var read = new ReadCase<TValues>(one, values);
        var findings = new Findings();
        await CheckAsync(read, findings, ct);
        var effects = Plan(read).Select((c, i) => new PlannedEffect(EffectIds.Of(one.ItemId, i), c.SubjectId ?? one.SubjectId, c.From, c.Effect)).ToList();
        return new Assessment { Checks = findings.All, Effects = effects, Summary = Summarise(read), Explanation = Explain(read) };
    }

    /// <summary>The values of a case, or null with the errors.</summary>
    protected async ValueTask<(TValues? Values, IReadOnlyList<FieldError> Errors)> ReadAsync(ActionCase one, CancellationToken ct)
    {
        var input = new InputReader(one.Inputs, Inputs, one.Units);
        var values = await ParseAsync(input, one, ct);
        return (values, input.Errors);
    }

    /// <summary>The cases that can be read, with their values; for printing.</summary>
    protected async Task<IReadOnlyList<ReadCase<TValues>>> ReadAllAsync(IEnumerable<ActionCase> cases, CancellationToken ct)
    {
        var read = new List<ReadCase<TValues>>();
        foreach (var one in cases)
            if (await ReadAsync(one, ct) is ({ } values, { Count: 0 })) read.Add(new ReadCase<TValues>(one, values));
        return read;
    }
}
