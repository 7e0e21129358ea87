using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Titles;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Contracts;

/// <summary>
/// Gives communes of the practice province their classes, villages, titles and people: one commune over its number, one over its fund, a village over its fund now,
/// people with several titles, part-time people who are still there after the law ended them.
/// </summary>
public sealed class CommunePractice
{
    private const string Clerk = "Dữ liệu luyện tập";
    private const string Merger = "Nghị quyết sắp xếp đơn vị hành chính cấp xã ngày 16/06/2025";
    private const int CommunesWithPeople = 4;
    private static readonly DateOnly Decree = new(2023, 8, 1);

    private static readonly (string Name, int Coefficient)[] CommuneTitles =
    [
        ("Phó Chủ tịch Ủy ban Mặt trận Tổ quốc", 160), ("Phó Chỉ huy trưởng Ban Chỉ huy quân sự", 160), ("Văn phòng Đảng ủy", 150), ("Phó Bí thư Đoàn Thanh niên", 140), ("Phó Chủ tịch Hội Liên hiệp Phụ nữ", 140),
        ("Phó Chủ tịch Hội Nông dân", 140), ("Phó Chủ tịch Hội Cựu chiến binh", 140), ("Thủ quỹ - Văn thư - Lưu trữ", 130), ("Chủ tịch Hội Người cao tuổi", 120), ("Chủ tịch Hội Chữ thập đỏ", 120),
    ];

    private static readonly (string Name, int Coefficient)[] VillageTitles = [("Bí thư chi bộ", 160), ("Trưởng thôn, Tổ trưởng tổ dân phố", 160), ("Trưởng ban công tác Mặt trận", 120), ("Thôn đội trưởng", 80)];
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Hồ", "Ngô", "Dương"];
    private static readonly string[] Given = ["An", "Bình", "Cúc", "Dũng", "Giang", "Hạnh", "Khoa", "Lan", "Minh", "Nga", "Phúc", "Quang", "Thảo", "Vân", "Xuân", "Yến", "Tâm", "Sơn", "Hòa"];
    private static readonly string[] VillageNames = ["Đông", "Tây", "Nam", "Bắc", "Trung", "Thượng", "Hạ"];

    private readonly CongVuDb _db;
    private readonly UnitDirectory _units;
    private readonly People _people;
    private readonly ProcessLog _processes;
    private readonly DateTime _at;
    private int _holders;

    internal CommunePractice(CongVuDb db, UnitDirectory units, People people, ProcessLog processes, TimeProvider clock) => (_db, _units, _people, _processes, _at) = (db, units, people, processes, clock.UtcNow());

    /// <summary>Enters it all in one process; nothing happens in a province without communes of before 01/07/2025.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        var last = TwoTierGovernment.From.AddDays(-1);
        var before = await _units.TreeAsync(new AsOf(last), ct);
        var after = await _units.TreeAsync(new AsOf(TwoTierGovernment.From), ct);
        var old = before.All.Where(Communes).OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
        if (old.Count == 0) return;
        await using var process = await _processes.BeginAsync(CommuneProcesses.EnterProfile, null, null, ct);
        Resolutions();
        var successors = new Dictionary<Guid, UnitView?>();
        foreach (var unit in old) successors[unit.Id] = (await _units.StandInsAsync(unit.Id, new AsOf(TwoTierGovernment.From), ct)).FirstOrDefault(Communes);
        var renewed = after.All.Where(Communes).OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
        foreach (var unit in renewed) _db.Add(New(unit));
        var chosen = renewed.Take(CommunesWithPeople).Select(u => u.Id).ToHashSet();
        var peopled = old.Where(u => successors[u.Id] is { } s && chosen.Contains(s.Id)).ToList();
        // The second is over its fund, the third over its number: of class 3, without more people than the norm.
        foreach (var (unit, i) in old.Select((u, i) => (u, i))) _db.Add(Profile(unit, i, small: peopled.IndexOf(unit) is 1 or 2));
        foreach (var (unit, i) in peopled.Select((u, i) => (u, i))) People(unit, successors[unit.Id]!, i);
        await ConcurrentAsync(old[0], ct);
        await process.CommitAsync(ct, count: _holders);
    }

    private static bool Communes(UnitView unit) => unit is { Kind: UnitKind.PeoplesCommittee, Level: UnitLevel.Commune };

    private void Resolutions()
    {
        Add(new Resolution
        {
            Number = "15/2023/NQ-HĐND", About = "Quy định chức danh, mức phụ cấp người hoạt động không chuyên trách ở cấp xã, ở thôn, tổ dân phố", IssuedOn = new(2023, 12, 8), FromDay = Decree, SecondShare = 5000, Insurance = 1700,
            State = ResolutionState.Approved, CreatedByName = Clerk, CreatedAt = _at, ApprovedByName = Clerk, ApprovedAt = _at,
        }, 0);
        Add(new Resolution
        {
            Number = "21/2026/NQ-HĐND", About = "Quy định mức phụ cấp người hoạt động không chuyên trách ở thôn, tổ dân phố", IssuedOn = new(2026, 10, 30), FromDay = new(2027, 1, 1), SecondShare = 5000, State = ResolutionState.Submitted, CreatedByName = Clerk, CreatedAt = _at,
        }, 20);
    }

    private void Add(Resolution resolution, int more)
    {
        _db.Add(resolution);
        var lines = (resolution.Insurance > 0 ? CommuneTitles : []).Select(t => (TitleLevel.Commune, t.Name, t.Coefficient)).Concat(VillageTitles.Select(t => (TitleLevel.Village, t.Name, Coefficient: t.Coefficient + more)));
        foreach (var ((level, name, coefficient), place) in lines.Select((l, i) => (l, i))) _db.Add(new Title { ResolutionId = resolution.Id, Level = level, Code = ResolutionKeeping.Code(name), Name = name, Coefficient = coefficient, Place = place });
    }

    private Profile Profile(UnitView unit, int i, bool small)
    {
        var kind = unit.Name.Contains("phường", StringComparison.Ordinal) ? UnitForm.Ward : unit.Name.Contains("thị trấn", StringComparison.Ordinal) ? UnitForm.Township : UnitForm.Commune;
        return new Profile
        {
            UnitId = unit.Id, FromDay = Decree, Kind = kind, Class = small ? 3 : 1 + i % 3, Population = small ? 6100 : kind == UnitForm.Commune ? 7200 + i % 7 * 1100 : 14000 + i % 5 * 3000, PopulationNorm = kind == UnitForm.Commune ? 8000 : 15000,
            Area = small ? 2600 : 2100 + i % 9 * 500, AreaNorm = 3000, Document = $"Quyết định số {40 + i}/QĐ-UBND ngày 10/07/2023 về phân loại đơn vị hành chính", EnteredAt = _at, EnteredByName = Clerk,
        };
    }

    private Profile New(UnitView unit) => new()
    {
        UnitId = unit.Id, FromDay = TwoTierGovernment.From, Kind = unit.Name.Contains("phường", StringComparison.Ordinal) ? UnitForm.Ward : UnitForm.Commune, Document = Merger, EnteredAt = _at, EnteredByName = Clerk,
    };

    private void People(UnitView unit, UnitView successor, int i)
    {
        var kind = unit.Name.Contains("xã", StringComparison.Ordinal) ? VillageKind.Village : VillageKind.ResidentialGroup;
        var staff = i <= 3 ? 10 : 8;
        for (var k = 0; k < staff; k++) Hold(Somebody(unit), unit, null, TitleLevel.Commune, CommuneTitles[k], k < 2 && i < 3 ? null : new DateOnly(2025, 8, 1), null);
        if (i == 2) Hold(Somebody(unit), unit, null, TitleLevel.Commune, CommuneTitles[4], TwoTierGovernment.From, "Biên bản bàn giao khi nhập hai hội, tháng 02/2024");
        foreach (var (name, v) in VillageNames.Take(3 + i % 3).Select((n, v) => (n, v)))
        {
            var village = Guid.CreateVersion7();
            var full = $"{(kind == VillageKind.Village ? "Thôn" : "Tổ dân phố")} {name} {unit.Name[(unit.Name.LastIndexOf(' ') + 1)..]}";
            var households = 210 + (i * 5 + v) % 6 * 70;
            foreach (var (day, home, paper) in new[] { (Decree, unit.Id, "Quyết định thành lập thôn, tổ dân phố"), (TwoTierGovernment.From, successor.Id, Merger) })
                _db.Add(new VillageState { VillageId = village, UnitId = home, FromDay = day, Name = full, Kind = kind, Households = households + (day == Decree ? 0 : 15), SecurityKey = v == 2, Document = paper, EnteredAt = _at, EnteredByName = Clerk });
            var head = Somebody(unit);
            Hold(head, unit, village, TitleLevel.Village, VillageTitles[1], null, null);
            // In every second village one person is both secretary and head.
            Hold(v % 2 == 0 ? head : Somebody(unit), unit, village, TitleLevel.Village, VillageTitles[0], null, null);
            Hold(Somebody(unit), unit, village, TitleLevel.Village, VillageTitles[2], null, null);
            if (i < 2 && v == 1) Hold(Somebody(unit), unit, village, TitleLevel.Village, VillageTitles[3], null, "Danh sách chi trả tháng 01/2024 của Ủy ban nhân dân cấp xã");
        }
    }

    private async Task ConcurrentAsync(UnitView unit, CancellationToken ct)
    {
        var day = new DateOnly(2025, 1, 1);
        var below = (await _units.TreeAsync(new AsOf(day), ct)).Subtree(unit.Id).ToArray();
        if (await _people.On(new AsOf(day)).Where(p => p.UnitId != null && below.Contains(p.UnitId.Value)).OrderBy(p => p.SortKey).FirstOrDefaultAsync(ct) is not { } person) return;
        var holder = new Holder { PersonId = person.PersonId, FullName = person.FullName, BornOn = person.BirthDate, Sex = person.Sex, UnitId = unit.Id, EnteredAt = _at, EnteredByName = Clerk };
        _db.Add(holder);
        _db.Add(new Holding { HolderId = holder.Id, UnitId = unit.Id, Level = TitleLevel.Staff, TitleCode = "veterans-chair", TitleName = "Chủ tịch Hội Cựu chiến binh Việt Nam", PostCoefficient = 15, FromDay = new(2024, 1, 1), UntilDay = TwoTierGovernment.From, Document = "Quyết định số 7/QĐ-UBND ngày 28/12/2023", EnteredAt = _at, EnteredByName = Clerk });
    }

    private Holder Somebody(UnitView unit)
    {
        var n = _holders++;
        var woman = n % 5 is 1 or 3;
        var holder = new Holder
        {
            FullName = $"{Families[n % Families.Length]} {(woman ? "Thị" : "Văn")} {Given[n * 7 % Given.Length]}", BornOn = new DateOnly(1966 + n * 3 % 32, 1 + n % 12, 1 + n % 28), Sex = woman ? "female" : "male", UnitId = unit.Id, EnteredAt = _at, EnteredByName = Clerk,
        };
        _db.Add(holder);
        return holder;
    }

    private void Hold(Holder holder, UnitView unit, Guid? village, TitleLevel level, (string Name, int Coefficient) title, DateOnly? until, string? over) => _db.Add(new Holding
    {
        HolderId = holder.Id, UnitId = unit.Id, VillageId = village, Level = level, TitleCode = ResolutionKeeping.Code(title.Name), TitleName = title.Name, FromDay = new DateOnly(2024, 1, 1), UntilDay = until, OverGround = over,
        Document = $"Quyết định số {_holders + 20}/QĐ-UBND ngày 25/12/2023", EnteredAt = _at, EnteredByName = Clerk,
    });
}
