using CongVu.Law.Loading;

namespace CongVu.Law.Pay;

/// <summary>What must hold between the pay parameters beyond the form of each; run once, at load.</summary>
internal sealed class PayLawChecks(LawErrors errors)
{
    public void Run(PayLaw law, IReadOnlyList<Timeline<LawTable>> tables)
    {
        var rows = tables.SelectMany(t => t.Values).SelectMany(v => v.Value.Rows).ToList();
        foreach (var row in rows)
        {
            CheckLadder(row);
            CheckGroup(row, law.MonthsPerStep);
        }
        var codes = rows.Select(r => r.Text("table")).ToHashSet();
        foreach (var rank in law.Ranks.Rows)
        {
            foreach (var table in RankCatalogue.TablesOf(rank).Where(t => !codes.Contains(t)))
            {
                errors.Add(rank.Place, $"Bảng lương “{table}” không có trong các bảng lương.");
            }
            CheckCode(rank, "category", StaffCategories.Find(rank.Text("category")) is not null);
        }
        foreach (var row in law.CivilServiceAllowance.Values.SelectMany(v => v.Value.Rows))
        {
            CheckCode(row, "category", StaffCategories.Find(row.Text("category")) is not null);
        }
        foreach (var row in law.DisciplineExtension.Values.SelectMany(v => v.Value.Rows))
        {
            CheckCode(row, "category", StaffCategories.Find(row.Text("category")) is not null);
            CheckCode(row, "form", DisciplineForms.Find(row.Text("form")) is not null);
        }
    }

    /// <summary>The last coefficient is stated as well as computed; both must agree.</summary>
    private void CheckLadder(LawRow row)
    {
        var reached = row.Coefficient("first") + (row.Coefficient("increment") * (row.Integer("steps") - 1));
        if (reached != row.Coefficient("last"))
        {
            errors.Add(row.Place, $"Bảng {row.Text("table")}: bậc cuối tính được {reached.ToInvariant()}, khác {row.Coefficient("last").ToInvariant()}.");
        }
    }

    private void CheckGroup(LawRow row, Timeline<LawTable> months)
    {
        if (months.Values.Any(v => v.Value.Rows.All(r => r.Text("group") != row.Text("group"))))
        {
            errors.Add(row.Place, $"Nhóm “{row.Text("group")}” không có trong {months.Parameter.Key}.");
        }
    }

    private void CheckCode(LawRow row, string column, bool known)
    {
        if (!known)
        {
            errors.Add(row.Place, $"Mã “{row.Text(column)}” ở cột “{column}” không có trong hệ thống.");
        }
    }
}
