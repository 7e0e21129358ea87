using System.Globalization;
using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using RoomRow = CongVu.Examinations.Data.Room;

namespace CongVu.Examinations.Practice;

/// <summary>Two examinations of the practice province: one that is over, from candidates to published results with an appeal, and one that is prepared.</summary>
internal sealed class PracticeExams(CongVuDb db, ItemSafe safe, ProcessLog processes, Council council, SittingPapers papers, ExamLaw law, People people, UnitDirectory units, PracticeCouncil by, TimeProvider clock)
{
    private const string Rule = "Năm chữ số cuối giải đặc biệt xổ số miền Bắc quay buổi tối trước ngày thi";

    /// <summary>So many officials as candidates: none who signs in here, for those are in the council.</summary>
    public async Task<IReadOnlyList<Candidate>> PeopleAsync(int count, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        var accounts = db.Set<Account>().Where(a => a.PersonId != null).Select(a => a.PersonId!.Value);
        var rows = await people.On(today).Where(p => p.RankCode != null && p.PostCode == null && p.UnitId != null && !accounts.Contains(p.PersonId)).OrderBy(p => p.PersonId).Take(count).ToListAsync(ct);
        var tree = await units.TreeAsync(today, ct);
        return [.. rows.DistinctBy(p => p.PersonalId).Select(p => new Candidate { PersonId = p.PersonId, FullName = p.FullName, Birth = p.BirthDate, PersonalId = p.PersonalId, UnitName = tree.FullName(p.UnitId!.Value), Position = p.JobTitle ?? "" })];
    }

    public async Task PastAsync(BlueprintRow plan, IReadOnlyList<(BankItem Row, ExamItem Item)> bank, IReadOnlyList<Candidate> chosen, CancellationToken ct)
    {
        var day = clock.Today().AddDays(-40);
        var (exam, candidates) = Exam($"Sát hạch nghiệp vụ công vụ, đợt 1 năm {day.Year}", day, ExamState.Published, chosen);
        var (sitting, rooms, seats) = Sitting(exam, plan, "Ca 1", candidates, 12);
        var begins = sitting.StartsAt.AddMinutes(10);
        var sealedBank = new SealedBank([.. bank.Where(b => b.Row.State == BankState.Approved).Select(b => Blinding.Seal(b.Item, b.Row.Id, b.Row.Level, RecordMaking.Facility(b.Row.Level)))]);
        var secret = RandomNumberGenerator.GetBytes(32);
        sitting.Commitment = Sealing.Commitment(Sealing.BankHash([.. sealedBank.Items.Select(i => i.Entry.Entry)]), Sealing.Hash(plan.Plan().Canonical()), secret, Rule);
        (sitting.PublicRule, sitting.PublicValue, sitting.Secret, sitting.Bank, sitting.State) = (Rule, "40718", safe.SealFile(secret), sealedBank.Seal(safe), SittingState.Closed);
        (sitting.SealedAt, sitting.SealedBy, sitting.ReleasedBy, sitting.SecondReleaseBy) = (begins.AddDays(-2), by.Secretary, by.Secretary, by.Chair);
        foreach (var (row, _) in bank.Where(b => b.Row.State == BankState.Approved))
        {
            db.Add(new SittingItem { SittingId = sitting.Id, ItemId = row.Id, ItemVersion = 1 });
            db.Add(new BankItemStep { ItemId = row.Id, At = begins.AddDays(-2), AccountId = by.Secretary, FromState = BankState.Approved, ToState = BankState.Locked, ItemVersion = 1 });
            (row.State, row.Version) = (BankState.Locked, row.Version + 1);
        }
        db.Add(new SittingEvent { SittingId = sitting.Id, At = begins.AddDays(-2), AccountId = by.Secretary, Kind = SittingEvents.Sealed });
        db.Add(new SittingEvent { SittingId = sitting.Id, At = begins.AddMinutes(-30), AccountId = by.Chair, Kind = SittingEvents.Released });
        await db.SaveChangesAsync(ct);
        await new PracticeRoom(db, papers, by).RunAsync(sitting, rooms, seats, begins, ct);
        var scored = begins.AddHours(3);
        await db.SaveChangesAsync(ct);
        await new ScoringDesk(db, processes, council, papers, new At(scored)).ApplyAsync(sitting, ct);
        (sitting.State, sitting.AnnouncedAt, sitting.AnnouncedBy) = (SittingState.Scored, scored.AddDays(6), by.Chair);
        await db.SaveChangesAsync(ct);
        Marks(exam, await db.Set<Essay>().Where(e => e.SittingId == sitting.Id).OrderBy(e => e.Code).ToListAsync(ct), scored);
        db.Add(new SittingEvent { SittingId = sitting.Id, At = scored.AddDays(6), AccountId = by.Chair, Kind = SittingEvents.Announced });
    }

    public void Coming(BlueprintRow plan, IReadOnlyList<Candidate> chosen)
    {
        var (exam, candidates) = Exam($"Sát hạch tiền lương và chế độ, đợt 2 năm {clock.Today().AddDays(12).Year}", clock.Today().AddDays(12), ExamState.Announced, chosen);
        candidates[0].ExtraPercent = 50;
        Sitting(exam, plan, "Ca 1", candidates, 14);
    }

    /// <summary>A competition officials can register for now.</summary>
    public void Competition()
    {
        var today = clock.Today();
        var exam = new Exam { Name = $"Thi tuyển chức danh lãnh đạo năm {today.AddDays(40).Year}", Kind = ExamLaw.Leadership, HeldOn = today.AddDays(40), OrderedBy = "Kế hoạch của Ủy ban nhân dân tỉnh (dữ liệu luyện tập)", CreatedAt = clock.UtcNow(), CreatedBy = by.Secretary };
        db.Add(exam);
        Members(exam);
        db.Add(new Competition { ExamId = exam.Id, Regulation = "Quy chế thi tuyển chức danh lãnh đạo, quản lý của tỉnh (dữ liệu luyện tập)", RegisterUntil = today.AddDays(14), SchemeUntil = VietnamTime.StartOf(today.AddDays(30)).UtcDateTime.AddHours(17), PassHundredths = 6000, Discard = MarkDiscard.None });
        db.AddRange(new[] { "Phó Giám đốc Sở Xây dựng", "Trưởng phòng Tổ chức cán bộ" }.Select(p => new Vacancy { ExamId = exam.Id, Position = p, Seats = 1 }));
    }

    private (Exam Exam, IReadOnlyList<Candidate> Candidates) Exam(string name, DateOnly day, ExamState state, IReadOnlyList<Candidate> chosen)
    {
        var (opened, seed) = (VietnamTime.StartOf(day).UtcDateTime.AddDays(-30), RandomNumberGenerator.GetBytes(16));
        var exam = new Exam { Name = name, Kind = ExamLaw.Testing, HeldOn = day, OrderedBy = "Quyết định của Giám đốc Sở Nội vụ (dữ liệu luyện tập)", State = state, NumbersSeed = Convert.ToHexStringLower(seed), ListClosedAt = opened.AddDays(20), CreatedAt = opened, CreatedBy = by.Secretary };
        db.Add(exam);
        Members(exam);
        List<Candidate> candidates = [.. chosen.Select(c => new Candidate { ExamId = exam.Id, PersonId = c.PersonId, FullName = c.FullName, Birth = c.Birth, PersonalId = c.PersonalId, UnitName = c.UnitName, Position = c.Position })];
        var dealt = CandidateDesk.Deal(seed, candidates);
        for (var i = 0; i < dealt.Count; i++) dealt[i].Number = (i + 1).ToString("000", CultureInfo.InvariantCulture);
        db.AddRange(candidates);
        return (exam, dealt);
    }

    private void Members(Exam exam)
    {
        (Guid, CouncilRole)[] members =
        [
            (by.Chair, CouncilRole.Chair), (by.Secretary, CouncilRole.Secretary), (by.SecondOfficer, CouncilRole.Invigilator), (by.Technician, CouncilRole.Technician), (by.Reviewer, CouncilRole.Marker), (by.FirstOfficer, CouncilRole.Marker),
            (by.ThirdMarker, CouncilRole.Marker), (by.FourthMarker, CouncilRole.Marker), (by.Supervisor, CouncilRole.Supervisor),
        ];
        db.AddRange(members.Select(m => new ExamMember { ExamId = exam.Id, AccountId = m.Item1, Role = m.Item2 }));
    }

    private (Sitting Sitting, IReadOnlyList<RoomRow> Rooms, IReadOnlyList<(Seat Seat, Candidate Candidate)> Seats) Sitting(Exam exam, BlueprintRow plan, string name, IReadOnlyList<Candidate> candidates, int places)
    {
        var seed = RandomNumberGenerator.GetBytes(16);
        var sitting = new Sitting { ExamId = exam.Id, Name = name, BlueprintId = plan.Id, StartsAt = VietnamTime.StartOf(exam.HeldOn).UtcDateTime.AddHours(7.5), Minutes = 60, SeatsSeed = Convert.ToHexStringLower(seed) };
        RoomRow[] rooms = [.. new[] { "Phòng 1", "Phòng 2" }.Select(r => new RoomRow { SittingId = sitting.Id, Name = r, Seats = places })];
        db.Add(sitting);
        db.AddRange(rooms);
        List<(Seat, Candidate)> seats = [.. SeatPlanning.Deal(seed, candidates, rooms).Select(d => (new Seat { SittingId = sitting.Id, CandidateId = d.Candidate.Id, RoomId = d.Room.Id, Number = d.Number, AddedSeconds = sitting.Minutes * 60 * d.Candidate.ExtraPercent / 100 }, d.Candidate))];
        db.AddRange(seats.Select(s => s.Item1));
        return (sitting, rooms, seats);
    }

    // Two markers for each essay; the third of them is far apart and goes to a third marker, the fourth is marked again on appeal.
    private void Marks(Exam exam, IReadOnlyList<Essay> essays, DateTime scored)
    {
        var (average, third, dialogue) = law.Differences(exam.HeldOn);
        for (var at = 0; at < essays.Count; at++)
        {
            var essay = essays[at];
            var first = essay.MaxHundredths / 100 * (45 + at * 17 % 45);
            first -= first % 25;
            Dictionary<MarkStep, (Guid Marker, int Hundredths)> given = new() { [MarkStep.First] = (by.Reviewer, first), [MarkStep.Second] = (by.FirstOfficer, at == 2 ? first - essay.MaxHundredths * 12 / 100 : first + (at % 3 - 1) * 50) };
            if (at == 2) given[MarkStep.Third] = (by.ThirdMarker, first);
            (essay.FinalHundredths, essay.Settled) = Settled(MarkRules.Of(given.ToDictionary(g => g.Key, g => g.Value.Hundredths), essay.MaxHundredths, average, third));
            if (at == 3)
            {
                Dictionary<MarkStep, (Guid, int)> again = new() { [MarkStep.AppealFirst] = (by.ThirdMarker, essay.FinalHundredths!.Value + 75), [MarkStep.AppealSecond] = (by.FourthMarker, essay.FinalHundredths.Value + 75) };
                (essay.AppealedFrom, essay.AppealReason, essay.AppealedAt, essay.AppealTakenBy) = (essay.FinalHundredths, "Đề nghị chấm lại ý về trách nhiệm của người đứng đầu", scored.AddDays(8), by.Secretary);
                foreach (var (step, mark) in again) given[step] = mark;
                (essay.FinalHundredths, essay.Settled) = Settled(MarkRules.OfAppeal(given.ToDictionary(g => g.Key, g => g.Value.Hundredths), essay.AppealedFrom!.Value, essay.MaxHundredths, dialogue));
            }
            essay.Version++;
            foreach (var (step, (marker, hundredths)) in given)
                db.Add(new EssayMark { EssayId = essay.Id, Step = step, MarkerId = marker, Hundredths = hundredths, Note = step == MarkStep.Third ? "Bài đủ ý, trình bày rõ" : "", At = scored.AddDays(step < MarkStep.AppealFirst ? 1 + (int)step : 10) });
        }
    }

    private static (int?, string?) Settled(MarkOutcome outcome) => outcome is MarkOutcome.Settled s ? (s.Hundredths, s.How) : (null, null);

    /// <summary>What is entered as done then is dated then.</summary>
    private sealed class At(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
