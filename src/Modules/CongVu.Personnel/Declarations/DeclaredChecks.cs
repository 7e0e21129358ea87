using System.Globalization;
using System.Text.RegularExpressions;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Declarations;

/// <summary>Something that keeps a declaration from being sent.</summary>
/// <param name="Field">Name of the field on the form.</param>
internal sealed record DeclaredProblem(string Field, string Message);

/// <summary>What must be right before a declaration goes to the officer.</summary>
internal sealed partial class DeclaredChecks(StaffCodes codes)
{
    public const int Longest = 300;

    /// <summary>Name of a value's field on the form.</summary>
    public static string FieldName(DeclarableItem item, DeclarableField field) => $"kk.{item.Code}.{field.Name}";

    /// <summary>Name of a group's day on the form.</summary>
    public static string DayName(string group) => $"tu.{group}";

    public IReadOnlyList<DeclaredProblem> Of(IReadOnlyList<DeclarationItem> items, int files, DateOnly today)
    {
        var problems = new List<DeclaredProblem>();
        if (items.Count == 0) problems.Add(new("", "Chưa có nội dung nào khác với hồ sơ. Sửa mục cần thay đổi rồi gửi."));
        foreach (var stored in items)
        {
            var item = Declarables.Find(stored.Code);
            var values = DeclaredValues.FromJson(stored.Wanted);
            foreach (var field in item.Fields)
                if (Complaint(field, values[field.Name], today) is { } message) problems.Add(new(FieldName(item, field), $"{item.Label}: {message}"));
            if (stored.FromDay > today) problems.Add(new(DayName(item.Group), $"{item.Label}: ngày {VnFormat.Date(stored.FromDay)} ở tương lai. Kê khai khi thay đổi đã xảy ra."));
            if (values["year"] is { } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y > stored.FromDay.Year)
                problems.Add(new(DayName(item.Group), $"{item.Label}: ngày có văn bằng {VnFormat.Date(stored.FromDay)} trước năm tốt nghiệp {y}."));
        }
        var unproven = items.Select(i => Declarables.Find(i.Code)).Where(i => i.NeedsEvidence).Select(i => i.Label.ToLower(CultureInfo.CurrentCulture)).ToList();
        if (files == 0 && unproven.Count > 0)
            problems.Add(new("Upload", $"Thiếu tài liệu minh chứng cho: {string.Join("; ", unproven)}. Tải bản chụp văn bằng, giấy tờ lên ở mục Tài liệu minh chứng."));
        return [.. problems.DistinctBy(p => (p.Field, p.Message))];
    }

    private string? Complaint(DeclarableField field, string? value, DateOnly today)
    {
        if (value is null) return field.MayBeEmpty ? null : $"chưa chọn {field.Label.ToLower(CultureInfo.CurrentCulture)}.";
        if (value.Length > Longest) return $"dài quá {Longest} ký tự.";
        return field.Kind switch
        {
            DeclaredKind.Phone when !Phone().IsMatch(value) => $"số điện thoại “{value}” không đúng. Ghi 9 đến 12 chữ số, có thể có dấu + ở đầu.",
            DeclaredKind.Email when !Email().IsMatch(value) => $"địa chỉ thư “{value}” không đúng. Ví dụ: an.nguyen@tinh.gov.vn.",
            DeclaredKind.Code when !codes.On(field.CodeList!, today).Any(c => c.Code == value) => $"giá trị “{value}” không có trong danh mục.",
            DeclaredKind.Year when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1940 || year > today.Year => $"năm “{value}” không đúng. Ghi bốn chữ số, không sau năm nay.",
            _ => null,
        };
    }

    [GeneratedRegex(@"^\+?[0-9](?:[0-9 .]{7,14})[0-9]$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
    private static partial Regex Email();
}
