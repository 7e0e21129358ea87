using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Web;

namespace CongVu.Personnel.Lists;

/// <summary>What the filters of the list offer on a day.</summary>
internal sealed class FilterChoices(StaffCodes codes)
{
    public IReadOnlyList<Choice> Categories(DateOnly day) => From(StaffCodes.Categories, day);

    public IReadOnlyList<Choice> Sexes(DateOnly day) => From(StaffCodes.Sexes, day);

    public IReadOnlyList<Choice> Ethnicities(DateOnly day) => [new(PersonFilterQuery.Minority, "Các dân tộc thiểu số"), .. From(StaffCodes.Ethnicities, day)];

    public IReadOnlyList<Choice> Ranks(DateOnly day) => [.. codes.RanksOn(day).DistinctBy(r => r.Code).Select(r => new Choice(r.Code, $"{r.Name} ({r.Code})"))];

    public IReadOnlyList<Choice> Levels(DateOnly day) => [.. codes.On(StaffCodes.EducationLevels, day).Where(i => i.Level > 0).Select(i => new Choice(i.Code, $"{i.Name} trở lên"))];

    public static readonly IReadOnlyList<Choice> Posts = Choice.From<LeadershipLevel>(OrganisationWords.Leadership);

    public static readonly IReadOnlyList<Choice> Party = [new(PersonFilterQuery.Yes, "Đảng viên"), new(PersonFilterQuery.No, "Chưa là đảng viên")];

    public static readonly IReadOnlyList<Choice> Standings = [new(PersonFilterQuery.Departed, "Đã thôi công tác"), new(PersonFilterQuery.Everybody, "Cả hai")];

    private IReadOnlyList<Choice> From(string list, DateOnly day) => [.. codes.On(list, day).Select(i => new Choice(i.Code, i.Name))];
}
