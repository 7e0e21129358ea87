using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Printing;

/// <summary>
/// Puts agency, number, place, date, last article, recipients and signature around the words of the action: the paper of a
/// decision in the layout of Nghị định 30/2020/NĐ-CP. Before signing it says DỰ THẢO and leaves number, day and name open.
/// </summary>
internal sealed class DecisionPaper(ActionCatalogue catalogue, CaseBuilder cases, AuthorityCheck authority, UnitDirectory units, PaperWords words, TimeProvider clock)
{
    public async Task<AdministrativeDocument> OfAsync(LoadedDecision loaded, CancellationToken ct)
    {
        var decision = loaded.Decision;
        var action = catalogue.Find(decision.ActionCode);
        var day = decision.SignedOn ?? clock.Today();
        var built = await cases.BuildAsync(loaded, action, day, ct);
        await action.PrepareAsync([.. built.Select(b => b.Case)], ct);
        var text = await action.PrintAsync([.. built.Select(b => b.Case)], day, ct);
        var tree = await units.TreeAsync(new AsOf(day), ct);
        var (agency, posts) = await IssuerAsync(loaded, action, built, tree, ct);
        return Document(decision, text, tree, agency, posts, day);
    }

    private AdministrativeDocument Document(Decision decision, DecisionText text, UnitTree tree, UnitView agency, IReadOnlyList<string> posts, DateOnly day)
    {
        var signed = decision.State.IsSigned();
        var head = posts.FirstOrDefault() ?? LeadershipPosts.HeadOf(agency);
        return new AdministrativeDocument
        {
            Type = DocumentType.Decision,
            ParentAgency = PaperWords.ParentAgency(agency, tree),
            Agency = PaperWords.AgencyName(agency),
            Number = DocumentNumber.Of(decision.Number, DocumentType.Decision, agency.Symbol),
            Place = PaperWords.Place(agency, tree),
            Date = signed ? IssueDate.On(day) : IssueDate.Open(day.Year),
            Subject = text.Subject,
            Authority = (head is null ? $"Thủ trưởng {agency.Name}" : PostTitles.Full(head, agency)).ToUpperInvariant(),
            Bases = [.. words.AgencyBases(agency, day), .. text.Bases],
            Proposal = PaperWords.Proposal(tree.Find(decision.UnitId), agency),
            Body = [.. text.Articles, PaperWords.LastArticle(text, agency)],
            Recipients = PaperWords.Recipients(text, agency),
            Signature = signed ? new Signature(decision.SignerLines, decision.SignerName!) : new Signature([(head is null ? "Thủ trưởng" : PostTitles.Short(head, agency)).ToUpperInvariant()], ""),
            Annexes = text.List is { } list ? [list, .. text.Annexes] : text.Annexes,
            IsDraft = !signed,
        };
    }

    private async Task<(UnitView Agency, IReadOnlyList<string> Posts)> IssuerAsync(LoadedDecision loaded, PersonnelAction action, IReadOnlyList<(DecisionItem, ActionCase Case)> built, UnitTree tree, CancellationToken ct)
    {
        if (loaded.Decision.SignerUnitId is { } known && tree.Find(known) is { } issuer) return (issuer, loaded.Decision.SignerPosts);
        var finding = await authority.FindAsync(action, loaded, [.. built.Select(b => b.Case)], CheckStage.Draft, ct);
        if (finding.SignerUnitId is { } found && tree.Find(found) is { } competent) return (competent, finding.Posts);
        return (tree.Agency(loaded.Decision.UnitId) ?? tree.Roots[0], []);
    }
}
