using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Facts;
using CongVu.Law;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Funds;

/// <summary>Reckons communes on a day: numbers and funds by the law, people by the records, allowances by the resolution of the province.</summary>
internal sealed class CommuneReckoning(LawBook law, CommuneFacts facts, People people, UnitDirectory units, Gate gate)
{
    private const string PartTimeCategory = "commune-part-time";

    /// <summary>The communes of a day in the actor's scope, by code.</summary>
    public async Task<IReadOnlyList<CommuneSheet>> AllAsync(AsOf asOf, Permission permission, CancellationToken ct)
    {
        var tree = await units.TreeAsync(asOf, ct);
        var scope = gate.Scope(permission);
        return await OfAsync([.. Communes(tree).Where(u => scope.Has(u.Id)).OrderBy(u => u.Code, StringComparer.Ordinal)], tree, asOf, ct);
    }

    /// <summary>One commune; null when it does not exist on the day.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<CommuneSheet?> OfAsync(Guid unitId, AsOf asOf, Permission permission, CancellationToken ct)
    {
        await NamedAsync(unitId, asOf, permission, ct);
        var tree = await units.TreeAsync(asOf, ct);
        return tree.Find(unitId) is { } unit ? (await OfAsync([unit], tree, asOf, ct))[0] : null;
    }

    /// <summary>The same without asking the gate, for conditions of decisions that bring people there.</summary>
    public async Task<CommuneSheet?> ForConditionAsync(Guid unitId, AsOf asOf, CancellationToken ct)
    {
        var tree = await units.TreeAsync(asOf, ct);
        return tree.Find(unitId) is { } unit ? (await OfAsync([unit], tree, asOf, ct))[0] : null;
    }

    /// <summary>The commune as it is on the day or was nearest to it.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<UnitView> NamedAsync(Guid unitId, AsOf asOf, Permission permission, CancellationToken ct) =>
        gate.May(permission, unitId) && await units.NearestAsync(unitId, asOf, ct) is { } unit && IsCommune(unit) ? unit : throw new NotFoundException("Không có đơn vị cấp xã này, hoặc bạn không được xem.");

    /// <summary>Whether a unit is a commune-level authority.</summary>
    public static bool IsCommune(UnitView unit) => unit is { Kind: UnitKind.PeoplesCommittee, Level: UnitLevel.Commune };

    private static IEnumerable<UnitView> Communes(UnitTree tree) => tree.All.Where(IsCommune);

    private async Task<IReadOnlyList<CommuneSheet>> OfAsync(IReadOnlyList<UnitView> wanted, UnitTree tree, AsOf asOf, CancellationToken ct)
    {
        var known = await facts.OnAsync(asOf, ct);
        var counts = await CountsAsync(tree, asOf, ct);
        var places = new Dictionary<Guid, Guid?>();
        var byUnit = new Dictionary<Guid, List<Holding>>();
        foreach (var holding in known.Holdings)
        {
            // A village says which commune it lies in; a title of a commune that ended is found at its successor.
            var home = holding.VillageId is { } village ? known.Villages.GetValueOrDefault(village)?.UnitId : holding.UnitId;
            if (home is not { } unit) continue;
            if (!places.TryGetValue(unit, out var place)) places[unit] = place = tree.Find(unit) is not null ? unit : (await units.StandInsAsync(unit, asOf, ct)).FirstOrDefault(IsCommune)?.Id;
            if (place is not { } here) continue;
            if (!byUnit.TryGetValue(here, out var list)) byUnit[here] = list = [];
            list.Add(holding);
        }
        var linked = known.Holders.Values.Where(h => h.PersonId is not null).Select(h => h.PersonId!.Value).ToHashSet();
        return [.. wanted.Select(u => Sheet(u, known, byUnit.GetValueOrDefault(u.Id) ?? [], counts[u.Id].ToList(), linked, asOf.ValidOn))];
    }

    private CommuneSheet Sheet(UnitView unit, CommuneFactsOn known, List<Holding> holdings, List<(Guid Person, string Category)> there, HashSet<Guid> linked, DateOnly day)
    {
        var profile = known.Profiles.GetValueOrDefault(unit.Id);
        var paid = holdings.Where(h => h.Level != TitleLevel.Staff).GroupBy(h => h.HolderId).Select(g => Person(known.Holders[g.Key], [.. g], known, day))
            .OrderBy(p => !p.OfCommune).ThenByDescending(p => p.HighestCoefficient ?? default).ThenBy(p => p.Holder.FullName, StringComparer.Ordinal).ToList();
        var villages = known.Villages.Values.Where(v => v.UnitId == unit.Id).OrderBy(v => v.Kind).ThenBy(v => Platform.Text.VietnameseText.SortKey(v.Name), StringComparer.Ordinal)
            .Select(v => new VillageSheet(v, VillageFund(v, profile, day), paid.Sum(p => p.Parts.Where(x => x.Village == v.VillageId).Sum(x => x.Amount)))).ToList();
        var staff = holdings.Where(h => h.Level == TitleLevel.Staff).GroupBy(h => h.HolderId)
            .Select(g => new StaffConcurrent(known.Holders[g.Key], [.. g], Ruled<Explanation>.Of(() => law.Communes.Concurrent.OfStaff([.. g.Select(h => new Coefficient(h.PostCoefficient))], day), e => e))).ToList();
        return new CommuneSheet(unit, day, profile, Staffing(profile, day), there.Count(p => p.Category == "cadre"), there.Count(p => p.Category == "civil-servant"),
            there.Count(p => p.Category == PartTimeCategory && !linked.Contains(p.Person)), Fund(profile, day), paid, villages, staff, known.Resolution?.Resolution);
    }

    private PaidPerson Person(Holder holder, List<Holding> holdings, CommuneFactsOn known, DateOnly day)
    {
        var none = new PaidPerson(holder, [.. holdings.Select(h => new TitleHeld(h, null, 0, Village(h, known)))], [], 0, null, null);
        if (known.Resolution is not { } resolution) return none with { Problem = "Chưa có nghị quyết của Hội đồng nhân dân tỉnh về mức phụ cấp vào ngày này." };
        try
        {
            var salary = law.Pay.BaseSalary.At(day);
            var titles = holdings.Select(h => resolution.Find(h.Level, h.TitleCode) is { } title
                ? new TitleHeld(h, new Coefficient(title.Coefficient), Money.Times(new Coefficient(title.Coefficient), salary.Value), Village(h, known))
                : new TitleHeld(h, null, 0, Village(h, known))).OrderByDescending(t => t.Allowance).ToList();
            if (titles.FirstOrDefault(t => t.Coefficient is null) is { } unknown) return none with { Titles = titles, Problem = $"{resolution.Resolution.Cited} không có chức danh “{unknown.Holding.TitleName}”." };
            var source = $"{resolution.Resolution.Cited}: hệ số × mức lương cơ sở {Money.Format(salary.Value)}";
            var why = law.Communes.Concurrent.OfPartTime(new PartTimeHolder(holder.FullName, [.. titles.Select(t => new PartTimeTitle($"{t.Name} (hệ số {t.Coefficient})", t.Allowance, source))], new Percent(resolution.Resolution.SecondShare)), day);
            // The parts come in the order of the titles: the highest, then, where the resolution pays for it, the next.
            var parts = why.Children.Select((c, i) => new PaidPart(titles[i].Holding.VillageId, titles[i].Name, c.Value.AsMoney, i > 0)).ToList();
            // Insurance goes with a commune title; people of villages have none from the fund.
            var insurance = holdings.Any(h => h.Level == TitleLevel.Commune) ? Money.Share(new Percent(resolution.Resolution.Insurance), salary.Value) : 0;
            return new PaidPerson(holder, titles, parts, insurance, insurance == 0 ? why : WithInsurance(why, insurance, resolution.Resolution, salary), null);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return none with { Problem = e.Message };
        }
    }

    private static Explanation WithInsurance(Explanation why, long insurance, Resolution resolution, Dated<long> salary) => new("Chi từ quỹ khoán một tháng", ExplainedValue.Money(why.Value.AsMoney + insurance))
    {
        Formula = "Phụ cấp + phần ngân sách đóng bảo hiểm xã hội, bảo hiểm y tế",
        Children =
        [
            why,
            new Explanation("Phần ngân sách đóng bảo hiểm xã hội, bảo hiểm y tế", ExplainedValue.Money(insurance))
            {
                Formula = $"{new Percent(resolution.Insurance)} × mức lương cơ sở",
                Inputs = [new("Tỷ lệ ngân sách đóng", ExplainedValue.Percent(new Percent(resolution.Insurance)), resolution.Cited)],
                Parameters = [ExplainedParameter.Of(salary, ExplainedValue.Money(salary.Value))],
            },
        ],
    };

    private static string? Village(Holding holding, CommuneFactsOn known) => holding.VillageId is { } id && known.Villages.TryGetValue(id, out var village) ? village.Name : null;

    private Ruled<CommuneStaffing> Staffing(Profile? profile, DateOnly day)
    {
        if (profile is null) return Ruled<CommuneStaffing>.Missing("Chưa nhập loại đơn vị hành chính.");
        if (Words.InLaw(profile.Kind) is not { } kind || profile.Class is not { } grade) return Ruled<CommuneStaffing>.Missing(NoClass(day));
        return Ruled<CommuneStaffing>.Of(() => law.Communes.Staffing(new CommuneUnit(kind, grade)
        {
            // Increments exist since the decree of 2023 only; before, the numbers by class are all there is.
            Population = HasIncrements(day) ? profile.Population : null, PopulationNorm = profile.PopulationNorm, Area = HasIncrements(day) ? profile.Area : null, AreaNorm = profile.AreaNorm, OfUrbanDistrict = profile.OfUrbanDistrict,
        }, day), s => s.Explanation);
    }

    private Ruled<Fund> Fund(Profile? profile, DateOnly day) => profile is null ? Ruled<Fund>.Missing("Chưa nhập loại đơn vị hành chính.")
        : profile.Class is { } grade ? Ruled<Fund>.Of(() => law.Communes.PartTimeFund(grade, day), f => f.Explanation) : Ruled<Fund>.Missing(NoClass(day));

    private Ruled<Fund> VillageFund(VillageState village, Profile? profile, DateOnly day) =>
        Ruled<Fund>.Of(() => law.Communes.VillageFund(new Law.Communes.Village(village.Kind, village.Households) { SecurityKey = village.SecurityKey, BorderOrIsland = profile?.BorderOrIsland ?? false }, day), f => f.Explanation);

    private bool HasIncrements(DateOnly day) => law.Table("communes.staffing-increments").Covers(day);

    private static string NoClass(DateOnly day) => day >= TwoTierGovernment.From
        ? "Từ 01/07/2025 không còn định mức theo loại đơn vị hành chính; biên chế cấp xã do tỉnh giao."
        : "Chưa có loại đơn vị hành chính.";

    /// <summary>Who is there by the register, by commune: cadres, civil servants, part-time people.</summary>
    private async Task<ILookup<Guid, (Guid Person, string Category)>> CountsAsync(UnitTree tree, AsOf asOf, CancellationToken ct)
    {
        string[] categories = ["cadre", "civil-servant", PartTimeCategory];
        var home = Communes(tree).SelectMany(c => tree.Subtree(c.Id).Select(u => (Unit: u, Commune: c.Id))).ToDictionary(p => p.Unit, p => p.Commune);
        var below = home.Keys.ToArray();
        var rows = await people.On(asOf).Where(p => p.UnitId != null && below.Contains(p.UnitId.Value) && categories.Contains(p.Category)).Select(p => new { p.PersonId, Unit = p.UnitId!.Value, Category = p.Category! }).ToListAsync(ct);
        return rows.ToLookup(r => home[r.Unit], r => (r.PersonId, r.Category));
    }
}
