using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// One form field whole: label, hint, control with its value, and error. Bound with <c>for</c>, or given
/// <c>name</c> and <c>value</c> (for loops and for search forms, where no model is bound). Attributes it does not know
/// go to the control itself.
/// </summary>
[HtmlTargetElement("cv-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public object? Value { get; set; }

    /// <summary>For a searching combobox: the words of the value already chosen.</summary>
    public string? ValueText { get; set; }

    public string? Id { get; set; }

    public FieldKind Kind { get; set; }

    public string? Label { get; set; }

    /// <summary>Keeps the label for screen readers only, where the place of the field says enough (a search box).</summary>
    public bool HideLabel { get; set; }

    public string? Hint { get; set; }

    /// <summary>An error of its own, beside those of the model state.</summary>
    public string? Error { get; set; }

    /// <summary>Overrides what the model says.</summary>
    public bool? Required { get; set; }

    public bool Readonly { get; set; }

    public bool Disabled { get; set; }

    /// <summary>What a select, combobox, checks or radio group offers.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>First, empty line of a select; without it an optional select starts with "— Chưa chọn —".</summary>
    public string? Empty { get; set; }

    /// <summary>Address of the search behind a combobox; it gets <c>q</c> and answers a JSON array of <see cref="Choice"/>.</summary>
    public string? Source { get; set; }

    /// <summary>Unit written behind the control ("tháng", "đ").</summary>
    public string? Unit { get; set; }

    /// <summary>Width class of the control: <c>short</c>, <c>medium</c>, <c>full</c>; by kind when not given.</summary>
    public string? Width { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = (await output.GetChildContentAsync()).GetContent();
        Empty ??= context.Items.ContainsKey(FiltersTagHelper.Inside) ? "Tất cả" : null;
        var field = Field.From(this, output.Attributes);
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;

        if (field.Kind == FieldKind.Hidden)
        {
            output.TagName = null;
            FieldMarkup.WriteControl(output.Content, field);
            return;
        }

        var group = field.Kind is FieldKind.Radio or FieldKind.Checks;
        output.TagName = group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", field.Errors.Count > 0 ? "cv-field cv-field-wrong" : "cv-field");
        if (group && field.DescribedBy is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        FieldMarkup.Write(output.Content, field);
        if (!string.IsNullOrWhiteSpace(inner))
        {
            output.Content.AppendHtml(inner);
        }
    }
}
