using CongVu.Examinations.Formats;
using CongVu.Examinations.Formats.Tables;
using CongVu.Platform.Text;

namespace CongVu.Examinations.Exams;

/// <summary>A candidate as a list or a form gives one.</summary>
internal sealed record CandidateText(string FullName, DateOnly Birth, string PersonalId, string UnitName, string Position, int PriorityHundredths, string PriorityReason, int ExtraPercent, Guid? PersonId = null);

/// <summary>A row that cannot be taken: where it is and what to mend.</summary>
internal sealed record ListFault(int Row, string Message);

/// <summary>Reads a list of candidates from a workbook or CSV file by its headings. A bad row does not stop the others.</summary>
internal static class CandidateList
{
    private static readonly (string Key, string[] Headings)[] Columns =
    [
        ("name", ["họ và tên", "họ tên", "tên"]), ("birth", ["ngày sinh", "ngày, tháng, năm sinh", "sinh ngày"]), ("id", ["số định danh", "số cccd", "cccd", "số căn cước", "căn cước"]),
        ("unit", ["đơn vị", "đơn vị công tác", "nơi công tác"]), ("position", ["vị trí", "vị trí dự thi", "vị trí việc làm", "vị trí dự tuyển"]), ("priority", ["điểm ưu tiên", "ưu tiên"]),
        ("reason", ["lý do ưu tiên", "đối tượng ưu tiên"]), ("extra", ["thêm giờ (%)", "thêm giờ", "thêm giờ %"]),
    ];

    public static (IReadOnlyList<CandidateText> Rows, IReadOnlyList<ListFault> Faults) Read(string fileName, byte[] bytes)
    {
        List<(int Row, string[] Cells)> rows;
        try
        {
            if (bytes.AsSpan().StartsWith("PK"u8)) { using var files = ZipBundle.Open(bytes); rows = SheetRows.Workbook(files); }
            else if (Path.GetExtension(fileName).ToLowerInvariant() is ".csv" or ".txt") rows = SheetRows.Csv(TextOf.Bytes(bytes));
            else return ([], [new(0, "Chỉ đọc tệp Excel (.xlsx) hoặc CSV.")]);
        }
        catch (ItemFileException refused) { return ([], [new(0, refused.Message)]); }
        var head = rows.FindIndex(r => r.Cells.Any(c => Is(c, Columns[0].Headings)));
        if (head < 0) return ([], [new(0, "Không thấy hàng tiêu đề có cột “Họ và tên”. Các cột: Họ và tên, Ngày sinh, Số định danh, Đơn vị, Vị trí dự thi, Điểm ưu tiên, Lý do ưu tiên, Thêm giờ (%).")]);
        var at = Columns.ToDictionary(c => c.Key, c => Array.FindIndex(rows[head].Cells, cell => Is(cell, c.Headings)));
        if (at["birth"] < 0 || at["id"] < 0) return ([], [new(rows[head].Row, "Thiếu cột “Ngày sinh” hoặc “Số định danh”.")]);
        List<CandidateText> read = [];
        List<ListFault> faults = [];
        foreach (var (row, cells) in rows.Skip(head + 1).Where(r => r.Cells.Any(c => c.Trim().Length > 0)))
        {
            string Of(string key) => at[key] >= 0 && at[key] < cells.Length ? cells[at[key]].Trim() : "";
            var (text, fault) = One(Of("name"), Of("birth"), Of("id"), Of("unit"), Of("position"), Of("priority"), Of("reason"), Of("extra"));
            if (text is null) faults.Add(new(row, fault!));
            else if (read.Exists(r => r.PersonalId == text.PersonalId)) faults.Add(new(row, $"Số định danh {text.PersonalId} đã có ở một hàng trên."));
            else read.Add(text);
        }
        return (read, faults);
    }

    /// <summary>Checks what was written about one candidate.</summary>
    public static (CandidateText? Text, string? Fault) One(string name, string birth, string id, string unit, string position, string priority, string reason, string extra)
    {
        if (name.Length == 0) return (null, "Thiếu họ và tên.");
        if (!VnDate.TryParse(birth, out var day) && !Serial(birth, out day)) return (null, $"{name}: ngày sinh “{birth}” không đọc được, ghi dạng 05/09/1995.");
        if (id.Length is not (9 or 12) || !id.All(char.IsAsciiDigit)) return (null, $"{name}: số định danh “{id}” phải có 12 chữ số (số cũ 9 chữ số).");
        if (!Hundredths(priority, out var points) || points > 1000) return (null, $"{name}: điểm ưu tiên “{priority}” phải từ 0 đến 10, ví dụ 7,5.");
        if (points > 0 && reason.Length == 0) return (null, $"{name}: có điểm ưu tiên thì ghi lý do ưu tiên.");
        if (!Hundredths(extra, out var more) || more > 10_000 || more % 100 != 0) return (null, $"{name}: thêm giờ “{extra}” là số phần trăm nguyên từ 0 đến 100.");
        return (new CandidateText(name, day, id, unit, position, points, reason, more / 100), null);
    }

    private static bool Hundredths(string text, out int value)
    {
        value = 0;
        if (text.Length == 0) return true;
        if (!VnNumber.TryParse(text.TrimEnd('%'), out var number) || number < 0 || number > 1000) return false;
        value = (int)(number * 100);
        return true;
    }

    // Workbooks keep days as numbers since 30/12/1899.
    private static bool Serial(string text, out DateOnly day)
    {
        var is1900 = int.TryParse(text, out var days) && days is > 3650 and < 60_000;
        day = is1900 ? new DateOnly(1899, 12, 30).AddDays(days) : default;
        return is1900;
    }

    private static bool Is(string cell, string[] headings) => headings.Contains(string.Join(' ', cell.Trim().ToLowerInvariant().Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
