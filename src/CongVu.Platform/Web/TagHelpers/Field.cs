using System.Collections;
using System.Globalization;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>A field with everything decided: what its tag says, what the model says, and what was typed last time.</summary>
internal sealed record Field(FieldTagHelper Tag, FieldKind Kind, string Name, string Id, string Label, bool Required)
{
    /// <summary>The text in the control: what the person typed if that came back, else the value as people write it.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The values switched on in a list, a radio group or checks.</summary>
    public IReadOnlySet<string> Chosen { get; private init; } = new HashSet<string>();

    public IReadOnlyList<string> Errors { get; private init; } = [];

    public IReadOnlyList<TagHelperAttribute> Extra { get; private init; } = [];

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public string? DescribedBy => (Tag.Hint is not null, Errors.Count > 0) switch
    {
        (true, true) => HintId + " " + ErrorId,
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public static Field From(FieldTagHelper tag, TagHelperAttributeList attributes)
    {
        var metadata = tag.For?.Metadata;
        var name = tag.Name ?? Full(tag) ?? throw new InvalidOperationException("cv-field needs for or name.");
        var kind = tag.Kind == FieldKind.Auto ? KindOf(metadata, tag) : tag.Kind;
        var required = tag.Required ?? (metadata is { IsRequired: true } && kind is not (FieldKind.Checkbox or FieldKind.Checks));

        tag.ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var value = tag.Value ?? tag.For?.Model;
        var typed = entry?.RawValue is null || kind is FieldKind.Password or FieldKind.File ? null : Typed(entry.RawValue);

        List<string> errors = [.. entry?.Errors.Select(e => string.IsNullOrEmpty(e.ErrorMessage) ? "Giá trị không dùng được." : e.ErrorMessage).Distinct() ?? []];
        if (!string.IsNullOrEmpty(tag.Error)) // Razor hands null over as empty text
        {
            errors.Add(tag.Error);
        }

        return new Field(tag, kind, name, tag.Id ?? Unique(tag.ViewContext, TagBuilder.CreateSanitizedId(name, "_")), tag.Label ?? metadata?.DisplayName ?? metadata?.PropertyName ?? name, required)
        {
            Text = typed is { Length: > 0 } ? typed[0] : Written(value, kind),
            Chosen = (typed ?? Values(value)).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Errors = errors,
            Extra = [.. attributes],
        };
    }

    // Several forms of one page may have a field of the same name; a label must lead to its own.
    private static string Unique(ViewContext view, string id)
    {
        var items = view.HttpContext.Items;
        var times = items[(typeof(Field), id)] is int before ? before + 1 : 1;
        items[(typeof(Field), id)] = times;
        return times == 1 ? id : $"{id}-{times}";
    }

    private static string? Full(FieldTagHelper tag) =>
        tag.For is null ? null : tag.ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(tag.For.Name);

    private static FieldKind KindOf(ModelMetadata? metadata, FieldTagHelper tag)
    {
        if (tag.Source is not null)
        {
            return FieldKind.Combobox;
        }

        if (tag.Items is not null)
        {
            return metadata is { IsEnumerableType: true } ? FieldKind.Checks : FieldKind.Select;
        }

        var type = metadata?.UnderlyingOrModelType;
        return type switch
        {
            null => tag.Value is DateOnly ? FieldKind.Date : FieldKind.Text,
            _ when type == typeof(DateOnly) => FieldKind.Date,
            _ when type == typeof(bool) => FieldKind.Checkbox,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(decimal) => FieldKind.Number,
            _ when typeof(Microsoft.AspNetCore.Http.IFormFile).IsAssignableFrom(type) => FieldKind.File,
            _ => metadata!.DataTypeName switch
            {
                "MultilineText" => FieldKind.Textarea,
                "Password" => FieldKind.Password,
                "EmailAddress" => FieldKind.Email,
                "PhoneNumber" => FieldKind.Phone,
                _ => FieldKind.Text,
            },
        };
    }

    private static string Written(object? value, FieldKind kind) => (value, kind) switch
    {
        (null, _) => "",
        (string text, _) => text,
        (DateOnly date, _) => VnFormat.Date(date),
        (decimal number, FieldKind.Coefficient) => VnFormat.Coefficient(number),
        (decimal number, FieldKind.Number or FieldKind.Percent or FieldKind.Money) => VnFormat.Number(number, 4),
        (int number, FieldKind.Money or FieldKind.Number) => VnFormat.Count(number),
        (long number, FieldKind.Money or FieldKind.Number) => VnFormat.Count(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string[] Values(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };

    private static string[] Typed(object raw) => raw switch
    {
        string[] many => many,
        string one => [one],
        _ => Values(raw),
    };
}
