using CongVu.Examinations.Data;
using CongVu.Law;
using CongVu.Legislation.Contracts;

namespace CongVu.Examinations.Exams;

/// <summary>A round of an examination as the law of a day has it, with where that stands and how well it is known.</summary>
internal sealed record ExamRound(string Code, string Name, string Form, int? Questions, int Minutes, int PassHundredthsOfPercent, bool HasAppeal, int? Weight, Citation Source, Verification Verification);

/// <summary>What the law of the day says about a kind of examination. Kinds without rounds of their own follow the plan of their council.</summary>
internal sealed class ExamLaw(LawInUse law)
{
    public const string CivilServant = "civil-servant", PublicEmployee = "public-employee", Leadership = "leadership", Testing = "testing", Practice = "practice";

    /// <summary>Where the council's plan decides: half of the points.</summary>
    public const int OwnPass = 5000;

    public static readonly IReadOnlyList<(string Code, string Name)> Kinds =
    [
        (CivilServant, "Tuyển dụng công chức"), (PublicEmployee, "Tuyển dụng viên chức"), (Leadership, "Thi tuyển chức danh lãnh đạo, quản lý"), (Testing, "Sát hạch"), (Practice, "Thi thử"),
    ];

    public static string KindName(string code) => Kinds.FirstOrDefault(k => k.Code == code).Name ?? code;

    public IReadOnlyList<ExamRound> Rounds(string kind, DateOnly day)
    {
        var table = kind switch { CivilServant => "examinations.civil-servant-rounds", PublicEmployee => "examinations.public-employee-rounds", _ => null };
        if (table is null) return [];
        var timeline = law.Current.Table(table);
        if (!timeline.Covers(day)) return [];
        return [.. timeline.At(day).Value.Rows.Where(r => r.IsValid(day)).Select(r => new ExamRound(r.Text("code"), r.Text("name"), r.Text("form"), r.Cell("questions") as int?, r.Integer("minutes"),
            r.Ratio("pass").Hundredths, r.Text("appeal") == "yes", r.Cell("weight") as int?, r.Source, r.Verification))];
    }

    public ExamRound? Round(Exam exam, Sitting sitting) => Rounds(exam.Kind, exam.HeldOn).FirstOrDefault(r => r.Code == sitting.Round);

    /// <summary>What a penalty takes off a paper, in hundredths of a percent.</summary>
    public int Cut(SeatPenalty penalty, DateOnly day) => AtOrFirst(law.Current.Table("examinations.penalties"), day).Value.Rows.Single(r => r.Text("code") == penalty.ToString().ToLowerInvariant()).Ratio("cut").Hundredths;

    /// <summary>Differences between two markers, in hundredths of the scale of 100.</summary>
    public (int AverageUpTo, int ThirdFrom, int AppealDialogueFrom) Differences(DateOnly day)
    {
        var at = AtOrFirst(law.Current.Table("examinations.marking-differences"), day);
        var row = at.Value.Rows[0];
        return (row.Integer("average") * 100, row.Integer("third") * 100, row.Integer("appeal") * 100);
    }

    /// <summary>How far apart the marks of examiners who hear a candidate may be, in hundredths.</summary>
    public int MostApart(DateOnly day) => AtOrFirst(law.Current.Table("examinations.marking-differences"), day).Value.Rows[0].Integer("oral") * 100;

    /// <summary>The last day for asking for marking again after marks were announced; null where the law held here has no period for the kind.</summary>
    public DateOnly? AppealsUntil(Exam exam, Sitting sitting, DateOnly announced)
    {
        var times = law.Current.Table("examinations.appeal-times");
        if (exam.Kind != CivilServant || Round(exam, sitting) is not { HasAppeal: true } || !times.Covers(exam.HeldOn)) return null;
        return new Deadline(law.Current.Calendar).Reckon(announced, times.At(exam.HeldOn).Value.Rows[0].Integer("request"), PeriodUnit.WorkingDay).Due;
    }

    /// <summary>The provision by which candidates of a round are told their score at once; null where the law of the day does not want it.</summary>
    public Citation? ScoreAtOnce(Exam exam, Sitting sitting)
    {
        var timeline = law.Current.Table("examinations.score-at-once");
        if (sitting.Round.Length == 0 || !timeline.Covers(exam.HeldOn)) return null;
        return timeline.At(exam.HeldOn).Value.Rows.FirstOrDefault(r => r.IsValid(exam.HeldOn) && r.Text("round") == $"{exam.Kind}-{sitting.Round}" && r.Text("told") == "at-once")?.Source;
    }

    /// <summary>The last day papers and answers of an examination that ended on a day are kept, and by which provision: whole years after the year it ended in.</summary>
    public (DateOnly Until, Citation Source, Verification Verification) Keep(DateOnly ended)
    {
        var row = AtOrFirst(law.Current.Table("examinations.keep-times"), ended).Value.Rows[0];
        return (new DateOnly(ended.Year + row.Integer("papers"), 12, 31), row.Source, row.Verification);
    }

    // Before the circular the earlier regulation had the same figures as far as known; no other are held.
    private static Dated<LawTable> AtOrFirst(Timeline<LawTable> timeline, DateOnly day) => timeline.Covers(day) ? timeline.At(day) : timeline.Values[0];
}
