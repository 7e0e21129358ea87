using System.Globalization;

namespace CongVu.Pay.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class PayLinks
{
    /// <summary>Who is due for a regular step raise.</summary>
    public const string Due = "/luong/den-han";
    /// <summary>The same as a file.</summary>
    public const string DueExport = "/luong/den-han/xuat";
    /// <summary>Who is due for the over-scale allowance.</summary>
    public const string OverScale = "/luong/vuot-khung";
    /// <summary>The same as a file.</summary>
    public const string OverScaleExport = "/luong/vuot-khung/xuat";
    /// <summary>Takes chosen people into one draft.</summary>
    public const string Draft = "/luong/lap-quyet-dinh";
    /// <summary>The year ahead by month.</summary>
    public const string Forecast = "/luong/du-bao";
    /// <summary>Rounds of early raises.</summary>
    public const string Rounds = "/luong/truoc-han";
    /// <summary>Opening a round.</summary>
    public const string NewRound = "/luong/truoc-han/moi";
    /// <summary>Quotas and remainders of a year.</summary>
    public const string Quotas = "/luong/truoc-han/chi-tieu";
    /// <summary>Early raise at the notice of retirement.</summary>
    public const string AtRetirement = "/luong/truoc-han/nghi-huu";
    /// <summary>The own pay.</summary>
    public const string Own = "/luong/cua-toi";
    /// <summary>Payroll of a unit.</summary>
    public const string Payroll = "/luong/bang-luong";
    /// <summary>The same as a file.</summary>
    public const string PayrollExport = "/luong/bang-luong/xuat";
    /// <summary>What a change of the base salary costs.</summary>
    public const string BaseSalary = "/luong/luong-co-so";

    /// <summary>Why and when somebody gets the next raise.</summary>
    public static string Raise(Guid personId) => $"/luong/nguoi/{personId}";
    /// <summary>Pay of a person through time.</summary>
    public static string Sheet(Guid personId) => $"/luong/ca-nhan/{personId}";
    /// <summary>One round.</summary>
    public static string Round(Guid id) => $"{Rounds}/{id}";
    /// <summary>One candidate of a round.</summary>
    public static string Candidate(Guid roundId, Guid candidateId) => $"{Rounds}/{roundId}/nguoi/{candidateId}";
    /// <summary>A paper of a round: the public list or the report to the superior body.</summary>
    public static string RoundPaper(Guid id, string paper) => $"{Rounds}/{id}/{paper}.docx";
    /// <summary>The due list between two days.</summary>
    public static string DueBetween(DateOnly from, DateOnly to, Guid? unit = null) => Between(Due, from, to, unit);
    /// <summary>The over-scale list between two days.</summary>
    public static string OverScaleBetween(DateOnly from, DateOnly to, Guid? unit = null) => Between(OverScale, from, to, unit);

    private static string Between(string list, DateOnly from, DateOnly to, Guid? unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}?tu={from:dd/MM/yyyy}&den={to:dd/MM/yyyy}") + (unit is { } id ? $"&don-vi={id}" : "");
}
