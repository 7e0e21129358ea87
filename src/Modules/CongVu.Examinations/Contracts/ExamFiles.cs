using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Contracts;

/// <summary>Question files without a database: what the command line does with them. No method throws for a bad file; the answer says what is wrong.</summary>
public static class ExamFiles
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Formats <see cref="Export"/> writes.</summary>
    public static IReadOnlyList<string> Formats => ItemExport.Formats;

    /// <summary>Reads a file or folder and accounts for every question in it.</summary>
    /// <returns>The account, and whether anything could be read.</returns>
    public static (string Text, bool IsRead) Import(string path, bool json)
    {
        var set = ItemFiles.ReadPath(path);
        return (json ? ReadSetJson.Write(set) : ReadSetJson.Words(set), set.Items.Count > 0 || set.Errors.Count == 0);
    }

    /// <summary>Converts a file of any format that is read into one of <see cref="Formats"/>.</summary>
    /// <returns>The bytes (null when nothing could be written), their file extension, and what was left behind, a line each.</returns>
    public static (byte[]? Bytes, string Extension, IReadOnlyList<string> Account) Export(string path, string format)
    {
        var set = ItemFiles.ReadPath(path);
        var account = new ExportAccount();
        var (bytes, extension) = set.Items.Count > 0 ? ItemExport.Write(set.Items, format, account) : (null, "");
        var refused = set.Unsupported.Concat(account.Unsupported).Select(u => $"Không xuất {u.Id}: {u.Reason}");
        var lost = set.Losses.Concat(account.Losses).Select(l => $"Mất ở {l.Id}: {l.What}");
        return (bytes, extension, [.. set.Errors.Select(e => $"Lỗi tại {e.Where}: {e.Message}"), .. refused, .. lost]);
    }

    /// <summary>Scores responses by the file's own rules.</summary>
    /// <returns>JSON for one set of responses, or an array for a list of sets; or what is wrong with the files.</returns>
    public static (string? Json, string? Error) Score(string path, string responses)
    {
        try
        {
            using var given = JsonDocument.Parse(responses, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var scores = SetScoring.Score(path, given.RootElement).Select(SetScoring.Json).ToList();
            var answer = given.RootElement.ValueKind == JsonValueKind.Array ? new JsonArray([.. scores]) : scores[0];
            return (answer.ToJsonString(Written), null);
        }
        catch (JsonException broken) { return (null, $"Tệp trả lời không phải JSON đúng cú pháp (dòng {broken.LineNumber + 1})."); }
        catch (ItemFileException refused) { return (null, refused.Message); }
    }
}
