namespace CongVu.Law;

/// <summary>Forms of discipline that touch pay.</summary>
public enum DisciplineForm
{
    /// <summary>Khiển trách.</summary>
    Reprimand,

    /// <summary>Cảnh cáo.</summary>
    Warning,

    /// <summary>Hạ bậc lương.</summary>
    PayStepReduction,

    /// <summary>Giáng chức.</summary>
    Demotion,

    /// <summary>Cách chức.</summary>
    Removal,
}

/// <summary>Codes and names of <see cref="DisciplineForm"/>.</summary>
public static class DisciplineForms
{
    /// <summary>The code in data files and vectors: <c>reprimand</c>…</summary>
    public static string Code(this DisciplineForm form) => form switch
    {
        DisciplineForm.Reprimand => "reprimand",
        DisciplineForm.Warning => "warning",
        DisciplineForm.PayStepReduction => "pay-step-reduction",
        DisciplineForm.Demotion => "demotion",
        DisciplineForm.Removal => "removal",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>The Vietnamese name in running text.</summary>
    public static string Vietnamese(this DisciplineForm form) => form switch
    {
        DisciplineForm.Reprimand => "khiển trách",
        DisciplineForm.Warning => "cảnh cáo",
        DisciplineForm.PayStepReduction => "hạ bậc lương",
        DisciplineForm.Demotion => "giáng chức",
        DisciplineForm.Removal => "cách chức",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>Null when the code is unknown.</summary>
    public static DisciplineForm? Find(string code) => Enum.GetValues<DisciplineForm>().Cast<DisciplineForm?>().FirstOrDefault(f => f!.Value.Code() == code);
}
