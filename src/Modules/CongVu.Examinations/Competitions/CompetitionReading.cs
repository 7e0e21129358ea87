using CongVu.Examinations.Data;
using CongVu.Legislation.Contracts;
using CongVu.Law;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Competitions;

/// <summary>What is known of competitions: their regulation, the share of the council the law of the day wants at a defence, and the projects.</summary>
internal sealed class CompetitionReading(CongVuDb db, LawInUse law)
{
    public const string Quorum = "examinations.leadership-competition";

    public Task<Competition?> FindAsync(Guid exam, CancellationToken ct) => db.Set<Competition>().AsNoTracking().SingleOrDefaultAsync(c => c.ExamId == exam, ct);

    /// <summary>So many of so many of those who mark must be at a defence, with where that stands; null where nothing is held for the day.</summary>
    public (int Present, int Of, Citation Source, Verification Verification)? QuorumOn(DateOnly day)
    {
        var timeline = law.Current.Table(Quorum);
        if (!timeline.Covers(day)) return null;
        var at = timeline.At(day);
        var row = at.Value.Rows[0];
        return (row.Integer("present"), row.Integer("of"), row.Source, row.Verification);
    }

    /// <summary>Fewest examiners of a part for a council of so many who mark.</summary>
    public int FewestExaminers(DateOnly day, int markers) => QuorumOn(day) is { } q ? (markers * q.Present + q.Of - 1) / q.Of : 0;

    public Task<int> MarkersAsync(Guid exam, CancellationToken ct) => db.Set<ExamMember>().CountAsync(m => m.ExamId == exam && m.Role == CouncilRole.Marker, ct);

    /// <summary>The project that counts of each candidate: the last one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Scheme>> SchemesAsync(Guid exam, CancellationToken ct) =>
        (await (from s in db.Set<Scheme>().AsNoTracking() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where c.ExamId == exam select s).ToListAsync(ct)).GroupBy(s => s.CandidateId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.SubmittedAt)!);

    public Task<List<Scheme>> OfAsync(Guid candidate, CancellationToken ct) => db.Set<Scheme>().AsNoTracking().Where(s => s.CandidateId == candidate).OrderByDescending(s => s.SubmittedAt).ToListAsync(ct);
}
