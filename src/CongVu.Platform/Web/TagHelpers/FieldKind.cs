namespace CongVu.Platform.Web.TagHelpers;

/// <summary>What a field holds; decides the control, the keyboard of a phone, and how the value is written.</summary>
public enum FieldKind
{
    /// <summary>Chosen from the type of the bound property; text when there is none.</summary>
    Auto,
    Text,
    Textarea,
    Date,
    Number,
    Money,
    Coefficient,
    Percent,
    Password,
    Email,
    Phone,
    Search,
    Code,
    Select,
    Combobox,
    Checkbox,
    Checks,
    Radio,
    File,
    Hidden,
}
