using DocumentFormat.OpenXml.Wordprocessing;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>Boxes 7 and 9b: who receives the document, and who signs it.</summary>
internal static class ClosingBoxes
{
    public static Table Build(AdministrativeDocument document)
    {
        var table = Paper.SideBySide(RecipientsWidth, SignatureWidth);
        table.Append(Paper.Row(
            Paper.Cell(RecipientsWidth, Recipients(document)),
            Paper.Cell(SignatureWidth, Signed(document.Signature))));
        return table;
    }

    private static IEnumerable<Paragraph> Recipients(AdministrativeDocument document)
    {
        yield return Opening(Paper.Line("NoiNhan", document.Recipients.Count > 0 ? "Nơi nhận:" : ""));
        for (var i = 0; i < document.Recipients.Count; i++)
        {
            var mark = i == document.Recipients.Count - 1 ? "." : ";";
            var line = Paper.Line("DanhSachNoiNhan", $"- {document.Recipients[i].TrimEnd(' ', '.', ';', ',')}{mark}");
            line.ParagraphProperties!.Indentation = new Indentation { Left = "120", Right = "240", Hanging = "120" };
            yield return line;
        }

        if (document.DrafterMark is { } mark12)
        {
            yield return Paper.Line("KyHieuSoanThao", mark12);
        }
    }

    private static IEnumerable<Paragraph> Signed(Signature signature)
    {
        if (signature.AuthorityLines.Count == 0)
        {
            throw new ArgumentException("A document is signed by right of a post; give at least one authority line.", nameof(signature));
        }

        for (var i = 0; i < signature.AuthorityLines.Count; i++)
        {
            var line = Paper.Balanced("QuyenHanChucVu", PrintText.Capitals(signature.AuthorityLines[i]), BodySize, SignatureWidth).Paragraph;
            yield return i == 0 ? Opening(line) : line;
        }

        yield return Paper.Line("HoTenNguoiKy", signature.Name);
    }

    private static Paragraph Opening(Paragraph line)
    {
        line.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Paper.Text(ParagraphGap) };
        return line;
    }
}
