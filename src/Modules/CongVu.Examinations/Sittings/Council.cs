using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Sittings;

/// <summary>Who may do what in an examination: by the role given in its council, and never in a matter of one's own.</summary>
internal sealed class Council(CongVuDb db, Gate gate)
{
    /// <summary>Who plans: lists, rooms, seats.</summary>
    public static readonly CouncilRole[] Planners = [CouncilRole.Chair, CouncilRole.Deputy, CouncilRole.Secretary];

    /// <summary>Who seals, releases and decides about results.</summary>
    public static readonly CouncilRole[] Board = [CouncilRole.Chair, CouncilRole.Deputy, CouncilRole.Secretary, CouncilRole.Member, CouncilRole.Supervisor];

    /// <summary>Who starts, pauses and closes rooms, checks papers, gives time back.</summary>
    private static readonly CouncilRole[] Invigilating = [CouncilRole.Chair, CouncilRole.Deputy, CouncilRole.Secretary, CouncilRole.Invigilator];

    public Guid Me => gate.Actor.AccountId;

    /// <summary>Examinations in whose rooms the actor has a part.</summary>
    public IQueryable<Guid> Exams()
    {
        var me = Me;
        return db.Set<ExamMember>().Where(m => m.AccountId == me && m.Role != CouncilRole.Marker).Select(m => m.ExamId);
    }

    public async Task<RoomRights> RoomRightsAsync(Guid examId, CancellationToken ct)
    {
        var roles = await RolesAsync(examId, ct);
        var invigilates = roles.Any(Invigilating.Contains);
        return new RoomRights(invigilates, invigilates || roles.Contains(CouncilRole.Technician), roles.Any(r => r != CouncilRole.Marker));
    }

    public async Task<IReadOnlyList<CouncilRole>> RolesAsync(Guid examId, CancellationToken ct)
    {
        if (!gate.May(ExaminationPermissions.Serve)) return [];
        var me = Me;
        return await db.Set<ExamMember>().AsNoTracking().Where(m => m.ExamId == examId && m.AccountId == me).Select(m => m.Role).ToListAsync(ct);
    }

    public async Task<bool> IsAnyAsync(Guid examId, CouncilRole[] roles, CancellationToken ct) => (await RolesAsync(examId, ct)).Any(roles.Contains);

    /// <summary>Refuses whoever has none of the roles, and whoever sits the examination.</summary>
    /// <exception cref="ForbiddenException">Not a member in such a role.</exception>
    public async Task DemandAsync(Guid examId, CouncilRole[] roles, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Serve);
        if (!await IsAnyAsync(examId, roles, ct)) throw new ForbiddenException($"Việc này của hội đồng thi: {string.Join(", ", roles.Select(r => ExamWords.Role(r).ToLowerInvariant()))}. Bạn không giữ vai trò đó trong kỳ thi này.");
        if (gate.Actor.PersonId is { } person && await db.Set<Candidate>().AnyAsync(c => c.ExamId == examId && c.PersonId == person, ct)) throw new ForbiddenException("Bạn là thí sinh của kỳ thi này nên không làm việc trong hội đồng.");
    }
}

/// <summary>What the actor may do in a room, by the role in the council of its examination.</summary>
internal sealed record RoomRights(bool Invigilate, bool Technical, bool Read)
{
    public static readonly RoomRights None = new(false, false, false);
}
