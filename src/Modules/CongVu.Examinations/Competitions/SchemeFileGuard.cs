using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Competitions;

/// <summary>A project is read by its candidate, and by the council of its competition once nobody can hand in any more.</summary>
internal sealed class SchemeFileGuard(CongVuDb db, TimeProvider clock) : FileGuard
{
    public const string Type = "exam-scheme";
    /// <summary>What a project may be: something the council reads, page by page.</summary>
    public static readonly FileUse Use = new("đề án", [FileKind.Pdf, FileKind.Docx], FileUse.Evidence.MaxBytes);
    public override string OwnerType => Type;

    public override async Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct)
    {
        var found = await (from s in db.Set<Scheme>().AsNoTracking() join c in db.Set<Candidate>() on s.CandidateId equals c.Id join x in db.Set<Competition>() on c.ExamId equals x.ExamId where s.FileId == file.Id select new { c.PersonId, c.ExamId, x.SchemeUntil }).SingleOrDefaultAsync(ct);
        if (found is null) return false;
        if (found.PersonId is { } person && gate.IsSelf(person)) return true;
        var me = gate.Actor.AccountId;
        return gate.May(ExaminationPermissions.Serve) && clock.GetUtcNow().UtcDateTime > found.SchemeUntil && await db.Set<ExamMember>().AnyAsync(m => m.ExamId == found.ExamId && m.AccountId == me, ct);
    }
}
