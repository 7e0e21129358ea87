namespace CongVu.Reform.Tests.Reading.Fixtures;

/// <summary>The content of a task table, before it is written in some format.</summary>
internal sealed record PlanModel(IReadOnlyList<string> Head, IReadOnlyList<ModelColumn> Columns, IReadOnlyList<ModelRow> Rows)
{
    public IEnumerable<ModelRow> Groups => Rows.Where(r => r.IsGroup);

    /// <summary>Rows of one task: its own and those of its further products.</summary>
    public IEnumerable<IReadOnlyList<ModelRow>> Tasks
    {
        get
        {
            List<ModelRow>? open = null;
            foreach (var row in Rows)
            {
                if (row.IsGroup || row.Number.Length > 0)
                {
                    if (open is not null)
                    {
                        yield return open;
                    }
                    open = row.IsGroup ? null : [row];
                }
                else
                {
                    open!.Add(row);
                }
            }
            if (open is not null)
            {
                yield return open;
            }
        }
    }
}

internal enum ModelField { Number, Title, Product, Lead, Support, Time, Note }

/// <param name="Field">What the column holds.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Width">How many grid columns it takes where the format shows that.</param>
internal sealed record ModelColumn(ModelField Field, string Label, int Width = 1);

/// <summary>A row; one with neither number nor title carries a further product of the task above.</summary>
internal sealed record ModelRow(string Number, string Title, string Product = "", string Lead = "", string Support = "", string Time = "", bool IsGroup = false)
{
    public bool GoesOn => Number.Length == 0 && Title.Length == 0;

    public string Text(ModelField field) => field switch
    {
        ModelField.Number => Number,
        ModelField.Title => Title,
        ModelField.Product => Product,
        ModelField.Lead => Lead,
        ModelField.Support => Support,
        ModelField.Time => Time,
        _ => "",
    };
}
