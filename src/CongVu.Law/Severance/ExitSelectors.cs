namespace CongVu.Law.Severance;

/// <summary>Which regime decides which case, transitional provisions included.</summary>
internal sealed class ExitSelectors
{
    private readonly RegimeSelector<ExitCase> downsizing;
    private readonly RegimeSelector<ExitCase> resignation;
    private readonly SeveranceLaw law;

    public ExitSelectors(LawBook book, SeveranceLaw law)
    {
        this.law = law;
        var (d29, d154, d178) = (law.Decree29.Regime, law.Decree154.Regime, law.Decree178.Regime);
        var amended = book.Instruments["67/2025/NĐ-CP"].InForce;

        // The decree on reorganisation is the special one: NĐ 154 Điều 2 khoản 1 điểm a steps back for it. It knows no transfers and no training.
        bool Special(ExitCase c) => c is { Reason: ExitReason.Reorganisation, Policy: ExitPolicy.EarlyRetirement or ExitPolicy.Immediate };
        bool BySpecial(ExitCase c) => Special(c) && d178.Governs(c.On);
        bool StillUndecided(ExitCase c) => Special(c) && d29.Governs(c.On) && c.On < d178.From && c.UndecidedOn >= amended;
        bool Recalculated(ExitCase c) => !BySpecial(c) && !StillUndecided(c) && d29.Governs(c.On) && (c.UndecidedOn >= d154.From || c.UnpaidOn >= d154.From);
        downsizing = new("Tinh giản biên chế", [law.Decree108.Regime, d29, d154], c => c.On,
        [
            new(d178, BySpecial, "Điều 1 và Điều 2, Nghị định 178/2024/NĐ-CP"),
            new(d178, StillUndecided, "Quy định chuyển tiếp, Nghị định 67/2025/NĐ-CP"),
            new(d154, Recalculated, "Quy định chuyển tiếp, Nghị định 154/2025/NĐ-CP"),
        ]);
        var (before, after) = (law.Resignation170.Regime, law.Resignation300.Regime);
        resignation = new("Thôi việc của công chức", [before, after], c => c.On,
            [new(before, c => after.Governs(c.On) && c.FileCompleteOn is { } complete && before.Governs(complete), "Điều 35, Nghị định 300/2026/NĐ-CP")]);
    }

    public RegimeChoice Choose(ExitCase @case) => @case.Policy switch
    {
        ExitPolicy.Resignation => resignation.Choose(@case),
        ExitPolicy.CommunePartTime => Only(law.CommunePartTime, @case),
        ExitPolicy.VillagePartTime => Only(law.VillagePartTime, @case),
        _ when @case.Reason is ExitReason.Downsizing or ExitReason.Reorganisation => downsizing.Choose(@case),
        _ => throw new CaseInputException($"{@case.Policy.Vietnamese()} chỉ có khi tinh giản biên chế hoặc sắp xếp tổ chức bộ máy."),
    };

    /// <summary>There is but one regime; a day outside it is refused with the reason the data give.</summary>
    private static RegimeChoice Only(ExitRules rules, ExitCase @case)
    {
        rules.FiguresOn(@case.On);
        return new RegimeChoice(rules.Regime, null);
    }
}
