using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>Everything above the body: boxes 1 to 5, the marks under them, and whom the document addresses.</summary>
internal static class OpeningBoxes
{
    private const string NationalNameText = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string MottoText = "Độc lập - Tự do - Hạnh phúc";
    private const int SubjectWidth = TextWidth - 1134;
    private const string Black = "000000";
    private const string Red = "C00000";

    public static IEnumerable<OpenXmlElement> Build(AdministrativeDocument document)
    {
        yield return HeaderTable(document);
        if (!document.Type.IsLetter)
        {
            yield return Paper.Line("TenLoai", document.Type.Title);
            var (subject, width) = Paper.Balanced("TrichYeu", PrintText.Clean(document.Subject), BodySize, SubjectWidth);
            yield return subject;
            yield return Paper.Rule((int)(width * RuleShare), TextWidth);
        }

        foreach (var line in Addressees(document.Addressees))
        {
            yield return line;
        }

        if (document.Authority is { } authority)
        {
            yield return Paper.Line("ThamQuyen", PrintText.Capitals(authority));
        }

        foreach (var line in Bases(document))
        {
            yield return line;
        }

        if (document.EffectiveEnactingWords is { } words)
        {
            yield return Paper.Line("MenhLenh", PrintText.Capitals(words));
        }
    }

    private static Table HeaderTable(AdministrativeDocument document)
    {
        var table = Paper.SideBySide(HeaderLeft, HeaderRight);
        table.Append(
            Paper.Row(Paper.Cell(HeaderLeft, Agencies(document)), Paper.Cell(HeaderRight, Nation())),
            Paper.Row(
                Paper.Cell(HeaderLeft, Spaced(Paper.Line("SoKyHieu", $"Số: {document.Number}"))),
                Paper.Cell(HeaderRight, Spaced(Paper.Line("DiaDanhThoiGian", $"{document.Place}, {document.Date}")))));
        var marks = Marks(document).ToList();
        if (marks.Count > 0)
        {
            table.Append(Paper.Row(Paper.Cell(HeaderLeft, marks), Paper.Cell(HeaderRight, [Paper.Line("DiaDanhThoiGian")])));
        }

        return table;
    }

    private static IEnumerable<Paragraph> Agencies(AdministrativeDocument document)
    {
        if (document.ParentAgency is { } parent)
        {
            yield return Paper.Balanced("CoQuanChuQuan", PrintText.Capitals(parent), AgencyName, HeaderLeft).Paragraph;
        }

        var (agency, width) = Paper.Balanced("CoQuanBanHanh", PrintText.Capitals(document.Agency), AgencyName, HeaderLeft);
        yield return agency;
        yield return Paper.Rule((int)(width * RuleShare), HeaderLeft);
    }

    private static IEnumerable<Paragraph> Nation() =>
    [
        Paper.Line("QuocHieu", NationalNameText),
        Paper.Line("TieuNgu", MottoText),
        Paper.Rule(LetterWidths.BoldTwips(MottoText, Motto), HeaderRight),
    ];

    private static IEnumerable<Paragraph> Marks(AdministrativeDocument document)
    {
        if (document.Type.IsLetter)
        {
            var subject = PrintText.Clean(document.Subject);
            yield return Paper.Balanced(
                "VeViec", subject.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? subject : "V/v " + subject, LetterSubject, HeaderLeft).Paragraph;
        }

        var urgency = document.Urgency switch
        {
            Urgency.Urgent => "KHẨN",
            Urgency.VeryUrgent => "THƯỢNG KHẨN",
            Urgency.Immediate => "HỎA TỐC",
            _ => null,
        };
        if (urgency is not null)
        {
            yield return Paper.Framed(urgency, HeaderLeft, Red);
        }

        if (document.IsDraft)
        {
            yield return Paper.Framed("DỰ THẢO", HeaderLeft, Black);
        }
    }

    private static IEnumerable<Paragraph> Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees.Count == 0)
        {
            yield break;
        }

        if (addressees.Count == 1)
        {
            var only = Paper.Line("KinhGui", "Kính gửi: " + addressees[0].TrimEnd(' ', '.', ';'));
            only.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
            yield return only;
            yield break;
        }

        // Several addressees: one line each with a dash, standing under the colon.
        const int left = 1700;
        var colon = left + LetterWidths.BoldTwips("Kính gửi", BodySize);
        var lead = Paper.Line("KinhGui", "Kính gửi:");
        lead.ParagraphProperties!.Indentation = new Indentation { Left = Paper.Text(left) };
        lead.ParagraphProperties.SpacingBetweenLines = new SpacingBetweenLines { Before = "240", After = "0" };
        Paper.KeepWithNext(lead);
        yield return lead;
        for (var i = 0; i < addressees.Count; i++)
        {
            var mark = i == addressees.Count - 1 ? "." : ";";
            var line = Paper.Line("KinhGui", $"- {addressees[i].TrimEnd(' ', '.', ';')}{mark}");
            line.ParagraphProperties!.Indentation = new Indentation { Left = Paper.Text(colon + 140), Hanging = "140" };
            line.ParagraphProperties.SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = i == addressees.Count - 1 ? "240" : "0" };
            yield return line;
        }
    }

    private static IEnumerable<Paragraph> Bases(AdministrativeDocument document)
    {
        var lines = document.Proposal is { } proposal ? [.. document.Bases, proposal] : document.Bases;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].TrimEnd(' ', '.', ';', ',') + (i == lines.Count - 1 ? "." : ";");
            yield return Paper.Line("CanCu", text);
        }
    }

    private static IEnumerable<Paragraph> Spaced(Paragraph line)
    {
        line.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Paper.Text(ParagraphGap) };
        return [line];
    }
}
