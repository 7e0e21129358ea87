using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Decisions.LawUses;

/// <summary>Which figures and instruments the actions of the catalogue rest on; the instruments are those their papers name today.</summary>
internal sealed class DecisionLawUses(ActionCatalogue actions, LawBook law, TimeProvider clock) : LawUseSource
{
    private static readonly Dictionary<string, string[]> Figures = new(StringComparer.Ordinal)
    {
        [ActionCodes.StepRaise] = ["pay.months-per-step", "pay.step-raise-extension*", "pay.salary-table*"],
        [ActionCodes.Retire] = ["retirement.*"],
        [ActionCodes.Appoint] = ["pay.leadership-allowance", "leadership.*"],
        [ActionCodes.Reappoint] = ["leadership.*", "retirement.age", "calendar.days-off"],
        [ActionCodes.Recruit] = ["recruitment.*", "pay.ranks", "pay.salary-table*"],
        [ActionCodes.Transfer] = ["pay.leadership-allowance"],
    };

    public override IReadOnlyList<LawUse> Uses =>
    [
        .. from action in actions.All
           let figures = Figures.GetValueOrDefault(action.Code, [])
           let instruments = Named(action)
           from kind in (LawUseKind[])[LawUseKind.Action, LawUseKind.Form]
           where instruments.Count > 0 || figures.Length > 0
           select new LawUse(kind, kind == LawUseKind.Action ? action.Name : $"Quyết định {char.ToLowerInvariant(action.Name[0])}{action.Name[1..]}", $"{DecisionLinks.New}/{action.Code}", kind == LawUseKind.Action ? figures : [], instruments),
    ];

    // Papers print numbers in running text; a number of the register that stands in one of their lines is named by it.
    private List<string> Named(PersonnelAction action)
    {
        var lines = action.BasesOn(clock.Today());
        return [.. law.Instruments.Keys.Where(number => lines.Any(l => l.Contains(number, StringComparison.Ordinal)))];
    }
}
