using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Writes a field: label above, control with its unit, hint and errors under it.</summary>
internal static class FieldMarkup
{
    public static void Write(IHtmlContentBuilder html, Field field)
    {
        if (field.Kind == FieldKind.Checkbox)
        {
            html.AppendHtml("<div class=\"cv-check-line\">");
            WriteControl(html, field);
            WriteLabel(html, field, "label");
            html.AppendHtml("</div>");
            WriteHint(html, field);
        }
        else
        {
            WriteLabel(html, field, field.Kind is FieldKind.Radio or FieldKind.Checks ? "legend" : "label");
            var unit = field.Tag.Unit ?? UnitOf(field.Kind);
            if (unit is not null)
            {
                html.AppendHtml("<div class=\"cv-with-unit\">");
                WriteControl(html, field);
                html.AppendHtml("<span class=\"cv-unit\">").AppendText(unit).AppendHtml("</span></div>");
            }
            else
            {
                WriteControl(html, field);
            }

            WriteHint(html, field);
        }

        WriteErrors(html, field);
    }

    public static void WriteControl(IHtmlContentBuilder html, Field field)
    {
        switch (field.Kind)
        {
            case FieldKind.Textarea:
                Common(html.Open("textarea"), field, "form-control");
                html.Attr("rows", Extra(field, "rows") is null ? "4" : null).Close()
                    .AppendHtml("\n").AppendText(field.Text).AppendHtml("</textarea>");
                break;
            case FieldKind.Select:
            case FieldKind.Combobox when field.Tag.Source is null:
                ChoiceMarkup.WriteSelect(html, field);
                break;
            case FieldKind.Combobox:
                ChoiceMarkup.WriteSearch(html, field);
                break;
            case FieldKind.Radio:
            case FieldKind.Checks:
                ChoiceMarkup.WriteGroup(html, field);
                break;
            case FieldKind.Checkbox:
                Common(html.Open("input").Attr("type", "checkbox").Attr("value", "true"), field, "form-check-input");
                html.Flag("checked", field.Chosen.Contains("true")).Close();
                break;
            case FieldKind.Hidden:
                html.Open("input").Attr("type", "hidden").Attr("id", field.Id).Attr("name", field.Name).Attr("value", field.Text).Close();
                break;
            default:
                WriteInput(html, field);
                break;
        }
    }

    /// <summary>Attributes that every control carries, written after the tag's own.</summary>
    internal static void Common(IHtmlContentBuilder html, Field field, string cssClass)
    {
        var invalid = field.Errors.Count > 0;
        html.Attr("id", field.Id).Attr("name", field.Name)
            .Attr("class", string.Join(' ', ((string?[])[cssClass, WidthOf(field), invalid ? "is-invalid" : null, Extra(field, "class")]).OfType<string>()))
            .Attr("aria-describedby", field.DescribedBy)
            .Attr("aria-invalid", invalid ? "true" : null)
            .Attr("aria-required", field.Required ? "true" : null)
            .Flag("readonly", field.Tag.Readonly).Flag("disabled", field.Tag.Disabled);
        foreach (var extra in field.Extra)
        {
            if (extra.Name is not ("class" or "id"))
            {
                html.Attr(extra.Name, Convert.ToString(extra.Value, CultureInfo.InvariantCulture));
            }
        }
    }

    internal static string? Extra(Field field, string name) =>
        field.Extra.FirstOrDefault(a => a.Name == name) is { } found ? Convert.ToString(found.Value, CultureInfo.InvariantCulture) : null;

    private static void WriteInput(IHtmlContentBuilder html, Field field)
    {
        var (type, mode, placeholder) = field.Kind switch
        {
            // Plain text for dates and numbers: pasting "1-3-2026" or "12.852.400" must work in every browser.
            FieldKind.Date => ("text", "numeric", "dd/mm/yyyy"),
            FieldKind.Number or FieldKind.Money or FieldKind.Coefficient or FieldKind.Percent => ("text", "decimal", null),
            FieldKind.Code => ("text", "numeric", null),
            FieldKind.Password => ("password", null, null),
            FieldKind.Email => ("email", null, null),
            FieldKind.Phone => ("tel", null, null),
            FieldKind.Search => ("search", null, null),
            FieldKind.File => ("file", null, null),
            _ => ("text", (string?)null, (string?)null),
        };
        html.Open("input").Attr("type", type);
        Common(html, field, "form-control");
        html.Attr("inputmode", mode)
            .Attr("placeholder", Extra(field, "placeholder") is null ? placeholder : null)
            .Attr("value", field.Kind is FieldKind.File or FieldKind.Password ? null : field.Text)
            .Attr("data-kind", field.Kind is FieldKind.Date or FieldKind.Money ? field.Kind.ToString().ToLowerInvariant() : null)
            .Attr("autocomplete", Extra(field, "autocomplete") is null && field.Kind is FieldKind.Date or FieldKind.Search ? "off" : null)
            .Close();
    }

    private static void WriteLabel(IHtmlContentBuilder html, Field field, string tag)
    {
        html.Open(tag).Attr("class", field.Tag.HideLabel ? "visually-hidden" : "cv-label")
            .Attr("for", tag == "label" ? field.Id : null).Close().AppendText(field.Label);
        if (field.Required)
        {
            html.AppendHtml("<span class=\"cv-required\" aria-hidden=\"true\"> *</span>");
        }

        html.AppendHtml("</" + tag + ">");
    }

    private static void WriteHint(IHtmlContentBuilder html, Field field)
    {
        if (field.Tag.Hint is not null)
        {
            html.Open("div").Attr("class", "cv-hint").Attr("id", field.HintId).Close().AppendText(field.Tag.Hint).AppendHtml("</div>");
        }
    }

    private static void WriteErrors(IHtmlContentBuilder html, Field field)
    {
        if (field.Errors.Count == 0)
        {
            return;
        }

        html.Open("div").Attr("class", "cv-error").Attr("id", field.ErrorId).Close().Icon("alert-circle").AppendHtml("<span>");
        html.AppendText(string.Join(' ', field.Errors)).AppendHtml("</span></div>");
    }

    private static string? UnitOf(FieldKind kind) => kind switch
    {
        FieldKind.Money => "đ",
        FieldKind.Percent => "%",
        _ => null,
    };

    private static string? WidthOf(Field field) => (field.Tag.Width, field.Kind) switch
    {
        ({ } width, _) => "cv-w-" + width,
        (null, FieldKind.Date or FieldKind.Number or FieldKind.Coefficient or FieldKind.Percent or FieldKind.Code) => "cv-w-short",
        (null, FieldKind.Money or FieldKind.Phone) => "cv-w-medium",
        _ => null,
    };
}
