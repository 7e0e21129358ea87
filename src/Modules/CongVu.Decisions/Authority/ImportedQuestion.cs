using CongVu.Decisions.Actions;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Authority;

/// <summary>What to ask the authority rules about an act afterwards, as far as its effects and the record say what it was about.</summary>
internal static class ImportedQuestion
{
    public static AuthorityQuestion? Of(string actionCode, Guid subject, IReadOnlyList<Effect> effects, PersonRow? person)
    {
        if (effects.OfType<EstablishUnit>().FirstOrDefault() is { } established)
            return established.ParentId is { } parent ? new AuthorityQuestion(actionCode, null, LeadershipLevel.None, null, parent) : null;
        if (effects.Any(e => e is RenameUnit or MoveUnit or DissolveUnit)) return new AuthorityQuestion(actionCode, null, LeadershipLevel.None, null, subject);
        if (effects.OfType<HoldPost>().FirstOrDefault() is { } post) return PersonConditions.Authority(actionCode, person, post.PostCode, post.UnitId);
        return PersonConditions.Authority(actionCode, person);
    }
}
