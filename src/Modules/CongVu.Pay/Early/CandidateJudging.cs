using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Pay.Early;

/// <summary>Holds candidates against the conditions of Thông tư 08/2013/TT-BNV Điều 3: met, not met, or cannot be told yet.</summary>
internal sealed class CandidateJudging(LawBook law)
{
    private const string Article = "Điều 3 Thông tư 08/2013/TT-BNV";

    public CandidateView Judge(EarlyRound round, EarlyCandidate candidate, PersonRow person, EarlyRaiseRecords.Loaded known, UnitTree tree, DateOnly on)
    {
        var rule = new EarlyStepRaise(law, on);
        var unit = person.UnitId is { } place ? tree.FullName(place) : "";
        var lines = new List<CheckLine>();
        if (person.UnitId is null || person.RankCode is null || tree.Agency(person.UnitId.Value)?.Id != round.UnitId)
        {
            lines.Add(new CheckLine(CheckState.Blocks, "Hưởng lương tại cơ quan xét", person.UnitId is null ? "Đã thôi công tác." : person.RankCode is null ? "Hồ sơ chưa có ngạch, bậc lương." : $"Đang công tác tại {unit}.", Article, Cure: "Bỏ khỏi danh sách"));
            return new CandidateView(candidate, person, unit, null, null, null, [], lines, null);
        }
        var holding = StepFacts.Onto(PersonTerms.Step(person), known.Facts[person.PersonId]);
        try
        {
            return Judge(round, candidate, person, known, unit, rule, holding, new RegularStepRaise(law, on).Assess(holding));
        }
        catch (CaseInputException e)
        {
            lines.Add(new CheckLine(CheckState.Blocks, "Hồ sơ khớp với bảng lương", e.Message, Article, Cure: "Đính chính quyết định xếp lương", CureUrl: PersonnelLinks.Record(person.PersonId)));
            return new CandidateView(candidate, person, unit, null, null, null, [], lines, null);
        }
    }

    private static CandidateView Judge(EarlyRound round, EarlyCandidate candidate, PersonRow person, EarlyRaiseRecords.Loaded known, string unit, EarlyStepRaise rule, StepHolding holding, StepRaiseOutcome regular)
    {
        var end = LawDay.LastOfYear(round.Year);
        var missing = regular.Due is { } due ? EarlyStepRaise.MissingMonths(due, end) : (int?)null;
        var achievements = known.Achievements[person.PersonId].Select(a => new JudgedAchievement(a, WhyNot(a, end, rule.AchievementYears(holding.Category, holding.Table), known.UsedUntil(person.PersonId)))).ToList();
        var lines = new List<CheckLine>
        {
            regular.Due is null ? No("Chưa hưởng bậc lương cuối cùng", $"Bậc {person.Step} là bậc cuối của bảng {person.TableCode}.", "Xét phụ cấp thâm niên vượt khung", PayLinks.OverScale) : Yes("Chưa hưởng bậc lương cuối cùng", $"Bậc {person.Step} của bảng {person.TableCode}."),
        };
        if (missing is { } months)
            lines.Add(months == 0 ? No($"Đến 31/12/{round.Year} còn thiếu từ {rule.MostMonths} tháng trở xuống", $"Đến hạn thường xuyên {VnFormat.Date(regular.Due)}, trong năm xét.", "Nâng bậc lương thường xuyên", PayLinks.Due)
                : months > rule.MostMonths ? No($"Đến 31/12/{round.Year} còn thiếu từ {rule.MostMonths} tháng trở xuống", $"Đến hạn thường xuyên {VnFormat.Date(regular.Due)}, còn thiếu {months} tháng.", "Chờ năm xét sau", null)
                : Yes($"Đến 31/12/{round.Year} còn thiếu từ {rule.MostMonths} tháng trở xuống", $"Đến hạn thường xuyên {VnFormat.Date(regular.Due)}, còn thiếu {months} tháng."));
        var last = known.LastByAchievement(person.PersonId, candidate.DecisionId, person.StepSince!.Value);
        lines.Add(last is null ? Yes("Không nâng trước thời hạn hai lần liên tiếp do thành tích", "Bậc đang hưởng không phải do nâng trước thời hạn vì thành tích.") : No("Không nâng trước thời hạn hai lần liên tiếp do thành tích", $"Bậc đang hưởng được nâng trước thời hạn theo Quyết định {last.NumberText}.", "Chờ qua một lần nâng thường xuyên", null));
        lines.Add(achievements.Any(a => a.Counts) ? Yes("Có thành tích xuất sắc còn được tính", $"{achievements.Count(a => a.Counts)} thành tích.")
            : achievements.Count == 0 ? Open("Có thành tích xuất sắc còn được tính", "Hồ sơ chưa có thành tích nào.", "Nhập thành tích kèm quyết định công nhận")
            : No("Có thành tích xuất sắc còn được tính", string.Join("; ", achievements.Select(a => $"{a.Achievement.Title}: {a.WhyNot}")), "Nhập thành tích khác nếu có", null));
        var bad = known.Facts[person.PersonId].Where(f => f.Kind != RaiseFactKind.NotCounted && f.Day >= holding.Since).ToList();
        lines.Add(bad.Count > 0 ? No("Hoàn thành nhiệm vụ từng năm, không bị kỷ luật", string.Join("; ", bad.Select(f => f.Document)), "Bỏ khỏi danh sách, hoặc rút ghi nhận nếu ghi sai", PayLinks.Raise(person.PersonId))
            : candidate.StandingConfirmed is { Length: > 0 } confirmed ? Yes("Hoàn thành nhiệm vụ từng năm, không bị kỷ luật", confirmed)
            : Open("Hoàn thành nhiệm vụ từng năm, không bị kỷ luật", "Hệ thống chưa có kết quả xếp loại và dữ liệu kỷ luật của người này.", "Đối chiếu hồ sơ giấy rồi ghi kết quả"));
        lines.Add(candidate.Months is { } ahead ? Yes("Đã xác định số tháng nâng trước", $"{ahead} tháng.") : Open("Đã xác định số tháng nâng trước", $"Chưa nhập; từ 1 đến {rule.MostMonths} tháng theo cấp độ thành tích trong quy chế của đơn vị.", "Nhập số tháng"));
        var outcome = candidate.Months is { } m && m <= rule.MostMonths && regular.Due is not null ? rule.Assess(holding, m) : (EarlyStepRaiseOutcome?)null;
        return new CandidateView(candidate, person, unit, regular.Due, missing, outcome, achievements, lines, outcome is null ? null : rule.Explain(holding, candidate.Months!.Value, EarlyRaiseGround.Achievement));
    }

    private static string? WhyNot(Achievement achievement, DateOnly end, int years, DateOnly? usedUntil) =>
        achievement.RecognisedOn > end ? $"công nhận sau ngày {VnFormat.Date(end)}"
        : achievement.RecognisedOn <= end.AddYears(-years) ? $"đã quá {years} năm tính đến {VnFormat.Date(end)}"
        : usedUntil is { } used && achievement.RecognisedOn <= used ? $"trước lần nâng trước thời hạn ngày {VnFormat.Date(used)}, không dùng lại"
        : null;

    private static CheckLine Yes(string text, string why) => new(CheckState.Met, text, why, Article);
    private static CheckLine No(string text, string why, string cure, string? url) => new(CheckState.Blocks, text, why, Article, Cure: cure, CureUrl: url);
    private static CheckLine Open(string text, string why, string cure) => new(CheckState.Unknown, text, why, Article, Cure: cure);
}
