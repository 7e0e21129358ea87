namespace CongVu.Reform.Reading;

/// <summary>How well a text suits a column, from what it says alone. Used where columns cannot be told from positions.</summary>
internal static class CellFit
{
    public static double Score(ColumnRole role, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return role is ColumnRole.Task ? -0.2 : 0;
        }
        var number = ItemNumber.OfCell(text) is not null;
        var time = LooksLikeTime(text);
        var unit = UnitWords.Begins(text) && text.Length < 400;
        return role switch
        {
            ColumnRole.Number => number ? 2 : -3,
            ColumnRole.Task => number ? -3 : time ? -1 : unit ? -0.4 : 1,
            ColumnRole.Lead or ColumnRole.Support or ColumnRole.LeadAndSupport => time || number ? -2 : unit ? 1.5 : -1,
            ColumnRole.Time or ColumnRole.Start or ColumnRole.End => time ? 2 : -1.5,
            ColumnRole.Product => number ? -2 : time ? -1 : unit ? -0.3 : 0.4,
            ColumnRole.Group => number || time ? -2 : 0.1,
            _ => 0,
        };
    }

    public static bool LooksLikeTime(string text)
    {
        var line = Vietnamese.OneLine(text);
        if (line.Length is 0 or > 140)
        {
            return false;
        }
        var folded = Vietnamese.Fold(line);
        if (folded.StartsWith("thuong xuyen", StringComparison.Ordinal) || folded.StartsWith("hang ", StringComparison.Ordinal) || folded.StartsWith("sau khi ", StringComparison.Ordinal)
            || folded.StartsWith("khi ", StringComparison.Ordinal) || folded.StartsWith("dinh ky", StringComparison.Ordinal) || folded.StartsWith("lien tuc", StringComparison.Ordinal))
        {
            return true;
        }
        return line.Length <= 70 && DateMentions.Find(line) is [var first, ..] && first.Start <= 24;
    }
}
