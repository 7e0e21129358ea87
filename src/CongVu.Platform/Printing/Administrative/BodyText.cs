using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>Turns blocks of the body into paragraphs and tables.</summary>
internal static class BodyText
{
    /// <summary>Ends an administrative text: nothing can be added behind it.</summary>
    private const string EndMark = "./.";

    /// <param name="blocks">The blocks in order.</param>
    /// <param name="width">Width of the text, in twips.</param>
    /// <param name="closes">True for the text the signature follows: it ends with "./." and stays with the signature.</param>
    public static IReadOnlyList<OpenXmlElement> Build(IReadOnlyList<BodyBlock> blocks, int width, bool closes)
    {
        var elements = new List<OpenXmlElement>();
        for (var i = 0; i < blocks.Count; i++)
        {
            Append(elements, blocks[i], width, closes && i == blocks.Count - 1);
        }

        if (closes)
        {
            StayWithSignature(elements);
        }

        return elements;
    }

    private static void Append(List<OpenXmlElement> to, BodyBlock block, int width, bool last)
    {
        switch (block)
        {
            case BodyBlock.Paragraph p:
                to.Add(Text("NoiDung", p.Text, last));
                break;
            case BodyBlock.Dash d:
                to.Add(Text("NoiDung", d.Text.Prefixed("- "), last));
                break;
            case BodyBlock.Clause { Title: { } title } c:
                var heading = Paper.Line("Khoan", Span.Strong($"{c.Number}. {title.TrimEnd(' ', '.')}"));
                Paper.KeepWithNext(heading);
                to.Add(heading);
                if (c.Text.Spans.Count > 0)
                {
                    to.Add(Text("NoiDung", c.Text, last));
                }

                break;
            case BodyBlock.Clause c:
                to.Add(Text("Khoan", c.Text.Prefixed($"{c.Number}. "), last));
                break;
            case BodyBlock.Point p:
                to.Add(Text("Diem", p.Text.Prefixed($"{PrintText.PointLetter(p.Ordinal)}) "), last));
                break;
            case BodyBlock.Article a:
                AppendArticle(to, a, width, last);
                break;
            case BodyBlock.Heading h:
                to.AddRange(Heading(h));
                break;
            case BodyBlock.Table t:
                to.Add(RuledTable.Build(t.Content, width));
                to.Add(Paper.Line("KetThuc"));
                break;
            default:
                throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(block));
        }
    }

    private static void AppendArticle(List<OpenXmlElement> to, BodyBlock.Article article, int width, bool last)
    {
        var endsHere = last && article.Blocks.Count == 0;
        if (article.Title is { } title)
        {
            to.Add(Paper.Line("DieuCoTieuDe", $"Điều {article.Number}. {title.TrimEnd(' ', '.')}"));
            if (article.Text.Spans.Count > 0)
            {
                to.Add(Text("NoiDung", article.Text, endsHere));
            }
        }
        else
        {
            to.Add(Text("Dieu", article.Text.Prefixed(Span.Strong($"Điều {article.Number}. ")), endsHere));
        }

        for (var i = 0; i < article.Blocks.Count; i++)
        {
            Append(to, article.Blocks[i], width, last && i == article.Blocks.Count - 1);
        }
    }

    private static IEnumerable<Paragraph> Heading(BodyBlock.Heading heading)
    {
        var capitals = PrintText.Capitals(heading.Title);
        return heading.Level switch
        {
            HeadingLevel.Part => [Paper.Line("Chuong", $"Phần {PrintText.Roman(heading.Number)}"), Paper.Line("TieuDeChuong", capitals)],
            HeadingLevel.Chapter => [Paper.Line("Chuong", $"Chương {PrintText.Roman(heading.Number)}"), Paper.Line("TieuDeChuong", capitals)],
            HeadingLevel.Section => [Paper.Line("Muc", $"Mục {heading.Number}"), Paper.Line("TieuDeChuong", capitals)],
            HeadingLevel.Subsection => [Paper.Line("Muc", $"Tiểu mục {heading.Number}"), Paper.Line("TieuDeChuong", capitals)],
            HeadingLevel.Roman => [Paper.Line("MucLaMa", $"{PrintText.Roman(heading.Number)}. {capitals}")],
            HeadingLevel.Numbered => [Paper.Line("MucSo", $"{heading.Number}. {heading.Title}")],
            _ => throw new ArgumentOutOfRangeException(nameof(heading), heading.Level, "Unknown heading level."),
        };
    }

    private static Paragraph Text(string style, RichText text, bool last) =>
        Paper.Line(style, (last ? text.EndingWith(EndMark) : text).Spans);

    // Never a signature alone on a page: the last paragraph, or the last row of a table, goes along with it.
    private static void StayWithSignature(List<OpenXmlElement> elements)
    {
        if (elements.LastOrDefault() is Paragraph last)
        {
            Paper.KeepWithNext(last);
            if (elements.Count > 1 && elements[^2] is Table table)
            {
                foreach (var line in table.Elements<TableRow>().Last().Descendants<Paragraph>())
                {
                    Paper.KeepWithNext(line);
                }
            }
        }
    }
}
