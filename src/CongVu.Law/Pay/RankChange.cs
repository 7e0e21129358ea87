using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>Which of the cases of Điều 24 a move between salary tables is.</summary>
public enum RankMove
{
    /// <summary>To a higher rank: the nearest coefficient not below what was held.</summary>
    Higher,

    /// <summary>Same level and coefficients: step and percent stay.</summary>
    SameScale,

    /// <summary>Same level, higher coefficients: the nearest not below what was held.</summary>
    HigherScale,

    /// <summary>Same level, lower coefficients: step and percent stay, the difference is reserved.</summary>
    LowerScale,
}

/// <summary>Step and pay after the move.</summary>
/// <param name="OverScale">Percent over scale kept; 0 where it was turned into steps or reserved.</param>
/// <param name="Held">What was held before, as a coefficient: step and over-scale percent together.</param>
/// <param name="Reserved">Difference kept beside the new step; 0 if none.</param>
public readonly record struct RankChangeOutcome(RankMove Move, int Step, Coefficient Coefficient, Percent OverScale, ExactCoefficient Held, ExactCoefficient Reserved);

/// <summary>
/// Step and coefficient when the job position, and with it the rank, changes: Nghị định 170/2025/NĐ-CP Điều 24 as amended by Nghị định 300/2026/NĐ-CP. A move to a lower
/// rank goes back to the step once held there, which only the history of the person tells; it is refused here.
/// </summary>
public sealed class RankChange
{
    /// <summary>What the calculation declares of itself.</summary>
    public static Regime Regime { get; } = new(
        "rank-change.300-2026", "Chuyển xếp lương khi thay đổi vị trí việc làm", "300/2026/NĐ-CP", LawDay.Parse("2026-08-01"), null,
        [
            new("Điều 24 (sửa đổi) khoản 1", "Lên ngạch cao hơn: bậc có hệ số bằng hoặc cao hơn gần nhất hệ số cùng phần vượt khung đang hưởng; vượt bậc cuối thì bậc cuối và bảo lưu chênh lệch."),
            new("Điều 24 (sửa đổi) khoản 2", "Cùng cấp: hệ số như nhau thì giữ bậc và vượt khung; hệ số cao hơn thì bậc gần nhất không thấp hơn; hệ số thấp hơn thì giữ bậc, vượt khung và bảo lưu chênh lệch."),
        ],
        ["pay.ladder-levels", "pay.salary-table-senior-experts", "pay.salary-table-civil-servants", "pay.salary-table-public-employees", "pay.salary-table-support-staff"]);

    private static readonly RegimeSelector<DateOnly> Regimes = new(Regime.Name, [Regime], day => day);

    private readonly Lazy<ExplainedRegime> regime;
    private readonly PayScales scales;
    private readonly Dated<LawTable> levels;
    private readonly FrozenDictionary<string, LawRow> levelOf;
    private readonly RegimeChoice choice;
    private readonly string source;

    /// <param name="book">The law.</param>
    /// <param name="on">The day of the move; its law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public RankChange(LawBook book, DateOnly on)
    {
        choice = Regimes.Choose(on);
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(choice.Regime, book, on));
        scales = book.Pay.ScalesOn(on);
        levels = book.Table("pay.ladder-levels").At(on);
        levelOf = levels.Value.Rows.ToFrozenDictionary(r => r.Text("table"));
        source = book.Instruments[choice.Regime.Instrument].ShortName;
    }

    /// <summary>Step, coefficient and what is reserved.</summary>
    /// <exception cref="CaseInputException">A table or step does not exist for the category, over scale is claimed below the last step, or the new rank is lower.</exception>
    public RankChangeOutcome Assess(StaffCategory category, string fromTable, int fromStep, Percent overScale, string toTable)
    {
        var (from, to) = (scales.Find(category, fromTable), scales.Find(category, toTable));
        if (overScale != default && fromStep != from.Steps)
        {
            throw new CaseInputException($"Phụ cấp thâm niên vượt khung chỉ có ở bậc lương cuối cùng ({from.Steps}) của bảng {from.Code}.");
        }
        var held = ExactCoefficient.Of(from.At(fromStep), overScale);
        var move = MoveOf(from, to);
        if (move is RankMove.Higher or RankMove.HigherScale)
        {
            var step = Enumerable.Range(1, to.Steps).FirstOrDefault(s => ExactCoefficient.Of(to.At(s)) >= held);
            return step > 0
                ? new RankChangeOutcome(move, step, to.At(step), default, held, default)
                : new RankChangeOutcome(move, to.Steps, to.Last, default, held, held - ExactCoefficient.Of(to.Last));
        }
        if (!to.Has(fromStep) || (overScale != default && fromStep != to.Steps))
        {
            throw new CaseInputException($"Bảng lương {to.Code} không có bậc {fromStep} tương ứng với bậc đang giữ ở bảng {from.Code}.");
        }
        var reached = ExactCoefficient.Of(to.At(fromStep), overScale);
        return new RankChangeOutcome(move, fromStep, to.At(fromStep), overScale, held, held > reached ? held - reached : default);
    }

    /// <summary>The same with its reasons; the root's value is the new coefficient.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(StaffCategory category, string fromTable, int fromStep, Percent overScale, string toTable)
    {
        var outcome = Assess(category, fromTable, fromStep, overScale, toTable);
        var (from, to) = (scales.Find(category, fromTable), scales.Find(category, toTable));
        var provision = choice.Regime.Provisions[outcome.Move == RankMove.Higher ? 0 : 1];
        var held = new Explanation("Hệ số đang hưởng, gồm phần vượt khung", ExplainedValue.Text(outcome.Held.ToString()))
        {
            Formula = overScale == default ? "Hệ số bậc lương đang giữ" : $"Hệ số bậc lương đang giữ × (100% + {overScale})",
            Inputs = [new("Bảng lương, bậc đang giữ", ExplainedValue.Text($"{from.Code}, bậc {fromStep}"), "Hồ sơ: ngạch, bậc lương")],
            Parameters = [from.Source],
        };
        var reserved = new Explanation("Hệ số chênh lệch bảo lưu", ExplainedValue.Text(outcome.Reserved.ToString()))
        {
            Formula = "Hệ số đang hưởng − hệ số được xếp, gồm phần vượt khung được giữ",
        };
        return new Explanation($"Hệ số lương được xếp, bậc {outcome.Step} bảng {to.Code}", ExplainedValue.Coefficient(outcome.Coefficient))
        {
            Formula = provision.Rule,
            Parameters =
            [
                to.Source,
                ExplainedParameter.Of(levels.Parameter, levels.From, levelOf[to.Code].Source, levelOf[to.Code].Verification,
                    ExplainedValue.Text($"{from.Code}: {Level(from)}; {to.Code}: {Level(to)}")),
            ],
            Notes = [$"{provision.Article}, {source}."],
            Regime = regime.Value,
            Children = outcome.Reserved == default ? [held] : [held, reserved],
        };
    }

    private RankMove MoveOf(SalaryTable from, SalaryTable to) => (Level(to) - Level(from)) switch
    {
        > 0 => RankMove.Higher,
        < 0 => throw new CaseInputException($"Bảng {to.Code} thuộc ngạch thấp hơn bảng {from.Code}: xếp theo bậc đã giữ ở ngạch thấp hơn, cần quá trình lương của từng người."),
        _ => to.First.CompareTo(from.First) switch { > 0 => RankMove.HigherScale, < 0 => RankMove.LowerScale, _ => RankMove.SameScale },
    };

    private int Level(SalaryTable table) => levelOf.GetValueOrDefault(table.Code)?.Integer("level")
        ?? throw new CaseInputException($"Bảng lương {table.Code} không có thứ bậc ngạch.");
}
