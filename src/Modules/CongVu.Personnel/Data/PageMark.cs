using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CongVu.Personnel.Data;

/// <summary>A place in a list: the sort value, the name's key and the person of a row.</summary>
internal sealed record PageMark(int Number, string Key, Guid Id)
{
    public string Write() => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null for a mark that is none of ours: the list then begins at its beginning.</summary>
    public static PageMark? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 2000) return null;
        try { return JsonSerializer.Deserialize<PageMark>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text))) is { Key: not null } mark ? mark : null; }
        catch (Exception e) when (e is FormatException or JsonException) { return null; }
    }

    public DateOnly Day => DateOnly.FromDayNumber(Math.Clamp(Number, 0, DateOnly.MaxValue.DayNumber));
}
