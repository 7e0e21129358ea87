namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Measures of Nghị định 30/2020/NĐ-CP, annex I: paper, margins, and the sizes of its own worked example (mục V).
/// Lengths are in twips, twentieths of a point; sizes of type in points.
/// </summary>
internal static class PaperLayout
{
    public const int PageShort = 11906;
    public const int PageLong = 16838;

    // 20, 20, 30 and 15 mm, rounded up: a twip less would fall out of the allowed range.
    public const int MarginTop = 1134;
    public const int MarginBottom = 1134;
    public const int MarginLeft = 1701;
    public const int MarginRight = 851;
    public const int HeaderDistance = 567;
    public const int FooterDistance = 454;

    public const int TextWidth = PageShort - MarginLeft - MarginRight;
    public const int LandscapeTextWidth = PageLong - MarginLeft - MarginRight;

    // 63 mm for the agency; the rest must hold "Thành phố Hồ Chí Minh, ngày … tháng … năm …" on one line.
    public const int HeaderLeft = 3572;
    public const int HeaderRight = TextWidth - HeaderLeft;

    public const int RecipientsWidth = TextWidth / 2;
    public const int SignatureWidth = TextWidth - RecipientsWidth;

    public const int FirstLine = 720; // 1.27 cm
    public const int ParagraphGap = 120; // 6 pt
    public const int SignatureGap = 1500; // room for the signature and the seal over a third of it

    public const double NationalName = 12;
    public const double Motto = 13;
    public const double AgencyName = 12;
    public const double NumberLine = 13;
    public const double PlaceAndDate = 13;
    public const double LetterSubject = 12;
    public const double BodySize = 14;
    public const double RecipientsHeading = 12;
    public const double RecipientsList = 11;
    public const double Mark = 13;
    public const double SmallPrint = 11;

    /// <summary>Share of the words above a rule that must be "from a third to a half" of them.</summary>
    public const double RuleShare = 0.42;
}
