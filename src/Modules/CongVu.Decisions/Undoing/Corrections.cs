using System.Text.Json;
using System.Text.Json.Nodes;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Undoing;

/// <summary>An effect with its old and its right wording.</summary>
/// <param name="Words">Each changed field in words: "Hệ số: 3,33 → 3,66".</param>
internal sealed record CorrectedEffect(DecisionEffect Row, DateOnly OldFrom, Effect Old, DateOnly NewFrom, Effect New, IReadOnlyList<string> Words);

/// <summary>One field that can be corrected, with its present value as text.</summary>
/// <param name="Key">Input key, e.g. <c>set:{effect}:coefficient</c>.</param>
internal sealed record CorrectableField(string Key, string Label, InputKind Kind, string? Value);

/// <summary>An effect with its fields.</summary>
internal sealed record CorrectableEffect(Guid EffectId, string Name, IReadOnlyList<CorrectableField> Fields);

/// <summary>Reads corrections from inputs <c>set:{effect id}:{field}</c>; a field that is as before is no correction.</summary>
internal sealed class Corrections(Targets targets, EffectRegistry registry)
{
    private const string From = "from";

    /// <summary>The fields of a target's effects, for the form.</summary>
    public IReadOnlyList<CorrectableEffect> Fields(Target target) => [.. target.Standing.Select(row =>
    {
        var payload = Payload(targets.Read(row));
        var day = new CorrectableField(Key(row, From), "Từ ngày", InputKind.Date, VnFormat.Date(row.CorrectedFrom ?? row.FromDay));
        return new CorrectableEffect(row.Id, EffectFields.NameOf(row.Code), [day, .. EffectFields.Of(registry.Types[row.Code]).Select(f => new CorrectableField(Key(row, f.Key), EffectFields.Label(row.Code, f.Key), f.Kind, EffectFields.Show(payload[f.Key])))]);
    })];

    /// <summary>The corrections typed for one item; errors go to the reader.</summary>
    public IReadOnlyList<CorrectedEffect> Read(InputReader input, ActionCase one, Target target)
    {
        var changes = new List<CorrectedEffect>();
        foreach (var row in target.Standing)
        {
            var typed = one.Inputs.Where(p => p.Key.StartsWith(Key(row, ""), StringComparison.Ordinal)).ToDictionary(p => p.Key[Key(row, "").Length..], p => p.Value.Trim());
            if (typed.Count > 0 && One(input, row, typed) is { } change) changes.Add(change);
        }
        return changes;
    }

    private CorrectedEffect? One(InputReader input, DecisionEffect row, Dictionary<string, string> typed)
    {
        var old = targets.Read(row);
        var payload = Payload(old);
        var (oldFrom, newFrom, words, failed) = (row.CorrectedFrom ?? row.FromDay, row.CorrectedFrom ?? row.FromDay, new List<string>(), false);
        foreach (var (key, value) in typed)
        {
            if (key == From)
            {
                if (!VnDate.TryParse(value, out var day)) { input.Refuse(Key(row, key), $"“{value}” không phải là một ngày."); failed = true; continue; }
                if (day == oldFrom) continue;
                words.Add($"Từ ngày: {VnFormat.Date(oldFrom)} → {VnFormat.Date(day)}");
                newFrom = day;
                continue;
            }
            var before = EffectFields.Show(payload[key]);
            if (value == (before ?? "")) continue;
            if (!EffectFields.TryRead(registry.Types[row.Code], key, value, out var node)) { input.Refuse(Key(row, key), $"“{value}” không đúng kiểu của “{EffectFields.Label(row.Code, key)}”."); failed = true; continue; }
            words.Add($"{EffectFields.Label(row.Code, key)}: {before ?? "(trống)"} → {value}");
            payload[key] = node;
        }
        return failed || words.Count == 0 ? null : new CorrectedEffect(row, oldFrom, old, newFrom, registry.Read(row.Code, payload.ToJsonString(Json.Options)), words);
    }

    private static JsonObject Payload(Effect effect) => JsonSerializer.SerializeToNode(effect, effect.GetType(), new JsonSerializerOptions(Json.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never })!.AsObject();

    private static string Key(DecisionEffect row, string field) => $"set:{row.Id}:{field}";
}
