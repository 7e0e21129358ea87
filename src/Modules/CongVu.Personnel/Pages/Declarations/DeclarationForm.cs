using CongVu.Personnel.Declarations;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>Reads the form of a declaration. What cannot be read stays in its field with the reason.</summary>
internal static class DeclarationForm
{
    public const string Page = "trang", Note = "ghi-chu";

    /// <summary>Name of the hidden field with what the record said when the form was made.</summary>
    public static string ShownName(DeclarableItem item, DeclarableField field) => $"cu.{item.Code}.{field.Name}";

    public static TypedDeclaration Read(IFormCollection form, ModelStateDictionary state)
    {
        var items = new Dictionary<string, TypedItem>(StringComparer.Ordinal);
        foreach (var item in Declarables.All)
        {
            // A form without the item (an older page, a program) says nothing about it.
            if (!item.Fields.All(f => form.ContainsKey(DeclaredChecks.FieldName(item, f)) && form.ContainsKey(ShownName(item, f)))) continue;
            items[item.Code] = new TypedItem(
                new DeclaredValues(item.Fields.Select(f => (f.Name, (string?)Cut(form[DeclaredChecks.FieldName(item, f)])))),
                new DeclaredValues(item.Fields.Select(f => (f.Name, (string?)Cut(form[ShownName(item, f)])))));
        }
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var group in Declarables.Groups)
        {
            var name = DeclaredChecks.DayName(group.Code);
            var text = form[name].ToString();
            if (VnDate.TryParse(text, out var day)) days[group.Code] = day;
            else if (!string.IsNullOrWhiteSpace(text))
            {
                state.SetModelValue(name, text, text);
                state.AddModelError(name, $"{group.Title}: ngày “{text}” không đọc được. Nhập theo dạng 31/12/2024.");
            }
        }
        return new TypedDeclaration(Guid.TryParse(form[Page], out var page) ? page : Guid.Empty, Cut(form[Note]) is { Length: > 0 } note ? note : null, items, days);
    }

    // Longer than any field takes; the check then tells the limit.
    private static string Cut(string? text) => (text ?? "").Trim() is { Length: > 2000 } long_ ? long_[..2000] : (text ?? "").Trim();
}
