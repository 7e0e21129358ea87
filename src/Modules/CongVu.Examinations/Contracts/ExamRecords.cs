using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Results;

namespace CongVu.Examinations.Contracts;

/// <summary>Sealed records of papers: drawing one for practice, and verifying any. Needs no database.</summary>
public static class ExamRecords
{
    /// <summary>Draws papers from a question file by a blueprint.</summary>
    /// <param name="questions">A file of any format that is read.</param>
    /// <param name="blueprint">JSON: {"cells":[{"topic","level","count","pointsHundredths"}],"shuffleQuestions","shuffleOptions"}.</param>
    /// <param name="candidates">How many papers; candidate numbers are 001, 002 …</param>
    /// <param name="publicValue">A value nobody could know beforehand.</param>
    /// <param name="secret">64 hexadecimal digits; drawn when null.</param>
    /// <returns>The record as JSON, or what is wrong.</returns>
    public static (string? Json, string? Error) Draw(string questions, string blueprint, int candidates, string publicValue, string? secret)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<Blueprint>(blueprint, SealedRecord.Json);
            if (plan?.Cells is not { Count: > 0 } || plan.Cells.Any(c => c.Count < 1 || c.PointsHundredths < 0 || c.Topic is null)) return (null, "Ma trận đề không có ô nào, hoặc một ô thiếu chủ đề (topic), số câu (count).");
            var key = secret is null ? RandomNumberGenerator.GetBytes(32) : Convert.FromHexString(secret);
            if (key.Length != 32) return (null, "Bí mật của hội đồng phải là 64 chữ số hệ 16.");
            var set = ItemFiles.ReadPath(questions);
            if (set.Items.Count == 0) return (null, set.Errors.FirstOrDefault()?.Message ?? "Tệp không có câu hỏi nào dùng được.");
            var bank = set.Items.Select(i => RecordMaking.Seal(i, 0, RecordMaking.Facility(0), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))).ToList();
            var numbers = Enumerable.Range(1, candidates).Select(n => n.ToString("000", CultureInfo.InvariantCulture));
            return (JsonSerializer.Serialize(RecordMaking.Make(bank, plan, key, "giá trị nêu khi rút đề", publicValue, numbers), SealedRecord.Json), null);
        }
        catch (JsonException broken) { return (null, $"Ma trận đề không phải JSON đúng mẫu (dòng {broken.LineNumber + 1})."); }
        catch (FormatException) { return (null, "Bí mật của hội đồng phải là 64 chữ số hệ 16."); }
        catch (ArgumentException refused) { return (null, refused.Message); }
    }

    /// <summary>Computes a sealed record again, or the package of a whole sitting: papers, receipts and scores.</summary>
    /// <returns>A line for each check, or JSON; and whether all hold.</returns>
    public static (string Text, bool Holds) Verify(string record, bool json)
    {
        IReadOnlyList<RecordCheck> checks;
        try
        {
            checks = IsPackage(record) ? Package(JsonSerializer.Deserialize<ExamPackage>(record, SealedRecord.Json)) : Record(JsonSerializer.Deserialize<SealedRecord>(record, SealedRecord.Json));
        }
        catch (JsonException broken) { checks = [new("record", false, $"Hồ sơ không phải JSON đúng mẫu: {broken.Message}")]; }
        catch (Exception broken) when (broken is ArgumentException or NullReferenceException) { checks = [new("record", false, $"Hồ sơ thiếu phần hoặc có giá trị lạ: {broken.Message}")]; }
        var holds = checks.All(c => c.Holds);
        if (json) return (JsonSerializer.Serialize(new { verified = holds, checks = checks.Select(c => new { what = c.What, holds = c.Holds, detail = c.Detail }) }, SealedRecord.Json), holds);
        return (string.Join('\n', checks.Select(c => $"{(c.Holds ? "đúng" : "SAI ")}  {c.What}: {c.Detail}")) + (holds ? "\nHồ sơ khớp." : "\nHồ sơ KHÔNG khớp."), holds);
    }

    private static IReadOnlyList<RecordCheck> Record(SealedRecord? read) => Fault(read) is { } fault ? [fault] : RecordVerification.Check(read!);

    private static IReadOnlyList<RecordCheck> Package(ExamPackage? read) => Fault(read?.Record) is { } fault ? [fault] : read!.Candidates is null || read.Faulty is null ? [new("package", false, "Gói kiểm chứng thiếu phần.")] : PackageVerification.Check(read);

    private static RecordCheck? Fault(SealedRecord? read) => read is null || read.Bank is null || read.Papers is null || read.Blueprint?.Cells is null ? new("record", false, "Hồ sơ niêm phong trống hoặc thiếu phần.")
        : read.Version != SealedRecord.CurrentVersion ? new("record", false, $"Không biết phiên bản {read.Version} của hồ sơ.") : null;

    private static bool IsPackage(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("record", out _);
    }
}
