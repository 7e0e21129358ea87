using CongVu.Examinations.Formats;

namespace CongVu.Examinations.Items;

/// <summary>The last touch on an item that was read: what two formats say differently but mean alike becomes the same.</summary>
internal static class ItemForm
{
    public const int TitleLength = 60;

    public static ExamItem Settle(ExamItem item)
    {
        var stem = item.Stem;
        if (item.Parts is [{ } only] && only.Kind.IsInline()) stem = ContentForm.WithoutLastGap(stem);
        return item with { Stem = stem, Title = Title(item.Title, stem, item.Id), Topic = item.Topic.Trim() };
    }

    public static string Title(string given, Content stem, string id)
    {
        var title = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length > 0) return title;
        var text = stem.Text();
        if (text.Length == 0) return id;
        if (text.Length <= TitleLength) return text;
        var cut = text.LastIndexOf(' ', TitleLength - 1);
        return text[..(cut > 20 ? cut : TitleLength - 1)] + "…";
    }

    /// <summary>A, B … Z, then A2, B2 …</summary>
    public static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : $"{(char)('A' + index % 26)}{index / 26 + 1}";
}
