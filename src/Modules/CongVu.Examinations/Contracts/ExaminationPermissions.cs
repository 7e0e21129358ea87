using CongVu.Platform.Security;

namespace CongVu.Examinations.Contracts;

/// <summary>Acts of this module that a grant can allow.</summary>
public static class ExaminationPermissions
{
    /// <summary>Code of <see cref="Write"/>.</summary>
    public const string WriteCode = "examinations.item.write";
    /// <summary>Code of <see cref="Review"/>.</summary>
    public const string ReviewCode = "examinations.item.review";
    /// <summary>Code of <see cref="Approve"/>.</summary>
    public const string ApproveCode = "examinations.item.approve";
    /// <summary>Code of <see cref="Bank"/>.</summary>
    public const string BankCode = "examinations.bank.read";

    /// <summary>Bring in questions and see one's own.</summary>
    public static readonly Permission Write = new(WriteCode, "Soạn câu hỏi thi", true, Roles.HomeAffairs, Roles.UnitHr);
    /// <summary>Read questions that wait for review, one by one, and pass or return them; never one's own.</summary>
    public static readonly Permission Review = new(ReviewCode, "Thẩm định câu hỏi thi", true, Roles.HomeAffairs, Roles.LegalOfficer);
    /// <summary>Approve reviewed questions, lock and retire them; never one's own nor one that one reviewed.</summary>
    public static readonly Permission Approve = new(ApproveCode, "Duyệt câu hỏi thi", true, Roles.HomeAffairs, Roles.Signer);
    /// <summary>See how many questions of which kind the bank has; no question.</summary>
    public static readonly Permission Bank = new(BankCode, "Xem số lượng câu hỏi trong ngân hàng", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.LegalOfficer, Roles.Auditor);

    /// <summary>Code of <see cref="Plan"/>.</summary>
    public const string PlanCode = "examinations.exam.plan";
    /// <summary>Code of <see cref="Serve"/>.</summary>
    public const string ServeCode = "examinations.exam.serve";
    /// <summary>Code of <see cref="Exams"/>.</summary>
    public const string ExamsCode = "examinations.exam.read";

    /// <summary>Set up blueprints and examinations and appoint their councils.</summary>
    public static readonly Permission Plan = new(PlanCode, "Lập ma trận đề và kỳ thi", true, Roles.HomeAffairs);
    /// <summary>Act in the council of an examination, each in the role given there.</summary>
    public static readonly Permission Serve = new(ServeCode, "Làm việc trong hội đồng thi", true, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.LegalOfficer, Roles.Auditor);
    /// <summary>See examinations, their sittings and results; no paper.</summary>
    public static readonly Permission Exams = new(ExamsCode, "Xem kỳ thi, ca thi và kết quả", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.LegalOfficer, Roles.Auditor);

    /// <summary>Code of <see cref="Practice"/>.</summary>
    public const string PracticeCode = "examinations.practice.take";

    /// <summary>Draw practice papers and see one's own; every official.</summary>
    public static readonly Permission Practice = new(PracticeCode, "Ôn tập trên máy, xem bài ôn tập của mình", true, Roles.Self);

    /// <summary>Code of <see cref="Compete"/>.</summary>
    public const string CompeteCode = "examinations.competition.enter";

    /// <summary>Register for a leading post and hand in a project; every official.</summary>
    public static readonly Permission Compete = new(CompeteCode, "Đăng ký thi tuyển lãnh đạo, nộp đề án của mình", true, Roles.Self);

    /// <summary>Code of <see cref="HandOver"/>.</summary>
    public const string HandOverCode = "examinations.result.hand-over";

    /// <summary>Draft decisions from published results.</summary>
    public static readonly Permission HandOver = new(HandOverCode, "Lập dự thảo quyết định từ kết quả thi", true, Roles.HomeAffairs);

    internal static readonly Permission[] All = [Write, Review, Approve, Bank, Plan, Serve, Exams, Practice, Compete, HandOver];
}
