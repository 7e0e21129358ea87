using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Writes the controls that choose from something: select, combobox, radio group, checks.</summary>
internal static class ChoiceMarkup
{
    public static void WriteSelect(IHtmlContentBuilder html, Field field)
    {
        FieldMarkup.Common(html.Open("select"), field, "form-select");
        html.Attr("data-combobox", field.Kind == FieldKind.Combobox ? "list" : null).Close();
        if (field.Tag.Empty is not null || !field.Required || field.Text.Length == 0)
        {
            html.AppendHtml("<option value=\"\">").AppendText(field.Tag.Empty ?? "— Chưa chọn —").AppendHtml("</option>");
        }

        string? open = null;
        foreach (var item in field.Tag.Items ?? [])
        {
            if (item.Group != open)
            {
                html.AppendHtml(open is null ? "" : "</optgroup>");
                open = item.Group;
                if (open is not null)
                {
                    html.Open("optgroup").Attr("label", open).Close();
                }
            }

            html.Open("option").Attr("value", item.Value).Attr("data-note", item.Note)
                .Flag("selected", field.Chosen.Contains(item.Value)).Flag("disabled", item.Disabled)
                .Close().AppendText(item.Text).AppendHtml("</option>");
        }

        html.AppendHtml(open is null ? "</select>" : "</optgroup></select>");
    }

    /// <summary>
    /// A text box named <c>name.text</c> and the chosen value in a hidden field <c>name</c>. Without script only the text is
    /// posted, and the page looks it up.
    /// </summary>
    public static void WriteSearch(IHtmlContentBuilder html, Field field)
    {
        var textName = field.Name + ".text";
        // The words are no property of the model, so after a failed post they are taken from the form itself.
        var request = field.Tag.ViewContext.HttpContext.Request;
        var text = request.HasFormContentType && request.Form.TryGetValue(textName, out var typed) ? typed.ToString() : field.Tag.ValueText ?? "";
        html.Open("div").Attr("class", "cv-combobox").Attr("data-combobox", "search").Attr("data-source", field.Tag.Source).Close();
        html.Open("input").Attr("type", "hidden").Attr("name", field.Name).Attr("value", field.Text).Close();
        var box = field with { Name = textName };
        html.Open("input").Attr("type", "text");
        FieldMarkup.Common(html, box, "form-control");
        html.Attr("value", text).Attr("autocomplete", "off")
            .Attr("placeholder", FieldMarkup.Extra(field, "placeholder") is null ? "Gõ vài chữ để tìm" : null).Close()
            .AppendHtml("</div>");
    }

    public static void WriteGroup(IHtmlContentBuilder html, Field field)
    {
        html.AppendHtml("<div class=\"cv-choices\">");
        var type = field.Kind == FieldKind.Radio ? "radio" : "checkbox";
        var index = 0;
        foreach (var item in field.Tag.Items ?? [])
        {
            // The error summary links to the field's own id, so the first choice carries it.
            var id = index == 0 ? field.Id : field.Id + "-" + index.ToString(CultureInfo.InvariantCulture);
            index++;
            html.AppendHtml("<div class=\"cv-check-line\">").Open("input").Attr("type", type).Attr("class", "form-check-input")
                .Attr("id", id).Attr("name", field.Name).Attr("value", item.Value)
                .Attr("aria-describedby", item.Note is null ? null : id + "-note")
                .Flag("checked", field.Chosen.Contains(item.Value)).Flag("disabled", item.Disabled || field.Tag.Disabled).Close()
                .Open("label").Attr("for", id).Close().AppendText(item.Text).AppendHtml("</label>");
            if (item.Note is not null)
            {
                html.Open("span").Attr("class", "cv-hint").Attr("id", id + "-note").Close().AppendText(item.Note).AppendHtml("</span>");
            }

            html.AppendHtml("</div>");
        }

        html.AppendHtml("</div>");
    }
}
