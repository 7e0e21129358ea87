using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Law.Loading;

/// <summary>The kinds a parameter or a table column may have.</summary>
internal enum ValueKind
{
    Money,
    Coefficient,
    Ratio,
    Integer,
    Months,
    Table,
    CodeList,
    Procedure,
    Text,
    Code,
    Month,
}

/// <summary>
/// The one written form each kind of figure has. Nothing passes through a floating point number: money, integers and months are plain digits,
/// a coefficient always shows two decimals (<c>4.98</c>, <c>3.00</c>), a ratio always shows its sign (<c>25%</c>, <c>2.5%</c>).
/// </summary>
internal static partial class ScalarForms
{
    public static readonly FrozenDictionary<string, ValueKind> Parameters = new Dictionary<string, ValueKind>
    {
        ["money"] = ValueKind.Money,
        ["coefficient"] = ValueKind.Coefficient,
        ["ratio"] = ValueKind.Ratio,
        ["integer"] = ValueKind.Integer,
        ["months"] = ValueKind.Months,
        ["table"] = ValueKind.Table,
        ["codelist"] = ValueKind.CodeList,
        ["procedure"] = ValueKind.Procedure,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, ValueKind> Columns = new Dictionary<string, ValueKind>
    {
        ["money"] = ValueKind.Money,
        ["coefficient"] = ValueKind.Coefficient,
        ["ratio"] = ValueKind.Ratio,
        ["integer"] = ValueKind.Integer,
        ["months"] = ValueKind.Months,
        ["text"] = ValueKind.Text,
        ["code"] = ValueKind.Code,
        ["month"] = ValueKind.Month,
    }.ToFrozenDictionary();

    /// <summary>The value, boxed in its CLR type (long, Coefficient, Percent, int, string, DateOnly), or null when the text has not the form of the kind.</summary>
    public static object? Read(ValueKind kind, string text) => kind switch
    {
        ValueKind.Money => WholeForm().IsMatch(text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null,
        ValueKind.Coefficient => CoefficientForm().IsMatch(text) && Coefficient.TryParse(text, out var coefficient) ? coefficient : null,
        ValueKind.Ratio => RatioForm().IsMatch(text) && Percent.TryParse(text, out var percent) ? percent : null,
        ValueKind.Integer or ValueKind.Months =>
            WholeForm().IsMatch(text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        ValueKind.Month => PartialDate.TryParse(text, out var month) && month is { Month: not null, Day: null } ? month.Reckoned : null,
        ValueKind.Code => CodeForm().IsMatch(text) ? text : null,
        // The reader hands on no empty text.
        ValueKind.Text => text,
        _ => null,
    };

    public static string Describe(ValueKind kind) => kind switch
    {
        ValueKind.Money => "số tiền nguyên bằng đồng, chỉ gồm chữ số (2530000)",
        ValueKind.Coefficient => "hệ số viết đủ hai chữ số thập phân (4.98)",
        ValueKind.Ratio => "tỷ lệ có dấu phần trăm (25%, 2.5%)",
        ValueKind.Integer => "số nguyên",
        ValueKind.Months => "số tháng nguyên",
        ValueKind.Month => "tháng dạng 1964-10",
        ValueKind.Code => "mã không có dấu cách",
        _ => "chuỗi không rỗng",
    };

    [GeneratedRegex(@"^(0|[1-9]\d*)$")]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"^(0|[1-9]\d*)\.\d\d$")]
    private static partial Regex CoefficientForm();

    [GeneratedRegex(@"^(0|[1-9]\d*)(\.\d{1,2})?%$")]
    private static partial Regex RatioForm();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}.\-/]*$")]
    private static partial Regex CodeForm();
}
