using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Decisions.Actions;

/// <summary>The form of a recruit and how it is read.</summary>
internal sealed class RecruitInputs
{
    private static readonly Choice[] Sexes = [new("male", "Nam"), new("female", "Nữ")];
    private static readonly Choice[] Contracts = [new("indefinite", "Không xác định thời hạn"), new("definite", "Xác định thời hạn")];
    private readonly LawBook _law;

    public RecruitInputs(LawBook law, StaffCodes codes)
    {
        _law = law;
        Func<DateOnly, IReadOnlyList<Choice>> List(string name) => day => [.. codes.On(name, day).Select(i => new Choice(i.Code, i.Name))];
        All =
        [
            Own("fullName", "Họ và tên khai sinh", InputKind.Text, "Nhân thân") with { Required = true },
            Own("birth", "Ngày sinh", InputKind.Text) with { Required = true, Hint = "ngày/tháng/năm; chỉ biết tháng hoặc năm thì nhập 03/1999 hoặc 1999" },
            Own("sex", "Giới tính", InputKind.Choice) with { Required = true, Choices = _ => Sexes },
            Own("personalId", "Số định danh cá nhân", InputKind.Text) with { Required = true, Hint = "12 chữ số trên thẻ căn cước" },
            Own("ethnicity", "Dân tộc", InputKind.Choice) with { Required = true, Default = "01", Choices = List(StaffCodes.Ethnicities) },
            Own("religion", "Tôn giáo", InputKind.Choice) with { Required = true, Default = "00", Choices = List(StaffCodes.Religions) },
            Own("birthPlace", "Nơi sinh", InputKind.Text), Own("homeTown", "Quê quán", InputKind.Text),
            Own("residence", "Nơi thường trú", InputKind.Text, "Liên lạc"), Own("phone", "Điện thoại", InputKind.Text), Own("email", "Thư điện tử", InputKind.Text),
            Own("unit", "Đơn vị tiếp nhận", InputKind.Unit, "Vị trí tuyển dụng") with { Required = true },
            new("category", "Tuyển dụng vào", InputKind.Choice) { Required = true, Default = "civil-servant", Choices = _ => Categories },
            Own("contract", "Loại hợp đồng", InputKind.Choice) with { Choices = _ => Contracts, Hint = "Với viên chức và người lao động hợp đồng" },
            Own("jobTitle", "Vị trí việc làm", InputKind.Text) with { Required = true },
            ActionInput.From("Tuyển dụng từ ngày"),
            Own("rank", "Ngạch, chức danh nghề nghiệp", InputKind.Rank, "Xếp lương") with { Required = true, Choices = Ranks },
            Own("table", "Bảng lương", InputKind.Text) with { Hint = "Để trống: bảng lương thường dùng của ngạch" },
            Own("step", "Bậc", InputKind.Step) with { Required = true, Default = "1" },
            Own("degree", "Trình độ chuyên môn", InputKind.Choice, "Trình độ") with { Required = true, Choices = List(StaffCodes.EducationLevels) },
            Own("major", "Chuyên ngành", InputKind.Text), Own("school", "Nơi đào tạo", InputKind.Text), Own("graduated", "Năm tốt nghiệp", InputKind.Integer),
            Own("insurance", "Số sổ bảo hiểm xã hội", InputKind.Text),
            new("approval", "Văn bản phê duyệt kết quả tuyển dụng", InputKind.Text) { Required = true, Group = "Căn cứ", Hint = "Số và ngày văn bản" },
        ];
    }

    /// <summary>All inputs in the order people think: who, where, with what pay, on what ground.</summary>
    public IReadOnlyList<ActionInput> All { get; }

    private static IReadOnlyList<Choice> Categories { get; } = [.. new[] { "civil-servant", "public-employee", "contract-worker" }.Select(c => new Choice(c, OrganisationWords.Category(c)))];

    /// <summary>Reads a recruit; null with errors.</summary>
    public Recruit? Read(InputReader input, ActionCase one)
    {
        var (name, sex, id, from, unit) = (input.Text("fullName"), input.Choice("sex", one.Day), input.Text("personalId"), input.Date(ActionInput.FromKey), input.Unit("unit"));
        var (category, contract, job) = (input.Choice("category", one.Day), input.Choice("contract", one.Day), input.Text("jobTitle"));
        var (ethnicity, religion, rank, degree, approval) = (input.Choice("ethnicity", one.Day), input.Choice("religion", one.Day), input.Choice("rank", one.Day), input.Choice("degree", one.Day), input.Text("approval"));
        var (step, graduated) = (input.Integer("step", 1, 20), input.Integer("graduated", 1950, one.Today.Year));
        var birth = Birth(input);
        if (id is not null && (id.Length != 12 || !id.All(char.IsAsciiDigit))) input.Refuse("personalId", $"“{id}” không phải số định danh: phải gồm đúng 12 chữ số.");
        var table = input.Text("table") ?? (rank is null ? null : _law.Pay.Ranks.Find(rank, one.Day)?.Table);
        if (name is null || sex is null || id is null || from is not { } day || unit is null || category is null || job is null || ethnicity is null || religion is null || rank is null || table is null
            || degree is null || approval is null || step is not { } s || birth is not { } born) return null;
        return new Recruit(name, born, sex, id, ethnicity, religion, input.Text("birthPlace"), input.Text("homeTown"), input.Text("residence"), input.Text("phone"), input.Text("email"), input.Text("insurance"),
            unit, category, contract, job, day, rank, table, s, degree, input.Text("major"), input.Text("school"), graduated, approval);
    }

    private static BirthDate? Birth(InputReader input)
    {
        if (input.Text("birth") is not { } text) return null;
        if (VnDate.TryParse(text, out var day)) return new BirthDate(day, "day");
        var parts = text.Split('/', '-', '.');
        var stored = parts is [var month, { Length: 4 } year] && month.Length <= 2 ? $"{year}-{month.PadLeft(2, '0')}" : text;
        if (stored.Length is 4 or 7 && BirthDate.TryParse(stored, out var birth)) return birth;
        input.Refuse("birth", $"“{text}” không phải ngày sinh. Nhập ngày/tháng/năm, tháng/năm hoặc năm.");
        return null;
    }

    private IReadOnlyList<Choice> Ranks(DateOnly day)
    {
        try
        {
            return [.. _law.Pay.Ranks.On(day).Select(r => new Choice(r.Code, $"{r.Code} {r.Name}"))];
        }
        catch (OutsideCoverageException)
        {
            return [];
        }
    }

    private static ActionInput Own(string key, string label, InputKind kind, string? group = null) => new(key, label, kind) { PerItem = true, Group = group };
}
