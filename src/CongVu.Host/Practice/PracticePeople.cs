using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Host.Practice;

/// <summary>Draws the people of the practice province: each from a stream of their own, so that any number can be drawn in parallel.</summary>
internal sealed class PracticePeople
{
    private static readonly Dictionary<Staffing, int> Weight = new() { [Staffing.Office] = 7, [Staffing.Teaching] = 30, [Staffing.Health] = 70, [Staffing.Centre] = 14 };

    private readonly ulong _seed;
    private readonly DateOnly _today;
    private readonly PracticeMap _map;
    private readonly PracticePay _pay;
    private readonly Slot[] _slots;
    private readonly ILookup<PracticeUnit, PracticeUnit> _offices;

    public PracticePeople(ulong seed, int people, DateOnly today, PracticeMap map, LawBook law)
    {
        (_seed, _today, _map, _pay) = (seed, today, map, new PracticePay(law));
        _offices = map.Units.Where(u => u.Staffing == Staffing.Office && u.Parent is not null).ToLookup(u => u.Parent!);
        _slots = Slots(people);
    }

    /// <summary>How many people there are.</summary>
    public int Count => _slots.Length;

    /// <summary>The life of one of them.</summary>
    public Career Draw(int index)
    {
        var slot = _slots[index];
        var dice = new Dice(_seed, 1_000_000UL + (ulong)index);
        var retired = slot.Post is null && dice.PerMille(70);
        var leader = slot.Post is not null;
        var woman = dice.PerMille(slot.Unit.Staffing is Staffing.Teaching or Staffing.Health ? 640 : leader ? 280 : 430);
        var age = retired ? dice.Between(62, 68) : slot.Rank == 0 && leader ? dice.Between(42, 57) : leader ? dice.Between(36, 55) : dice.Between(24, 58);
        var born = new DateOnly(_today.Year - age, dice.Between(1, 12), 1).AddDays(dice.Below(28));
        if (!retired && born.AddYears(age) > _today) born = born.AddYears(0);
        var joined = FirstOfMonth(born.AddYears(dice.Between(22, 27)).AddMonths(dice.Below(12)));
        joined = Later(joined, PracticeMap.Founded.AddMonths(dice.Below(60)));
        if (joined > _today.AddMonths(-2)) joined = FirstOfMonth(_today.AddMonths(-2 - dice.Below(10)));

        var story = new CareerStory(dice, _map, _offices, _today, slot, joined);
        var placements = story.Placements(leader ? 300 : 80);
        var category = slot.Unit.Kind == UnitKind.PublicServiceUnit ? "public-employee" : slot.Post?.EndsWith("chair", StringComparison.Ordinal) == true ? "cadre" : "civil-servant";
        var name = PersonNames.Draw(dice, woman);
        var level = leader && dice.PerMille(550) ? "master" : dice.Weighted<string>([("university", 760), ("master", 90), ("college", 85), ("intermediate", 60), ("doctor", 5)]);
        var (rank, table) = PracticePay.EntryRank(dice, slot.Unit, level);
        var promoted = leader ? dice.PerMille(650) : dice.PerMille(90);

        var acts = new List<CareerAct>();
        var first = placements[0];
        var entry = new List<Effect>
        {
            Identity(dice, index, name, woman, born), Contact(dice, index),
            new SetEmployment(first.Unit.Id, category, category == "public-employee" ? "indefinite" : null, joined, JobTitle(slot, first.Unit), "recruited"),
        };
        entry.AddRange(Qualifications(dice, level, leader, born));
        if (dice.PerMille(leader ? 980 : slot.Unit.Staffing == Staffing.Office ? 720 : 420)) entry.Add(PartyMember(dice, joined));
        var book = $"79{index + 10_000_000:00000000}";
        entry.Add(new SetSocialInsurance(book, 0, 0));

        var pay = _pay.Through(dice, category == "public-employee" ? StaffCategory.PublicEmployee : category == "cadre" ? StaffCategory.Cadre : StaffCategory.CivilServant, rank, table, joined, promoted, _today).ToList();
        if (pay[0].Action == "recruit") { entry.Add(pay[0].Effect); pay.RemoveAt(0); }
        var posts = story.Posts(placements).ToList();
        acts.Add(new CareerAct(joined, "recruit", Recruiter(category, first.Unit, joined), false, [.. entry]));
        foreach (var ((day, unit, how), from) in placements.Skip(1).Zip(placements, (to, was) => (to, was.Unit)))
            acts.Add(new CareerAct(day, "transfer", Signer(from, posts, RankOn(rank, pay, day.AddDays(-1)), day), how == "placed", [new SetEmployment(unit.Id, category, category == "public-employee" ? "indefinite" : null, joined, JobTitle(slot, unit), how)]));
        foreach (var (day, action, effect) in pay)
            acts.Add(new CareerAct(day, action, Signer(story.UnitOn(placements, day.AddDays(-1)), posts, ((SetRankAndStep)effect).RankCode, day), true, [effect]));
        acts.AddRange(posts);
        if (retired) Retire(acts, placements, born, woman);
        acts.Sort((a, b) => a.Day.CompareTo(b.Day));
        // Months of the book are those up to the day they were noted: last when something was decided.
        if (acts.FindLastIndex(a => a.Day > joined && a.Action != "retire") is >= 0 and var noted)
            acts[noted] = acts[noted] with { Effects = [new SetSocialInsurance(book, LawDay.WholeMonthsBetween(joined, acts[noted].Day), 0), .. acts[noted].Effects] };
        return new Career(new Dice(_seed, 5_000_000UL + (ulong)index).Key(), name, slot, acts);
    }

    private static string RankOn(string entry, IEnumerable<(DateOnly Day, string Action, Effect Effect)> pay, DateOnly day) =>
        pay.LastOrDefault(p => p.Day <= day && p.Effect is SetRankAndStep).Effect is SetRankAndStep held ? held.RankCode : entry;

    // As the practice province's rules on authority say for what somebody was the day before: leaders of agencies are the province's (of communes, while there were
    // districts, theirs), heads inside an agency its leader's, heads of sub-departments and public units the agency above; the principal rank is the Department of Home Affairs'.
    private PracticeUnit Signer(PracticeUnit unit, IReadOnlyList<CareerAct> posts, string rank, DateOnly day)
    {
        var inside = unit.Kind is Organisation.Contracts.UnitKind.Division or Organisation.Contracts.UnitKind.LocalOffice;
        if (posts.Count == 0 || day <= posts[0].Day) return rank == "01.001" ? _map.Root : rank == "01.002" ? _map.HomeAffairs : unit.Agency;
        if (unit.Agency.Kind is Organisation.Contracts.UnitKind.SubDepartment or Organisation.Contracts.UnitKind.PublicServiceUnit) return Above(unit.Agency, day);
        return inside ? unit.Agency : unit.Level == Organisation.Contracts.UnitLevel.Commune && day < PracticeMap.TwoTiers ? Above(unit, day) : _map.Root;
    }

    private PracticeUnit Recruiter(string category, PracticeUnit unit, DateOnly day) =>
        category == "public-employee" ? unit.Agency : category == "cadre" && day < PracticeMap.TwoTiers ? Above(unit.Agency, day) : _map.HomeAffairs;

    private PracticeUnit Above(PracticeUnit agency, DateOnly day) => agency.ParentOn(day)?.Agency ?? _map.Root;

    private void Retire(List<CareerAct> acts, List<(DateOnly Day, PracticeUnit Unit, string How)> placements, DateOnly born, bool woman)
    {
        var from = FirstOfMonth(born.AddYears(woman ? 56 : 61).AddMonths(1));
        if (from > _today) from = FirstOfMonth(_today.AddMonths(-1));
        acts.RemoveAll(a => a.Day >= from);
        var last = placements.Last(p => p.Day < from || p == placements[0]).Unit;
        acts.Add(new CareerAct(from, "retire", last.Agency, false, [new EndEmployment("retired")]));
    }

    private Slot[] Slots(int people)
    {
        var current = _map.Units.Where(u => u.ExistsOn(_today) && u.Staffing is not (Staffing.None or Staffing.Commune)).ToList();
        var slots = current.Where(u => u.Staffing == Staffing.Leaders).SelectMany(u => Enumerable.Range(0, 3).Select(i => new Slot(u, i))).ToList();
        var places = current.Where(u => u.Staffing != Staffing.Leaders).ToList();
        var total = places.Sum(u => Weight[u.Staffing]);
        var rest = Math.Max(0, people - slots.Count);
        var given = 0;
        var sum = 0;
        foreach (var unit in places)
        {
            sum += Weight[unit.Staffing];
            var upTo = (int)((long)rest * sum / total);
            for (var i = 0; given < upTo; given++, i++) slots.Add(new Slot(unit, i));
        }
        return [.. slots.Take(people)];
    }

    private static SetIdentity Identity(Dice dice, int index, string name, bool woman, DateOnly born)
    {
        var ethnicity = dice.Weighted<string>([("01", 900), ("05", 50), ("04", 30), ("17", 12), ("02", 8)]);
        var religion = dice.Weighted<string>([("00", 850), ("01", 100), ("02", 40), ("05", 10)]);
        var place = dice.Pick(PlaceNames.Take(40));
        // 099 is no province's code: such a number belongs to nobody.
        var id = $"099{(born.Year >= 2000 ? (woman ? 3 : 2) : woman ? 1 : 0)}{born.Year % 100:00}{index:000000}";
        var birth = dice.PerMille(6) ? $"{born:yyyy}" : dice.PerMille(8) ? $"{born:yyyy-MM}" : $"{born:yyyy-MM-dd}";
        return new SetIdentity(name, null, birth, woman ? "female" : "male", $"{place}, tỉnh {PlaceNames.Province}", $"{place}, tỉnh {PlaceNames.Province}", ethnicity, religion, id, null);
    }

    private static SetContact Contact(Dice dice, int index) =>
        new($"Số {dice.Between(1, 400)}, khu phố {dice.Between(1, 12)}, {dice.Pick(PlaceNames.Take(60))}, tỉnh {PlaceNames.Province}", null, $"0000 {index / 1000:000} {index % 1000:000}", $"nguoi{index + 1}@tangiang.example");

    private static IEnumerable<Effect> Qualifications(Dice dice, string level, bool leader, DateOnly born)
    {
        yield return new SetQualification("general", "upper-secondary", null, null, born.Year + 18, null);
        yield return new SetQualification("professional", level, dice.Pick(["Luật", "Kinh tế", "Quản lý nhà nước", "Kế toán", "Công nghệ thông tin", "Sư phạm", "Xây dựng", "Nông nghiệp", "Y khoa", "Quản lý đất đai"]),
            dice.Pick(["Trường Đại học Tân Giang", "Học viện Hành chính miền Nam", "Trường Đại học Bách nghệ", "Trường Đại học Kinh tế - Luật Phương Nam"]), born.Year + 22, dice.PerMille(700) ? "chính quy" : "vừa làm vừa học");
        if (leader || dice.PerMille(450)) yield return new SetQualification("political", leader ? dice.PerMille(600) ? "advanced" : "intermediate" : dice.PerMille(300) ? "intermediate" : "elementary", null, "Trường Chính trị tỉnh", null, null);
        if (leader || dice.PerMille(350)) yield return new SetQualification("state-management", leader && dice.PerMille(500) ? "principal" : "specialist", null, "Trường Chính trị tỉnh", null, null);
        if (dice.PerMille(600)) yield return new SetQualification("language", dice.Pick(["A", "B", "B1", "B2"]), "Tiếng Anh", null, null, null);
        if (dice.PerMille(700)) yield return new SetQualification("informatics", dice.Pick(["Ứng dụng CNTT cơ bản", "Ứng dụng CNTT nâng cao"]), null, null, null, null);
    }

    private static SetPartyAndUnion PartyMember(Dice dice, DateOnly joined)
    {
        var admitted = joined.AddMonths(dice.Between(8, 70));
        return new SetPartyAndUnion(admitted, admitted.AddYears(1), null, joined.AddYears(-6), "Đoàn viên công đoàn", null, null, null);
    }

    private static string JobTitle(Slot slot, PracticeUnit unit) => unit.Staffing switch
    {
        Staffing.Teaching => "Giáo viên",
        Staffing.Health => "Viên chức y tế",
        Staffing.Leaders => "Lãnh đạo",
        Staffing.Commune => "Công chức chuyên môn",
        _ when slot.Post is not null => "Lãnh đạo, quản lý",
        _ => "Chuyên viên tham mưu, tổng hợp",
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
