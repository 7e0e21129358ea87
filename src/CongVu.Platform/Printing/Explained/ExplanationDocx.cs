using CongVu.Law;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Platform.Printing.Explained;

/// <summary>A paper that explains a calculation to the person it concerns: who made it, about whom, and the calculation as its annex.</summary>
public sealed record ExplanationPaper
{
    /// <summary>Cơ quan chủ quản; null where there is none.</summary>
    public string? ParentAgency { get; init; }

    /// <summary>Agency that explains.</summary>
    public required string Agency { get; init; }

    /// <summary>Notation of the agency in numbers: <c>SNV</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Địa danh.</summary>
    public required string Place { get; init; }

    /// <summary>Day of printing.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>"Giải trình tiền lương tháng 11/2026 của ông …".</summary>
    public required string Subject { get; init; }

    /// <summary>Paragraphs above the annex: about whom, by the record of which day, what the result is.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Post that signs; the name stays open.</summary>
    public required string SignedBy { get; init; }

    /// <summary>Headings and calculations.</summary>
    public required IReadOnlyList<(string Heading, Explanation Calculation)> Calculations { get; init; }
}

/// <summary>Prints an explanation as a Word document: a notice with the calculation as its annex.</summary>
public static class ExplanationDocx
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(ExplanationPaper paper) => AdministrativeDocx.Write(new AdministrativeDocument
    {
        Type = DocumentType.Notice,
        ParentAgency = paper.ParentAgency,
        Agency = paper.Agency,
        Number = DocumentNumber.Of(null, DocumentType.Notice, paper.Symbol),
        Place = paper.Place,
        Date = IssueDate.Open(paper.Day.Year),
        Subject = paper.Subject,
        IsDraft = true,
        Body = [.. paper.Words.Select(w => new BodyBlock.Paragraph(w))],
        Recipients = ["Người được giải trình", "Lưu: VT, TCCB"],
        Signature = Signature.Head(paper.SignedBy, ""),
        Annexes = [ExplanationAnnex.Of("Bảng tính chi tiết", paper.Calculations)],
    });
}
