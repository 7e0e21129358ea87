using CongVu.Communes.Funds;
using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Communes.Holders;

/// <summary>
/// Who is recruited for a commune or moved there is counted against what the commune may have by its class. The provincial council shares the numbers out and may give one
/// commune more than another, so a number that is exceeded goes on with that resolution as its basis. Part-time people of a commune end with 30/06/2025.
/// </summary>
internal sealed class NumberCondition(CommuneReckoning reckoning) : ActionCondition
{
    private const string Code = "communes.number", PartTimeCategory = "commune-part-time";
    private static readonly string[] StaffCategories = ["cadre", "civil-servant"];
    private Dictionary<(Guid Commune, DateOnly Day), CommuneSheet> _sheets = [];
    private ILookup<(Guid, DateOnly, bool), Guid> _coming = Array.Empty<Guid>().ToLookup(_ => (Guid.Empty, default(DateOnly), false));

    public override IReadOnlyCollection<string> Actions { get; } = [ActionCodes.Recruit, ActionCodes.Transfer];

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        _sheets = [];
        var coming = cases.Select(c => (Case: c, Commune: ComesTo(c), Category: Category(c))).Where(c => c.Commune is not null && (StaffCategories.Contains(c.Category) || c.Category == PartTimeCategory)).ToList();
        _coming = coming.ToLookup(c => (c.Commune!.Id, c.Case.Day, c.Category == PartTimeCategory), c => c.Case.SubjectId);
        foreach (var (commune, day) in coming.Select(c => (c.Commune!.Id, c.Case.Day)).Distinct())
            if (await reckoning.ForConditionAsync(commune, new AsOf(day), ct) is { } sheet) _sheets[(commune, day)] = sheet;
    }

    public override void Check(ActionCase one, Findings findings)
    {
        if (ComesTo(one) is not { } commune || !_sheets.TryGetValue((commune.Id, one.Day), out var sheet)) return;
        if (Category(one) == PartTimeCategory) PartTime(one, sheet, findings);
        else if (StaffCategories.Contains(Category(one))) Staff(one, sheet, findings);
    }

    private void Staff(ActionCase one, CommuneSheet sheet, Findings findings)
    {
        const string title = "Số cán bộ, công chức của đơn vị cấp xã";
        // Since the classes ended the province gives each commune its number; no number of the law is exceeded.
        if (one.Day >= TwoTierGovernment.From) return;
        if (sheet.Staffing.Value is not { } allowed) findings.Unknown(Code, title, sheet.Staffing.None ?? "Chưa tính được.", null, "Nhập loại đơn vị hành chính ở mục Tổ chức, Cấp xã.");
        else Count(findings, title, sheet, sheet.Staff + _coming[(sheet.Unit.Id, one.Day, false)].Count(), allowed.CadresAndCivilServants, sheet.Staffing.Why!);
    }

    private void PartTime(ActionCase one, CommuneSheet sheet, Findings findings)
    {
        const string title = "Số người hoạt động không chuyên trách của đơn vị cấp xã";
        if (one.Day >= TwoTierGovernment.From) findings.Blocks(Code, title, "Từ 01/07/2025 không bố trí thêm người hoạt động không chuyên trách cấp xã.", TwoTierGovernment.Source, "Bố trí ở thôn, tổ dân phố, hoặc tuyển dụng theo biên chế được giao.");
        else if (sheet.Staffing.Value is not { } allowed) findings.Unknown(Code, title, sheet.Staffing.None ?? "Chưa tính được.", null, "Nhập loại đơn vị hành chính ở mục Tổ chức, Cấp xã.");
        else Count(findings, title, sheet, sheet.PartTime + _coming[(sheet.Unit.Id, one.Day, true)].Count(), allowed.PartTime, sheet.Staffing.Why!);
    }

    private static void Count(Findings findings, string title, CommuneSheet sheet, int then, int allowed, Explanation why)
    {
        var article = Article(why);
        var message = $"{sheet.Unit.Name} được bố trí {allowed} người vào ngày {VnFormat.Date(sheet.Day)}; sau quyết định này có {then} người.";
        if (then <= allowed) findings.Met(Code, title, message, article);
        else findings.NeedsOverride(Code, title, $"{message} Vượt {then - allowed} người.", article, "Ghi nghị quyết của Hội đồng nhân dân tỉnh giao thêm cho đơn vị này, hoặc bố trí ở đơn vị khác.");
    }

    private static string? Article(Explanation why) => why.Parameters.Select(p => p.Source).FirstOrDefault() ?? why.Children.Select(Article).FirstOrDefault(a => a is not null);

    /// <summary>The commune somebody newly comes to; null when they stay in theirs or go elsewhere.</summary>
    private static UnitView? ComesTo(ActionCase one)
    {
        if (!Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var to) || one.Units.Path(to).FirstOrDefault(CommuneReckoning.IsCommune) is not { } commune) return null;
        return one.Person?.UnitId is { } home && one.Units.Path(home).Any(u => u.Id == commune.Id) ? null : commune;
    }

    private static string? Category(ActionCase one) => one.Person?.Category ?? one.Inputs.GetValueOrDefault("category");
}
