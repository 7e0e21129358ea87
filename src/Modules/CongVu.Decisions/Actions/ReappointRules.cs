using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>How long a further term is.</summary>
/// <param name="IsExtension">Kéo dài thời gian giữ chức vụ đến tuổi nghỉ hưu instead of a further term.</param>
internal readonly record struct FurtherTerm(int Months, bool IsExtension);

/// <summary>The conditions of holding a post for a further term.</summary>
internal sealed class ReappointRules(LawBook law, LeadershipLaw leadership, WorkingCalendar calendar)
{
    /// <summary>
    /// A full term when there is time for one, else until retirement; below the threshold of the law it is an extension, not a term.
    /// </summary>
    public FurtherTerm LengthOf(PersonRow person, DateOnly from, int termMonths, DateOnly today)
    {
        var left = leadership.MonthsLeft(person, from);
        var threshold = law.Table("leadership.extension-threshold").At(today).Value.Rows.First(r => r.Integer("term") == (termMonths > 36 ? 60 : 36)).Integer("months");
        return new FurtherTerm(Math.Max(0, Math.Min(termMonths, left)), left < threshold);
    }

    public void Check(ActionCase one, ReappointAction.Values v, Findings findings)
    {
        var article = LeadershipLaw.Reappointment(one.Day);
        if (!TermEnds(v, findings, article)) return;
        var ends = v.Held.TermUntil!.Value;
        Notice(v, ends, one.Today, findings);
        Decision(ends, one.Today, findings, article);
        Age(one.ThePerson, v, one.Today, findings, article);
        PersonConditions.NotDisciplined(findings, article);
    }

    private static bool TermEnds(ReappointAction.Values v, Findings findings, string article)
    {
        const string code = "reappoint.term", title = "Bổ nhiệm lại nối tiếp thời hạn cũ";
        if (v.Held.TermUntil is not { } ends)
        {
            findings.Blocks(code, title, "Chức vụ này không có thời hạn trong hồ sơ.", article, "Đính chính thời hạn của quyết định bổ nhiệm trước.");
            return false;
        }
        if (v.From < ends) findings.Blocks(code, title, $"Thời hạn cũ còn đến hết ngày {VnFormat.Date(ends.AddDays(-1))}.", article, $"Sửa ngày bổ nhiệm lại thành {VnFormat.Date(ends)}.");
        else if (v.From > ends) findings.NeedsOverride(code, title, $"Thời hạn cũ đã hết từ ngày {VnFormat.Date(ends)}; giữa hai thời hạn không có căn cứ giữ chức vụ.", article, $"Sửa ngày thành {VnFormat.Date(ends)}, hoặc ghi căn cứ.");
        else findings.Met(code, title, $"Thời hạn cũ hết ngày {VnFormat.Date(ends.AddDays(-1))}.", article);
        return true;
    }

    private void Notice(ReappointAction.Values v, DateOnly ends, DateOnly today, Findings findings)
    {
        var rule = law.Table("leadership.reappointment-notice").At(v.NoticedOn < today ? v.NoticedOn : today);
        var row = rule.Value.Rows[0];
        var (days, working) = (row.Integer("days"), row.Text("counting") == "working");
        var title = $"Thông báo trước khi hết thời hạn {days} ngày{(working ? " làm việc" : "")}";
        DateOnly latest;
        try
        {
            latest = working ? calendar.Before(ends, days) : ends.AddDays(-days);
        }
        catch (OutsideCoverageException e)
        {
            findings.Unknown("reappoint.notice", title, $"Không đếm được ngày làm việc. {e.Message}", row.Source.Text, "Đối chiếu lịch nghỉ lễ, tết đã công bố.");
            return;
        }
        if (v.NoticedOn <= latest) findings.Met("reappoint.notice", title, $"Thông báo ngày {VnFormat.Date(v.NoticedOn)}.", row.Source.Text);
        else findings.NeedsOverride("reappoint.notice", title, $"Thông báo ngày {VnFormat.Date(v.NoticedOn)}; chậm nhất phải là ngày {VnFormat.Date(latest)}.", row.Source.Text, "Ghi lý do chậm và căn cứ.");
    }

    private static void Decision(DateOnly ends, DateOnly today, Findings findings, string article)
    {
        const string code = "reappoint.decision", title = "Ra quyết định trước khi hết thời hạn ít nhất 1 ngày làm việc";
        var latest = ends.AddDays(-1);
        do latest = latest.AddDays(-1); while (latest.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        if (today <= latest) findings.Met(code, title, $"Chậm nhất ngày {VnFormat.Date(latest)}.", article);
        else findings.NeedsOverride(code, title, $"Hôm nay {VnFormat.Date(today)}; chậm nhất phải ký ngày {VnFormat.Date(latest)}.", article, "Ghi căn cứ ra quyết định muộn.");
    }

    private void Age(PersonRow person, ReappointAction.Values v, DateOnly today, Findings findings, string article)
    {
        var pension = leadership.RetirementOf(person).PensionFrom;
        var length = LengthOf(person, v.From, v.TermMonths, today);
        findings.Demand(length.Months > 0, "reappoint.age", "Còn thời gian công tác", $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}.", article, "Làm thủ tục nghỉ hưu.",
            length.IsExtension ? $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}: kéo dài thời gian giữ chức vụ đến khi nghỉ hưu ({VnFormat.Months(length.Months)})."
            : length.Months < v.TermMonths ? $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}: thời hạn bổ nhiệm lại tính đến tuổi nghỉ hưu ({VnFormat.Months(length.Months)})."
            : $"Nghỉ hưu từ ngày {VnFormat.Date(pension)}, đủ trọn thời hạn.");
    }
}
