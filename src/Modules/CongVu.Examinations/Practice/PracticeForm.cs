using System.Globalization;
using System.Text.Json;
using CongVu.Examinations.Items;
using CongVu.Examinations.Results;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Http;

namespace CongVu.Examinations.Practice;

/// <summary>What the fields of a practice page are called, and what was typed into them as an answer: JSON of part to value, as a machine in the room gives it.</summary>
internal static class PracticeForm
{
    public static string Field(int place, int part) => string.Create(CultureInfo.InvariantCulture, $"c{place}-{part}");

    /// <summary>The field for the place of one choice in an order.</summary>
    public static string OrderField(int place, int part, string choice) => $"{Field(place, part)}-{choice}";

    /// <summary>The answer to a question; null when nothing was answered.</summary>
    public static string? Read(int place, ExamItem item, IFormCollection form)
    {
        Dictionary<string, object> values = [];
        for (var at = 0; at < item.Parts.Count; at++)
        {
            var (part, given) = (item.Parts[at], form[Field(place, at)].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToArray());
            object? value = part.Kind switch
            {
                PartKind.MultipleResponse or PartKind.Matching => given.Length > 0 ? given : null,
                PartKind.Ordering => Order(place, at, part, form),
                PartKind.GapNumeric => given.Length > 0 ? VnNumber.TryParse(given[0], out var number) ? number.ToString(CultureInfo.InvariantCulture) : given[0] : null,
                _ => given.Length > 0 ? given[0] : null,
            };
            if (value is not null) values[part.Id] = value;
        }
        return values.Count == 0 ? null : JsonSerializer.Serialize(values);
    }

    /// <summary>What was answered to a part.</summary>
    public static IReadOnlyList<string> Given(string? answer, Part part) => PaperScoring.Responses(answer).TryGetValue(part.Id, out var value)
        ? value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ToString())] : [value.ToString()] : [];

    /// <summary>The place given to a choice in an order, from 1; null when none was.</summary>
    public static int? PlaceOf(string? answer, Part part, string choice) => Given(answer, part).ToList().IndexOf(choice) is var at and >= 0 ? at + 1 : null;

    // One place may be free, or typed twice: then the next one that is free, so that the page shows again what can be shown.
    private static string[]? Order(int place, int at, Part part, IFormCollection form)
    {
        var order = new string[part.Choices.Count];
        foreach (var choice in part.Choices)
        {
            if (!int.TryParse(form[OrderField(place, at, choice.Id)], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || wanted < 1 || wanted > order.Length) continue;
            var free = Array.FindIndex(order, wanted - 1, o => o is null);
            if (free < 0) free = Array.FindIndex(order, o => o is null);
            order[free] = choice.Id;
        }
        return order.All(o => o is null) ? null : [.. order.Select(o => o ?? "")];
    }
}
