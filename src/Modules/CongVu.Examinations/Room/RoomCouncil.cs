using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>What the actor may do in a room, by the role in the council of its examination.</summary>
internal sealed record RoomRights(bool Invigilate, bool Technical, bool Read)
{
    public static readonly RoomRights None = new(false, false, false);
}

internal sealed class RoomCouncil(CongVuDb db, Gate gate)
{
    private static readonly CouncilRole[] Invigilating = [CouncilRole.Chair, CouncilRole.Deputy, CouncilRole.Secretary, CouncilRole.Invigilator];

    /// <summary>Examinations in whose rooms the actor has a part.</summary>
    public IQueryable<Guid> Exams()
    {
        var me = gate.Actor.AccountId;
        return db.Set<ExamMember>().Where(m => m.AccountId == me && m.Role != CouncilRole.Marker).Select(m => m.ExamId);
    }

    public async Task<RoomRights> OfAsync(Guid examId, CancellationToken ct)
    {
        if (!gate.May(ExaminationPermissions.Room)) return RoomRights.None;
        var me = gate.Actor.AccountId;
        var roles = await db.Set<ExamMember>().Where(m => m.ExamId == examId && m.AccountId == me).Select(m => m.Role).ToListAsync(ct);
        var invigilates = roles.Any(Invigilating.Contains);
        return new RoomRights(invigilates, invigilates || roles.Contains(CouncilRole.Technician), roles.Any(r => r != CouncilRole.Marker));
    }
}
