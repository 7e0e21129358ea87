using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CongVu.Decisions.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Undoing;

/// <summary>A field of an effect type.</summary>
internal sealed record EffectField(string Key, InputKind Kind, Type Type);

/// <summary>The fields of effects with their Vietnamese labels, and their values as people type them.</summary>
internal static class EffectFields
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["personnel.identity"] = "Nhân thân", ["personnel.contact"] = "Liên lạc", ["personnel.employment"] = "Công tác", ["personnel.employment-end"] = "Thôi công tác", ["personnel.post"] = "Giữ chức vụ",
        ["personnel.post-end"] = "Thôi giữ chức vụ", ["personnel.rank-and-step"] = "Ngạch, bậc lương", ["personnel.allowance"] = "Phụ cấp", ["personnel.allowance-end"] = "Thôi hưởng phụ cấp", ["personnel.qualification"] = "Trình độ",
        ["personnel.party-and-union"] = "Đảng, đoàn thể", ["personnel.social-insurance"] = "Bảo hiểm xã hội", ["personnel.test-result"] = "Kết quả sát hạch, thi tuyển", ["organisation.establish"] = "Thành lập đơn vị", ["organisation.rename"] = "Đổi tên đơn vị",
        ["organisation.move"] = "Chuyển cơ quan cấp trên", ["organisation.dissolve"] = "Giải thể đơn vị",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["fullName"] = "Họ và tên", ["otherName"] = "Tên gọi khác", ["birthDate"] = "Ngày sinh", ["sex"] = "Giới tính", ["birthPlace"] = "Nơi sinh", ["homeTown"] = "Quê quán", ["ethnicity"] = "Dân tộc", ["religion"] = "Tôn giáo",
        ["personalId"] = "Số định danh cá nhân", ["oldId"] = "Số chứng minh cũ", ["residence"] = "Nơi thường trú", ["address"] = "Nơi ở hiện nay", ["phone"] = "Điện thoại", ["email"] = "Thư điện tử", ["unitId"] = "Đơn vị", ["category"] = "Đối tượng",
        ["contract"] = "Loại hợp đồng", ["joinedOn"] = "Ngày vào cơ quan nhà nước", ["jobTitle"] = "Vị trí việc làm", ["how"] = "Hình thức", ["reason"] = "Lý do", ["postCode"] = "Chức vụ", ["termMonths"] = "Thời hạn (tháng)",
        ["byCompetition"] = "Qua thi tuyển", ["reappointed"] = "Bổ nhiệm lại", ["acting"] = "Giao quyền, phụ trách", ["rankCode"] = "Mã ngạch", ["tableCode"] = "Bảng lương", ["step"] = "Bậc", ["coefficient"] = "Hệ số (phần trăm)",
        ["overScalePercent"] = "Thâm niên vượt khung (%)", ["stepSince"] = "Tính nâng bậc lần sau từ", ["kind"] = "Loại", ["percent"] = "Tỷ lệ (%)", ["amount"] = "Số tiền", ["level"] = "Trình độ, cấp", ["major"] = "Chuyên ngành",
        ["school"] = "Nơi đào tạo", ["year"] = "Năm tốt nghiệp", ["mode"] = "Hình thức đào tạo", ["partyJoinedOn"] = "Ngày vào Đảng", ["partyOfficialOn"] = "Ngày chính thức", ["partyPost"] = "Chức vụ Đảng", ["youthUnionOn"] = "Ngày vào Đoàn",
        ["unionPost"] = "Chức vụ đoàn thể", ["enlistedOn"] = "Ngày nhập ngũ", ["dischargedOn"] = "Ngày xuất ngũ", ["highestMilitaryRank"] = "Quân hàm cao nhất", ["bookNumber"] = "Số sổ bảo hiểm", ["monthsCounted"] = "Số tháng đã đóng",
        ["monthsPaidOut"] = "Số tháng đã hưởng một lần", ["examId"] = "Mã kỳ thi", ["exam"] = "Kỳ thi", ["heldOn"] = "Ngày thi", ["position"] = "Vị trí, nội dung thi", ["hundredths"] = "Điểm (phần trăm điểm)", ["passed"] = "Đạt", ["code"] = "Mã đơn vị", ["name"] = "Tên đơn vị", ["shortName"] = "Tên gọn", ["symbol"] = "Ký hiệu", ["parentId"] = "Trực thuộc", ["predecessorIds"] = "Đơn vị tiền thân", ["successorIds"] = "Đơn vị kế thừa",
    }.ToFrozenDictionary();

    /// <summary>Vietnamese name of an effect type; its code when the catalogue does not know it.</summary>
    public static string NameOf(string effectCode) => Names.GetValueOrDefault(effectCode, effectCode);

    /// <summary>Vietnamese label of a field; its key when the catalogue does not know it.</summary>
    public static string Label(string effectCode, string key) => (effectCode, key) is ("personnel.rank-and-step" or "personnel.allowance", "coefficient") ? "Hệ số" : Labels.GetValueOrDefault(key, key);

    /// <summary>True when every field of the type has a label.</summary>
    public static bool Knows(string effectCode, Type type) => Names.ContainsKey(effectCode) && Of(type).All(f => Labels.ContainsKey(f.Key));

    /// <summary>The fields of an effect type in the order of its constructor.</summary>
    public static IReadOnlyList<EffectField> Of(Type type) => [.. type.GetConstructors()[0].GetParameters().Select(p => new EffectField(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), KindOf(p), p.ParameterType))];

    /// <summary>A stored value as people type it; null when empty.</summary>
    public static string? Show(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => string.Join(", ", list.Select(n => n?.ToString())),
        JsonValue value when value.TryGetValue<string>(out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => VnFormat.Date(day),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "true" : "false",
        _ => node.ToString(),
    };

    /// <summary>Reads what was typed for a field into its stored form.</summary>
    public static bool TryRead(Type type, string key, string text, out JsonNode? node)
    {
        node = null;
        if (Of(type).FirstOrDefault(f => f.Key == key) is not { } field) return false;
        var actual = Nullable.GetUnderlyingType(field.Type) ?? field.Type;
        if (text.Length == 0) return actual != field.Type || actual == typeof(string);
        if (key == "coefficient" && Law.Coefficient.TryParse(text, out var coefficient) && text.AsSpan().IndexOfAny(',', '.') >= 0) { node = coefficient.Hundredths; return true; }
        switch (actual)
        {
            case var t when t == typeof(string): node = key == "birthDate" && VnDate.TryParse(text, out var birth) ? Iso(birth) : text; return true;
            case var t when t == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number): node = number; return true;
            case var t when t == typeof(long) && VnNumber.TryParseWhole(text, out var amount): node = amount; return true;
            case var t when t == typeof(bool) && text is "true" or "false": node = text == "true"; return true;
            case var t when t == typeof(DateOnly) && VnDate.TryParse(text, out var day): node = Iso(day); return true;
            case var t when t == typeof(Guid) && Guid.TryParse(text, out var id): node = id; return true;
            case { IsEnum: true } t when Enum.TryParse(t, text, out var value): node = value!.ToString(); return true;
            default: return false;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static InputKind KindOf(ParameterInfo p) => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType, p.Name) switch
    {
        (var t, _) when t == typeof(DateOnly) => InputKind.Date,
        (var t, _) when t == typeof(bool) => InputKind.Checkbox,
        (var t, _) when t == typeof(int) || t == typeof(long) => InputKind.Integer,
        (var t, _) when t == typeof(Guid) => InputKind.Unit,
        (_, "PostCode") => InputKind.Post,
        (_, "RankCode") => InputKind.Rank,
        _ => InputKind.Text,
    };
}
