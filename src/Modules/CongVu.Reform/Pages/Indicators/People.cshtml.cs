using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Data;
using CongVu.Reform.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.Indicators;

/// <summary>A person behind a number.</summary>
internal sealed record CountedPerson(PersonRow Row, string Unit, string Degree)
{
    public static readonly TableView<CountedPerson> View = new TableView<CountedPerson>("nguoi", "Người đứng sau con số", r => r.Row.PersonId.ToString()) { DefaultSort = "ten" }
        .Column("ten", "Họ và tên", r => r.Row.FullName, fixedColumn: true, url: r => PersonnelLinks.Record(r.Row.PersonId))
        .Column("don-vi", "Đơn vị", r => r.Unit)
        .Column("nhom", "Nhóm", r => r.Row.Category is { } c ? OrganisationWords.Category(c) : "")
        .Column("chuc-vu", "Chức vụ", r => r.Row.PostCode is { } post ? LeadershipPosts.Name(post) : "", wide: true)
        .Column("trinh-do", "Trình độ", r => r.Degree);
}

/// <summary>The people behind a number of an indicator, as far as the gate lets the actor see them.</summary>
[Requires("personnel.read")]
internal sealed class PeopleModel(People people, StaffCodes codes, IEnumerable<Indicator> indicators, UnitLabels labels, PlanStart start, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    public Indicator Indicator { get; private set; } = null!;
    public IndicatorPart Part { get; private set; } = null!;
    public TablePage<CountedPerson> Table { get; private set; } = null!;

    public async Task OnGetAsync(string key, string? phan, CancellationToken ct)
    {
        gate.Demand(PersonnelPermissions.Read);
        Indicator = indicators.FirstOrDefault(i => i.Key == key) ?? throw new NotFoundException("Không có chỉ tiêu này.");
        var question = new IndicatorQuestion(await start.OfAsync(asOf.Current.ValidOn, ct), asOf.Current);
        var seen = people.ScopedOn(asOf.Current, PersonnelPermissions.Read);
        var rows = await Indicator.PeopleAsync(phan ?? "", seen, question, ct) ?? throw new NotFoundException("Chỉ tiêu không có phần này.");
        Part = (await Indicator.ComputeAsync(question, ct)).Parts.First(p => p.Key == phan);
        var query = CountedPerson.View.Read(HttpContext);
        var page = await People.PageAsync(rows, PersonOrder.Name, query.Descending, query.After, query.Before, TableQuery.PageSize, ct);
        var units = await labels.OfAsync(page.Rows.Select(r => r.UnitId ?? r.FileUnitId).OfType<Guid>(), ct);
        Table = new TablePage<CountedPerson>(CountedPerson.View, query, [.. page.Rows.Select(r => new CountedPerson(r, (r.UnitId ?? r.FileUnitId) is { } u ? units[u] : "", codes.Name(StaffCodes.EducationLevels, r.ProfessionalLevel)))], await People.CountAsync(rows, ct)) { Next = page.Next, Previous = page.Previous };
        await audit.ReadAsync(new AuditLine("reform.indicator.people", Count: page.Rows.Count, Detail: new { key, part = phan }), ct);
    }
}
