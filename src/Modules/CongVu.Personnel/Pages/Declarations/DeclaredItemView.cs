using CongVu.Personnel.Declarations;
using CongVu.Platform.Web.TagHelpers;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>One item of the form with the page it stands on.</summary>
internal sealed record DeclaredItemView(DeclarableItem Item, EditModel Page)
{
    /// <summary>What the record says, once something else is typed.</summary>
    public string? Hint => Page.IsChanged(Item) ? $"Hồ sơ đang ghi: {Page.HeldWords(Item)}" : null;

    public string? HintOf(DeclarableField field) => Page.IsChanged(Item) && field == Item.Fields[0] ? Hint : field.Kind == DeclaredKind.Year ? "Bốn chữ số" : null;

    public FieldKind KindOf(DeclarableField field) => field.Kind switch { DeclaredKind.Phone => FieldKind.Phone, DeclaredKind.Email => FieldKind.Email, _ => FieldKind.Text };
}
