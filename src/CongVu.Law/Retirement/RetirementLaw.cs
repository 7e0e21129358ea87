using CongVu.Law.Loading;

namespace CongVu.Law.Retirement;

/// <summary>The retirement law's data, typed and checked at load.</summary>
public sealed class RetirementLaw
{
    internal RetirementLaw(Timeline<LawTable> ages, LawErrors errors)
    {
        Ages = ages.Select(v => new RetirementAges(v, errors));
    }

    /// <summary>Retirement ages by sex and month of birth, through time.</summary>
    internal Timeline<RetirementAges> Ages { get; }
}

/// <summary>One row: everybody of a sex born in these months retires at this age.</summary>
/// <param name="BornFrom">First day of the first month of birth; the very first row has none.</param>
/// <param name="BornBefore">First day of the month after the last one; the very last row has none.</param>
internal sealed record RetirementAgeRow(Sex Sex, DateOnly? BornFrom, DateOnly? BornBefore, int Years, int Months, LawRow Row);

/// <summary>The table of one stretch of time. Its rows cover every month of birth exactly once for each sex; a hole or an overlap is an error of the data.</summary>
internal sealed class RetirementAges
{
    private readonly ILookup<Sex, RetirementAgeRow> rows;

    public RetirementAges(Dated<LawTable> table, LawErrors errors)
    {
        Table = table;
        rows = table.Value.Rows.Select(r => RowOf(r, errors)).ToLookup(r => r.Sex);
        foreach (var sex in Enum.GetValues<Sex>())
        {
            CheckContinuous([.. rows[sex]], sex, errors);
        }
    }

    public Dated<LawTable> Table { get; }

    public RetirementAgeRow For(Sex sex, DateOnly birth) => rows[sex].First(r => r.BornBefore is null || birth < r.BornBefore);

    private static RetirementAgeRow RowOf(LawRow row, LawErrors errors)
    {
        var sex = Sexes.Find(row.Text("sex"));
        if (sex is null)
        {
            errors.Add(row.Place, $"Mã giới tính “{row.Text("sex")}” không có trong hệ thống.");
        }
        return new RetirementAgeRow(sex ?? default, row.OptionalMonth("bornFrom"), row.OptionalMonth("bornTo")?.AddMonths(1),
            row.Integer("years"), row.Integer("months"), row);
    }

    private void CheckContinuous(List<RetirementAgeRow> ladder, Sex sex, LawErrors errors)
    {
        if (ladder.Count == 0)
        {
            errors.Add(Table.Value.Rows[0].Place, $"Bảng tuổi nghỉ hưu không có dòng nào cho {sex.Vietnamese()}.");
            return;
        }
        DateOnly? expected = null;
        foreach (var row in ladder)
        {
            if (row.BornFrom != expected || (row.BornBefore is null && row != ladder[^1]) || row.BornBefore <= row.BornFrom)
            {
                errors.Add(row.Row.Place, "Tháng sinh của dòng này không nối tiếp dòng trước.");
            }
            expected = row.BornBefore;
        }
        if (ladder[^1].BornBefore is not null)
        {
            errors.Add(ladder[^1].Row.Place, "Dòng cuối của mỗi giới phải để trống “bornTo”.");
        }
    }
}
