using System.Globalization;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Contracts;

/// <summary>
/// Reads what was typed into an action's inputs. Every refusal becomes a <see cref="FieldError"/>; reading goes on, so
/// that all errors are shown at once.
/// </summary>
public sealed class InputReader(IReadOnlyDictionary<string, string> typed, IReadOnlyList<ActionInput> inputs, UnitTree units)
{
    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Adds an error the action itself found.</summary>
    public void Refuse(string key, string message) => _errors.Add(new FieldError(key, message));

    /// <summary>The trimmed text, or null when empty. A required input that is empty is an error.</summary>
    public string? Text(string key)
    {
        var text = typed.GetValueOrDefault(key)?.Trim();
        if (!string.IsNullOrEmpty(text)) return text;
        if (InputOf(key) is { Required: true } input) Refuse(key, $"Chưa nhập “{input.Label}”.");
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        if (VnDate.TryParse(text, out var day)) return day;
        Refuse(key, $"“{text}” không phải là một ngày. Nhập ngày/tháng/năm, ví dụ 01/03/2026.");
        return null;
    }

    /// <summary>A whole number in a range.</summary>
    public int? Integer(string key, int from, int to)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to) return value;
        Refuse(key, $"“{text}” phải là số nguyên từ {from} đến {to}.");
        return null;
    }

    /// <summary>True when ticked.</summary>
    public bool Flag(string key) => Text(key) is "true" or "on" or "1";

    /// <summary>A unit that exists on the effective day.</summary>
    public UnitView? Unit(string key)
    {
        if (Text(key) is not { } text) return null;
        if (Guid.TryParse(text, out var id) && units.Find(id) is { } unit) return unit;
        Refuse(key, "Đơn vị này không tồn tại vào ngày có hiệu lực. Chọn lại đơn vị hoặc sửa ngày.");
        return null;
    }

    /// <summary>Several ids, separated by commas.</summary>
    public IReadOnlyList<Guid> Ids(string key)
    {
        if (Text(key) is not { } text) return [];
        var ids = new List<Guid>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Guid.TryParse(part, out var id)) ids.Add(id);
            else Refuse(key, $"Không nhận ra “{part}”.");
        }
        return ids;
    }

    /// <summary>One of the input's choices on a day.</summary>
    public string? Choice(string key, DateOnly day)
    {
        if (Text(key) is not { } text) return null;
        if (InputOf(key)?.Choices is not { } choices || choices(day).Any(c => c.Value == text)) return text;
        Refuse(key, $"“{text}” không có trong danh mục vào ngày {VnFormat.Date(day)}. Chọn lại.");
        return null;
    }

    private ActionInput? InputOf(string key) => inputs.FirstOrDefault(i => i.Key == key);
}
