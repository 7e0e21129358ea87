using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Severance.Data;

namespace CongVu.Severance.Cases;

/// <summary>Brings the record of a person and the answers of a case to the law.</summary>
internal sealed class CaseReckoner(LawBook law)
{
    /// <param name="paidElsewhere">Known here to have been paid under such a regime before.</param>
    public CaseReckoning Reckon(SeveranceCase one, PersonRow person, PersonRecord record, IReadOnlyList<CaseAnswer> answers, bool paidElsewhere)
    {
        var evidence = new Evidence(answers);
        var facts = new List<CaseFact> { new("leave", "Ngày nghỉ", VnFormat.Date(one.LeaveOn), "Đề nghị của đơn vị"), new("policy", "Chính sách", one.Policy.Vietnamese(), "Đề nghị của đơn vị") };
        IReadOnlyList<Question> questions = [];
        ExitAssessment? assessment = null;
        RegimeChoice? choice = null;
        try
        {
            var partTime = one.Policy is ExitPolicy.CommunePartTime or ExitPolicy.VillagePartTime;
            var (pay, payKnown) = Pay(one, record, evidence, partTime, facts);
            questions = Questions.Of(one.Policy, one.Reason, one.Ground, one.LeaveOn, payKnown, one.Reason == ExitReason.Downsizing && one.LeaveOn < new DateOnly(2023, 7, 20));
            var distance = RetirementDistance.Of(law, PersonTerms.SexOf(person), PersonTerms.Birth(person), one.LeaveOn, evidence.Flag(Questions.Hazardous) == true);
            facts.Add(new("distance", "Còn đến tuổi nghỉ hưu", LawDay.FormatMonths(distance.Months), $"Tính từ ngày sinh {PersonTerms.Birth(person)}, giới tính {PersonTerms.SexOf(person).Vietnamese()}"));
            var months = Insurance(record, one.LeaveOn, evidence, facts);
            foreach (var answer in answers.Where(a => a.ReplacedAt is null && a.Key is not (Questions.Insurance or Questions.Pay)))
                if (Questions.Find(answer.Key) is { } asked) facts.Add(new(answer.Key, asked.Label, Words(asked.Kind, answer.Value), answer.Document));
            var exit = new ExitCase(one.Policy, one.Reason, one.LeaveOn)
            {
                Category = PersonTerms.Category(person.Category),
                CurrentPay = pay?.Value.AsMoney,
                AveragePay = evidence.Number(Questions.Average),
                ServiceMonths = months ?? 0,
                MonthsToRetirement = distance.Months,
                MonthsAfterReorganisation = (int?)evidence.Number(Questions.AfterMonths),
                DrawsPension = evidence.Flag(Questions.DrawsPension) == true,
                TrainingMonths = (int)(evidence.Number(Questions.TrainingMonths) ?? 0),
                TrainingFee = evidence.Number(Questions.TrainingFee) ?? 0,
                RoadmapMonths = (int)(evidence.Number(Questions.Roadmap) ?? 0),
                Evidence = evidence.ForLaw(one.Ground, LawDay.WholeMonthsBetween(person.BirthDate, one.LeaveOn), paidElsewhere ? true : evidence.Flag(Questions.PaidBefore)),
            };
            choice = law.Severance.Select(exit);
            assessment = law.Severance.Assess(exit);
            if (months is null)
            {
                // Conditions that rest on the months cannot be told, whatever they would come to with none.
                var open = Condition.Of("Thời gian đóng bảo hiểm xã hội", null, choice.Regime.Name, cure: "Bổ sung xác nhận của cơ quan bảo hiểm xã hội");
                return new(null, assessment with { Policy = [open] }, null, facts, questions, choice, "Chưa có số tháng đóng bảo hiểm xã hội. Bổ sung dữ kiện ở mục bên dưới.");
            }
            var benefit = law.Severance.Reckon(exit);
            return new(benefit, assessment, Whole(benefit, pay, distance), facts, questions, choice, null);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return new(null, assessment, null, facts, questions, choice, e.Message);
        }
    }

    /// <summary>Words of an answer.</summary>
    public static string Words(AnswerKind kind, string value) => kind switch
    {
        AnswerKind.YesNo => value == Questions.Yes ? "Có" : "Không",
        AnswerKind.Money => VnFormat.Money(long.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        AnswerKind.Rating => Enum.Parse<YearRating>(value) switch { YearRating.Excellent => "Hoàn thành xuất sắc nhiệm vụ", YearRating.Good => "Hoàn thành tốt nhiệm vụ", YearRating.Completed => "Hoàn thành nhiệm vụ", _ => "Không hoàn thành nhiệm vụ" },
        _ => value,
    };

    // The sheet of the benefit takes pay and months left as given; here they are explained too, so that the whole can be done again by hand.
    private static Explanation Whole(ExitBenefit benefit, Explanation? pay, RetirementDistance distance) => new(benefit.Explanation.Label, benefit.Explanation.Value)
    {
        Formula = "Các khoản trợ cấp, tính từ tiền lương tháng hiện hưởng và số tháng còn lại đến tuổi nghỉ hưu nêu bên dưới",
        Regime = benefit.Explanation.Regime,
        Children = [benefit.Explanation with { Regime = null, Label = "Các khoản trợ cấp" }, .. pay is null ? Array.Empty<Explanation>() : [pay], distance.Explanation],
    };

    private (Explanation? Pay, bool FromRecord) Pay(SeveranceCase one, PersonRecord record, Evidence evidence, bool partTime, List<CaseFact> facts)
    {
        if (evidence.Of(Questions.Pay) is { } stated && evidence.Number(Questions.Pay) is { } amount)
        {
            facts.Add(new("pay", "Tiền lương tháng hiện hưởng", VnFormat.Money(amount), stated.Document));
            return (new Explanation("Tiền lương tháng hiện hưởng", ExplainedValue.Money(amount)) { Inputs = [new("Theo chứng từ", ExplainedValue.Money(amount), stated.Document)] }, false);
        }
        if (partTime) return (null, false);
        var month = MonthPay.MonthBefore(one.LeaveOn);
        var parts = MonthPay.Parts(law, record, month);
        if (parts.Count == 0) return (null, false);
        var pay = new CurrentPayParts(law, one.Reason, one.LeaveOn).Explain(month, parts);
        facts.Add(new("pay", "Tiền lương tháng hiện hưởng", pay.Value.ToString(), $"Hồ sơ lương tháng {month:MM/yyyy}: {string.Join(", ", pay.Children.Select(c => $"{c.Label} {c.Value}"))}"));
        return (pay, true);
    }

    // The record tells the months up to the day it was noted; from then to leaving the person goes on paying.
    private static int? Insurance(PersonRecord record, DateOnly leaveOn, Evidence evidence, List<CaseFact> facts)
    {
        if (evidence.Number(Questions.Insurance) is { } stated)
        {
            facts.Add(new("insurance", "Thời gian đóng bảo hiểm xã hội", LawDay.FormatMonths((int)stated), evidence.Of(Questions.Insurance)!.Document));
            return (int)stated;
        }
        if (record.Of(FactKind.SocialInsurance).LastOrDefault(f => f.From <= leaveOn) is not { Value: SetSocialInsurance book } fact) return null;
        var since = LawDay.WholeMonthsBetween(fact.From, leaveOn);
        var months = book.MonthsCounted - book.MonthsPaidOut + since;
        facts.Add(new("insurance", "Thời gian đóng bảo hiểm xã hội", LawDay.FormatMonths(months), $"Sổ {book.BookNumber}: {book.MonthsCounted} tháng đến {VnFormat.Date(fact.From)}, đã hưởng trợ cấp {book.MonthsPaidOut} tháng, cộng {since} tháng đến ngày nghỉ"));
        return months;
    }
}
