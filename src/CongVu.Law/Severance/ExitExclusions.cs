using CongVu.Law.Loading;

namespace CongVu.Law.Severance;

/// <summary>Who may not be let go now, whatever the ground.</summary>
internal sealed class ExitExclusions
{
    private readonly Timeline<LawTable> table;

    public ExitExclusions(Timeline<LawTable> table, LawErrors errors)
    {
        this.table = table;
        foreach (var row in table.Values.SelectMany(v => v.Value.Rows).Where(r => !Facts.ContainsKey(r.Text("code"))))
        {
            errors.Add(row.Place, $"Mã “{row.Text("code")}” ở cột “code” không có trong hệ thống.");
        }
    }

    public IEnumerable<Condition> Assess(ExitCase @case, DateOnly day)
    {
        foreach (var row in table.At(day).Value.Rows)
        {
            var (free, cure) = Facts[row.Text("code")];
            yield return Condition.Of(row.Text("name"), free(@case.Evidence), row.Source.Text, cure: cure);
        }
    }

    /// <summary>By code of the data: whether the person is free of it, and how to find out.</summary>
    private static readonly Dictionary<string, (Func<ExitEvidence, bool?> Free, string Cure)> Facts = new()
    {
        ["pregnant"] = (e => e.PregnantOrSmallChild == true ? e.Volunteers : !e.PregnantOrSmallChild, "Xác nhận tình trạng thai sản, nuôi con; nếu có thì cần đơn tự nguyện"),
        ["under-review"] = (e => !e.UnderReview, "Xác nhận không đang bị xem xét kỷ luật, điều tra, thanh tra"),
        ["sick"] = (e => !e.OnSickLeave, "Xác nhận không đang nghỉ ốm"),
    };
}
