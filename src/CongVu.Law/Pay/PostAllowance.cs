namespace CongVu.Law.Pay;

/// <summary>Which column of the leadership allowance table a province reads.</summary>
public enum AllowanceArea
{
    /// <summary>Các tỉnh, thành phố khác.</summary>
    Other,

    /// <summary>Hà Nội, Thành phố Hồ Chí Minh.</summary>
    HanoiOrHoChiMinhCity,
}

/// <summary>A leadership allowance (phụ cấp chức vụ lãnh đạo).</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Name">Vietnamese name as the table has it.</param>
/// <param name="Coefficient">Multiplied by the base salary.</param>
public sealed record PostAllowance(string Post, string Name, Coefficient Coefficient, ExplainedParameter Source)
{
    internal static PostAllowance Of(Dated<LawTable> table, LawRow row, AllowanceArea area)
    {
        var coefficient = row.Coefficient(area == AllowanceArea.Other ? "other" : "hanoiHcmc");
        var source = ExplainedParameter.Of(table.Parameter, row.From ?? table.From, row.Source, row.Verification,
            ExplainedValue.Coefficient(coefficient), $"{table.Parameter.Name}: {row.Text("name")}");
        return new PostAllowance(row.Text("post"), row.Text("name"), coefficient, source);
    }
}
