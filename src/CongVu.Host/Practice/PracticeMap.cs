using CongVu.Organisation.Contracts;

namespace CongVu.Host.Practice;

/// <summary>
/// The units of the practice province, both generations: three levels until 2025-06-30, two from 2025-07-01,
/// and the merging of departments of 2025-03-01 between them.
/// </summary>
internal sealed class PracticeMap
{
    public static readonly DateOnly Founded = new(1997, 1, 1);
    public static readonly DateOnly DepartmentsMerged = new(2025, 3, 1);
    public static readonly DateOnly TwoTiers = new(2025, 7, 1);

    private const int Districts = 8;
    private const int OldCommunes = 96;
    private const int NewCommunes = 36;

    private readonly Dice _dice;

    private PracticeMap(ulong seed) => _dice = new Dice(seed, 1);

    public List<PracticeUnit> Units { get; } = [];
    public PracticeUnit Root { get; private set; } = null!;
    public PracticeUnit HomeAffairs { get; private set; } = null!;

    /// <summary>Draws the map; the number of schools and clinics grows with the number of people.</summary>
    public static PracticeMap Draw(ulong seed, int people)
    {
        var map = new PracticeMap(seed);
        map.Root = map.Add("UBT", $"Ủy ban nhân dân tỉnh {PlaceNames.Province}", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, Staffing.Leaders);
        new PracticeDepartments(map).Draw();
        var districts = map.DrawDistricts();
        var communes = map.DrawCommunes(districts);
        map.DrawServiceUnits(districts, communes, Math.Max(60, people / 50));
        return map;
    }

    public PracticeUnit Add(string code, string name, string shortName, string symbol, UnitKind kind, UnitLevel level, PracticeUnit? parent, Staffing staffing, DateOnly? from = null, DateOnly? until = null)
    {
        var unit = new PracticeUnit
        {
            Id = _dice.Key(), Code = code, Name = name, ShortName = shortName, Symbol = symbol.Length > 0 ? symbol : Initials(name), Kind = kind, Level = level, Parent = parent,
            From = from ?? Founded, Until = until, Staffing = staffing,
        };
        Units.Add(unit);
        if (code == "SNV") HomeAffairs = unit;
        return unit;
    }

    // Divisions sign nothing themselves, but papers name who drafted: "Phòng Quản lý nhà" is PQLN.
    private static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Select(w => char.ToUpperInvariant(w[0])));

    private List<PracticeUnit> DrawDistricts()
    {
        string[] offices = ["Văn phòng HĐND và UBND", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Phòng Giáo dục và Đào tạo", "Phòng Tư pháp", "Phòng Kinh tế và Hạ tầng", "Phòng Văn hóa và Thông tin"];
        var result = new List<PracticeUnit>();
        foreach (var (name, i) in PlaceNames.Take(Districts).Select((n, i) => (n, i)))
        {
            var kind = i == 0 ? "thành phố" : i == 1 ? "thị xã" : "huyện";
            var district = Add($"H{i + 1:00}", $"Ủy ban nhân dân {kind} {name}", $"UBND {kind} {name}", "UBND", UnitKind.PeoplesCommittee, UnitLevel.District, Root, Staffing.Leaders, until: TwoTiers);
            foreach (var (office, no) in offices.Select((o, no) => (o, no)))
                Add($"H{i + 1:00}.{no + 1}", office, office, "", UnitKind.LocalOffice, UnitLevel.District, district, Staffing.Office, until: TwoTiers);
            result.Add(district);
        }
        return result;
    }

    private List<PracticeUnit> DrawCommunes(List<PracticeUnit> districts)
    {
        var names = PlaceNames.Take(Districts + OldCommunes).Skip(Districts);
        var old = names.Select((name, i) =>
        {
            var district = districts[i % Districts];
            var kind = i % Districts == 0 ? "phường" : i < Districts ? "thị trấn" : "xã";
            return Add($"X{i + 1:000}", $"Ủy ban nhân dân {kind} {name}", $"UBND {kind} {name}", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Commune, district, Staffing.Commune, until: TwoTiers);
        }).ToList();
        var result = new List<PracticeUnit>();
        for (var i = 0; i < NewCommunes; i++)
        {
            // Neighbours merge: communes of one district stand Districts apart in the list.
            var district = i % Districts;
            var mine = old.Where((_, k) => k % Districts == district && (k / Districts) % ((NewCommunes - district + Districts - 1) / Districts) == i / Districts).ToList();
            var kind = district == 0 ? "phường" : "xã";
            var name = mine[0].Name[(mine[0].Name.LastIndexOf(' ', mine[0].Name.LastIndexOf(' ') - 1) + 1)..];
            var commune = Add($"C{i + 1:00}", $"Ủy ban nhân dân {kind} {name}", $"UBND {kind} {name}", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Commune, Root, Staffing.Leaders, TwoTiers);
            foreach (var part in mine) { part.Successors.Add(commune); commune.Predecessors.Add(part); }
            if (i < Districts) { districts[i].Successors.Add(commune); commune.Predecessors.Add(districts[i]); }
            string[] offices = ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"];
            foreach (var (office, no) in offices.Select((o, no) => (o, no)))
                Add($"C{i + 1:00}.{no + 1}", office, office, "", UnitKind.LocalOffice, UnitLevel.Commune, commune, Staffing.Office, TwoTiers);
            result.Add(commune);
        }
        return result;
    }

    private void DrawServiceUnits(List<PracticeUnit> districts, List<PracticeUnit> communes, int count)
    {
        var education = Units.First(u => u.Code == "SGDDT");
        var health = Units.First(u => u.Code == "SYT");
        var names = PlaceNames.Take(160);
        string[] hospitals = ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Y học cổ truyền", "Bệnh viện Sản - Nhi", "Trung tâm Kiểm soát bệnh tật"];
        foreach (var (name, i) in hospitals.Select((n, i) => (n, i)))
            Add($"YT{i + 1:00}", name, name, $"YT{i + 1}", UnitKind.PublicServiceUnit, UnitLevel.Province, health, Staffing.Health);
        for (var i = 0; i < Districts; i++)
            Add($"YT{i + 11:00}", $"Trung tâm Y tế khu vực {names[i]}", $"TTYT {names[i]}", $"TTYT{i + 1}", UnitKind.PublicServiceUnit, UnitLevel.Province, health, Staffing.Health);
        for (var i = 0; i < count; i++)
        {
            var place = names[i % names.Count] + (i < names.Count ? "" : $" {i / names.Count + 1}");
            if (i % 4 == 0)
            {
                Add($"TH{i + 1:0000}", $"Trường THPT {place}", $"THPT {place}", $"THPT{i + 1}", UnitKind.PublicServiceUnit, UnitLevel.Province, education, Staffing.Teaching);
                continue;
            }
            var level = (i % 4) switch { 1 => "THCS", 2 => "Tiểu học", _ => "Mầm non" };
            var district = districts[i % Districts];
            var commune = communes[i % communes.Count];
            var school = Add($"TH{i + 1:0000}", $"Trường {level} {place}", $"{level} {place}", $"TH{i + 1}", UnitKind.PublicServiceUnit, UnitLevel.Commune, district, Staffing.Teaching);
            (school.MovedOn, school.LaterParent) = (TwoTiers, commune);
        }
    }
}
