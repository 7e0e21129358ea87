using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Platform.Acts;
using CongVu.Platform.Time;

namespace CongVu.Personnel.Domain;

/// <summary>Turns a person's log into what screens show.</summary>
internal sealed class RecordView(EffectWords words)
{
    /// <summary>The record, or null when nothing about the person was known at that instant.</summary>
    public PersonRecord? Of(Guid personId, IReadOnlyList<LoggedVersion> versions, AsOf asOf, UnitTree? units)
    {
        if (versions.Count == 0) return null;
        var sources = versions.ToDictionary(v => (v.Effect.Id, v.Effect.Version), v => Source(v, versions));
        var rows = RecordFold.FoldUnordered(versions.Where(v => v.Stands(asOf.KnownAt)).Select(v => v.Effect));
        FactSource SourceOf(LoggedEffect e) => sources[(e.Id, e.Version)];
        return new PersonRecord(State(personId, rows.FindAll(r => r.Holds(asOf.ValidOn)), SourceOf), Timeline(versions, rows, asOf, SourceOf, units), Facts(rows, SourceOf));
    }

    private static PersonState State(Guid personId, List<FactRow> rows, Func<LoggedEffect, FactSource> source)
    {
        StatedFact<T>? One<T>(FactKind kind) where T : Effect => rows.Find(r => r.Kind == kind) is { Source: not null } row ? Stated<T>(row, source) : null;
        IReadOnlyList<StatedFact<T>> All<T>(FactKind kind) where T : Effect => [.. rows.Where(r => r.Kind == kind).Select(r => Stated<T>(r, source))];
        var departure = rows.Find(r => r.Kind == FactKind.Departure);
        return new PersonState(personId, One<SetIdentity>(FactKind.Identity), One<SetContact>(FactKind.Contact), One<SetEmployment>(FactKind.Employment),
            departure.Source is null ? null : new Departed(Stated<EndEmployment>(departure, source), departure.LeftUnitId),
            [.. Held(rows).Select(r => new HeldPost(Stated<HoldPost>(r, source), r.HeldSince, r.TermUntil()))],
            One<SetRankAndStep>(FactKind.RankAndStep), All<SetAllowance>(FactKind.Allowance), All<SetQualification>(FactKind.Qualification),
            One<SetPartyAndUnion>(FactKind.PartyAndUnion), One<SetSocialInsurance>(FactKind.SocialInsurance))
        {
            Tests = [.. All<SetTestResult>(FactKind.TestResult).OrderByDescending(t => t.Value.HeldOn).ThenBy(t => t.Value.Exam, StringComparer.Ordinal)],
        };
    }

    // The same order in which person_state() picks the highest post.
    private static IEnumerable<FactRow> Held(List<FactRow> rows) => rows.Where(r => r.Kind == FactKind.LeadershipPost)
        .OrderByDescending(r => PostHeight.Of(r.Key.Code)).ThenBy(r => ((HoldPost)r.Source.Effect).Acting).ThenBy(r => r.HeldSince).ThenBy(r => r.Source.Id);

    private IReadOnlyList<TimelineLine> Timeline(IReadOnlyList<LoggedVersion> versions, List<FactRow> rows, AsOf asOf, Func<LoggedEffect, FactSource> source, UnitTree? units)
    {
        var until = rows.ToDictionary(r => (r.Source.Id, r.Source.Version), r => r.Until);
        return [.. versions.Select(v => Line(v, v.Stands(asOf.KnownAt), until.GetValueOrDefault((v.Effect.Id, v.Effect.Version)), source(v.Effect), units)).Reverse()];
    }

    private TimelineLine Line(LoggedVersion version, bool stands, DateOnly? until, FactSource source, UnitTree? units)
    {
        var kind = version.Effect.Effect is EndEmployment ? FactKind.Departure : EffectTarget.Of(version.Effect.Effect).Key.Kind;
        return new TimelineLine(version.Effect.From, kind, FactKinds.ClassOf(kind), words.Title(version.Effect.Effect), words.Detail(version.Effect.Effect, units), until, source,
            stands ? null : version.VoidedLabel, stands ? null : version.VoidedByDecision, stands ? null : version.VoidedAt, !stands && version.VoidedAs == "corrected");
    }

    private static Dictionary<FactKind, IReadOnlyList<StatedFact<Effect>>> Facts(List<FactRow> rows, Func<LoggedEffect, FactSource> source) =>
        rows.GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => (IReadOnlyList<StatedFact<Effect>>)[.. g.OrderBy(r => r.From).Select(r => Stated<Effect>(r, source))]);

    private static StatedFact<T> Stated<T>(in FactRow row, Func<LoggedEffect, FactSource> source) where T : Effect =>
        new((T)row.Source.Effect, row.From, row.Until, source(row.Source));

    private static FactSource Source(LoggedVersion version, IReadOnlyList<LoggedVersion> versions)
    {
        var e = version.Effect;
        var before = e.Version == 1 ? null : versions.FirstOrDefault(v => v.Effect.Id == e.Id && v.Effect.Version == e.Version - 1);
        return new FactSource(e.Id, e.Label, e.DecisionId, e.DeclarationId, e.RecordedAt, before?.VoidedLabel, before?.VoidedByDecision);
    }
}
