using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Host.Practice;

/// <summary>Somebody or some unit in a decision of the practice province, with what it does to them.</summary>
/// <param name="UnitId">Unit of the person then, or the unit itself.</param>
internal sealed record PracticeItem(Guid SubjectId, string SubjectName, Guid UnitId, PlannedEffect[] Effects);

/// <summary>One person's acts with the decisions behind them, in order of day.</summary>
internal sealed record PracticeLife(Guid PersonId, IReadOnlyList<(PracticeDecision Decision, PlannedEffect[] Effects)> Acts);

/// <summary>A signed and effective decision of the practice province.</summary>
internal sealed record PracticeDecision(Guid Id, string Action, PracticeUnit Signer, DateOnly SignedOn, DateOnly EffectiveOn, string SignerName, string SignerPost, List<PracticeItem> Items)
{
    /// <summary>Number within the signer's year; set once all are known.</summary>
    public int Number { get; set; }

    /// <summary>As printed, e.g. 125/QĐ-SNV.</summary>
    public string NumberText => $"{Number:00}/QĐ-{Signer.Symbol}";

    /// <summary>How histories name it.</summary>
    public string Label => $"Quyết định {NumberText} ngày {SignedOn:dd/MM/yyyy}";
}

/// <summary>
/// The whole past of the practice province as decisions: units and people have nothing that no decision gave them.
/// </summary>
internal sealed class PracticeHistory
{
    private PracticeHistory(PracticeMap map, IReadOnlyList<PracticeDecision> units, IReadOnlyList<PracticeDecision> people, IReadOnlyList<PracticeLife> lives, IReadOnlyDictionary<(string, int), (Guid, string)> holders) =>
        (Map, Units, People, Lives, Holders) = (map, units, people, lives, holders);

    public PracticeMap Map { get; }
    /// <summary>Decisions about units, in order of day.</summary>
    public IReadOnlyList<PracticeDecision> Units { get; }
    /// <summary>Decisions about people, in order of day.</summary>
    public IReadOnlyList<PracticeDecision> People { get; }

    /// <summary>The same acts, person by person.</summary>
    public IReadOnlyList<PracticeLife> Lives { get; }
    /// <summary>Who fills a place: unit code and rank in it (0 the head).</summary>
    public IReadOnlyDictionary<(string UnitCode, int Rank), (Guid PersonId, string Name)> Holders { get; }

    /// <summary>Draws the province. The same seed, size and day always give the same.</summary>
    public static PracticeHistory Draw(int people, ulong seed, DateOnly today, LawBook law)
    {
        var map = PracticeMap.Draw(seed, people);
        var dice = new Dice(seed, 2);
        var heads = map.Units.ToDictionary(u => u.Id, u => PersonNames.Draw(new Dice(seed, 3_000_000UL + (ulong)map.Units.IndexOf(u)), u.Id.GetHashCode() % 3 == 0));
        var source = new PracticePeople(seed, people, today, map, law);
        var careers = new Career[source.Count];
        Parallel.For(0, careers.Length, i => careers[i] = source.Draw(i));
        var units = UnitActs(map, dice, heads);
        var (acts, lives) = PersonActs(careers, dice, heads);
        Number(units.Concat(acts));
        var holders = careers.Where(c => c.Acts[^1].Action != "retire").DistinctBy(c => (c.Slot.Unit.Code, c.Slot.Rank)).ToDictionary(c => (c.Slot.Unit.Code, c.Slot.Rank), c => (c.PersonId, c.FullName));
        return new PracticeHistory(map, units, acts, lives, holders);
    }

    private static List<PracticeDecision> UnitActs(PracticeMap map, Dice dice, Dictionary<Guid, string> heads)
    {
        var decisions = new List<PracticeDecision>();
        void Add(string action, DateOnly day, IEnumerable<PracticeItem> items)
        {
            var list = items.ToList();
            if (list.Count > 0) decisions.Add(new PracticeDecision(dice.Key(), action, map.Root, day.AddDays(-10), day, heads[map.Root.Id], "province-chair", list));
        }
        foreach (var founded in map.Units.GroupBy(u => u.From).OrderBy(g => g.Key))
            Add("unit-establish", founded.Key, founded.Select(u => new PracticeItem(u.Id, u.Name, u.Id, Planned(dice, u.Id, founded.Key,
                [new EstablishUnit(u.Code, u.Name, u.ShortName, u.Symbol, u.Kind, u.Level, u.Parent?.Id, [.. u.Predecessors.Where(p => p.Until == u.From).Select(p => p.Id)])]))));
        foreach (var moved in map.Units.Where(u => u.MovedOn is not null).GroupBy(u => u.MovedOn!.Value))
            Add("unit-move", moved.Key, moved.Select(u => new PracticeItem(u.Id, u.Name, u.Id, Planned(dice, u.Id, moved.Key, [new MoveUnit(u.LaterParent!.Id)]))));
        foreach (var ended in map.Units.Where(u => u.Until is not null).GroupBy(u => u.Until!.Value).OrderBy(g => g.Key))
        {
            // What is inside ends before what holds it, and by whom the rules name: divisions by their agency's head, all others by the province.
            var items = ended.OrderByDescending(u => u.Kind is UnitKind.Division or UnitKind.LocalOffice).ThenByDescending(u => u.Level)
                .Select(u => (Unit: u, Item: new PracticeItem(u.Id, u.Name, u.Id, Planned(dice, u.Id, ended.Key, [new DissolveUnit([.. u.Successors.Select(s => s.Id)])])))).ToList();
            foreach (var inside in items.Where(i => i.Unit.Kind == UnitKind.Division).GroupBy(i => i.Unit.Agency))
                decisions.Add(new PracticeDecision(dice.Key(), "unit-dissolve", inside.Key, ended.Key.AddDays(-10), ended.Key, heads[inside.Key.Id], HeadPost(inside.Key), [.. inside.Select(i => i.Item)]));
            Add("unit-dissolve", ended.Key, items.Where(i => i.Unit.Kind != UnitKind.Division).Select(i => i.Item));
        }
        return [.. decisions.OrderBy(d => d.EffectiveOn)];
    }

    private static (List<PracticeDecision>, List<PracticeLife>) PersonActs(Career[] careers, Dice dice, Dictionary<Guid, string> heads)
    {
        var single = new List<PracticeDecision>();
        var bulk = new Dictionary<(PracticeUnit, DateOnly, string), PracticeDecision>();
        var lives = new List<PracticeLife>(careers.Length);
        foreach (var career in careers)
        {
            var life = new List<(PracticeDecision, PlannedEffect[])>(career.Acts.Count);
            var unit = career.Slot.Unit.Id;
            foreach (var act in career.Acts)
            {
                unit = act.Effects.OfType<SetEmployment>().LastOrDefault()?.UnitId ?? unit;
                var item = new PracticeItem(career.PersonId, career.FullName, unit, Planned(dice, career.PersonId, act.Day, act.Effects));
                PracticeDecision? decision = null;
                if (act.Bulk && !bulk.TryGetValue((act.Signer, act.Day, act.Action), out decision)) decision = bulk[(act.Signer, act.Day, act.Action)] = Decision(dice, heads, act);
                if (decision is null) single.Add(decision = Decision(dice, heads, act));
                decision.Items.Add(item);
                life.Add((decision, item.Effects));
            }
            lives.Add(new PracticeLife(career.PersonId, life));
        }
        return ([.. single.Concat(bulk.Values).OrderBy(d => d.EffectiveOn).ThenBy(d => d.SignedOn).ThenBy(d => d.Id)], lives);
    }

    private static PlannedEffect[] Planned(Dice dice, Guid subject, DateOnly day, Effect[] effects) => Array.ConvertAll(effects, e => new PlannedEffect(dice.Key(), subject, day, e));

    private static PracticeDecision Decision(Dice dice, Dictionary<Guid, string> heads, CareerAct act)
    {
        var signed = act.Day.AddDays(-dice.Between(3, 20));
        if (signed < act.Signer.From) signed = act.Signer.From;
        return new PracticeDecision(dice.Key(), act.Action, act.Signer, signed, act.Day, heads[act.Signer.Id], HeadPost(act.Signer), []);
    }

    private static string HeadPost(PracticeUnit unit) => (unit.Kind, unit.Level) switch
    {
        (UnitKind.PeoplesCommittee, UnitLevel.Province) => "province-chair",
        (UnitKind.PeoplesCommittee, UnitLevel.District) => "district-chair",
        (UnitKind.PeoplesCommittee, _) => "commune-chair",
        (UnitKind.SubDepartment, _) => "sub-department-head",
        (UnitKind.PublicServiceUnit, _) => "public-unit-head",
        _ => "department-head",
    };

    private static void Number(IEnumerable<PracticeDecision> decisions)
    {
        foreach (var register in decisions.GroupBy(d => (d.Signer, d.SignedOn.Year)))
        {
            var number = 0;
            foreach (var decision in register.OrderBy(d => d.SignedOn).ThenBy(d => d.Id)) decision.Number = ++number;
        }
    }
}
