using System.Globalization;
using CongVu.Law.Loading;

namespace CongVu.Law.Vectors;

/// <summary>
/// The <c>input</c> of a case, read by name and type. Whatever cannot be read, and every key nobody asked for, is collected in <see cref="Problems"/>;
/// a case with problems fails without being computed.
/// </summary>
public sealed class VectorInput
{
    private readonly MappingReader reader;
    private readonly LawErrors errors = new();

    internal VectorInput(LawMapping mapping, DateOnly? date)
    {
        reader = new MappingReader(mapping, errors);
        Date = date;
    }

    /// <summary>The day the case is asked for.</summary>
    public DateOnly? Date { get; }

    /// <summary>What was wrong with the input so far, in Vietnamese.</summary>
    public IEnumerable<string> Problems => errors.All.Select(e => e.Message);

    /// <summary>The day the case is asked for, by areas that need one.</summary>
    /// <exception cref="UnreadableInputException">The case has no date.</exception>
    public DateOnly RequiredDate => Date ?? throw new UnreadableInputException("Thiếu ngày của trường hợp (date).");

    public string Text(string key, string fallback = "", bool required = true) => reader.Text(key, required) ?? fallback;

    public int Integer(string key, int fallback = 0, bool required = true) =>
        reader.Parsed(key, required, "số nguyên không âm", (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)) ?? fallback;

    /// <summary>A whole number, or null when the key is not there.</summary>
    public int? OptionalInteger(string key) => reader.Has(key) ? Integer(key) : null;

    /// <summary>An amount in đồng, or null when the key is not there.</summary>
    public long? OptionalAmount(string key) => reader.Has(key) ? Amount(key) : null;

    /// <summary>An amount in đồng.</summary>
    public long Amount(string key) => reader.Parsed(key, required: true, "số tiền nguyên bằng đồng", (string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)) ?? default;

    /// <summary><c>true</c> or <c>false</c>; false when the key is not there.</summary>
    public bool Flag(string key) => reader.OneOf(key, Flags, required: false) ?? false;

    /// <summary>One of some words.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => reader.OneOf(key, words) ?? default;

    /// <summary>A whole number that may be negative: time counted backwards.</summary>
    public int SignedInteger(string key) =>
        reader.Parsed(key, required: true, "số nguyên", (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)) ?? 0;

    public PeriodUnit PeriodUnit(string key) => reader.OneOf(key, Units) ?? default;

    public DateOnly Day(string key) => reader.Date(key) ?? default;

    public Coefficient Coefficient(string key) =>
        reader.Parsed(key, required: false, "hệ số", (string text, out Coefficient value) => Law.Coefficient.TryParse(text, out value)) ?? default;

    public Percent Percent(string key) =>
        reader.Parsed(key, required: false, "tỷ lệ phần trăm", (string text, out Percent value) => Law.Percent.TryParse(text, out value)) ?? default;

    /// <summary>A date of birth, known in full or in part.</summary>
    public PartialDate Birth(string key) =>
        reader.Parsed(key, required: true, "ngày dạng 1964-10-12, 1964-10 hoặc 1964", (string text, out PartialDate value) => PartialDate.TryParse(text, out value)) ?? default;

    public Sex Sex(string key) =>
        reader.OneOf(key, SexWords) ?? default;

    /// <summary>Category of staff, by the record's code or by its Vietnamese one.</summary>
    public StaffCategory Category(string key, bool required = true) => reader.OneOf(key, Categories, required) ?? StaffCategory.CivilServant;

    /// <summary>A list of <c>{form, date}</c>.</summary>
    public IReadOnlyList<Pay.DisciplineOnRecord> Disciplines(string key)
    {
        var found = new List<Pay.DisciplineOnRecord>();
        foreach (var node in reader.Items(key, required: false))
        {
            if (MappingReader.Of(node, errors) is not { } item)
            {
                continue;
            }
            var form = item.OneOf("form", Forms);
            var day = item.Date("date");
            item.RefuseOtherKeys();
            if (form is not null && day is not null)
            {
                found.Add(new Pay.DisciplineOnRecord(form.Value, day.Value));
            }
        }
        return found;
    }

    /// <summary>A list of years.</summary>
    public IReadOnlyList<int> Years(string key)
    {
        var found = new List<int>();
        foreach (var node in reader.Items(key, required: false))
        {
            if (node is LawScalar { Text: { Length: 4 } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                found.Add(year);
            }
            else
            {
                errors.Add(node.Place, $"“{key}” phải là danh sách các năm có bốn chữ số.");
            }
        }
        return found;
    }

    internal void RefuseOtherKeys() => reader.RefuseOtherKeys();

    private static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };

    private static readonly Dictionary<string, Sex> SexWords = new()
    {
        ["male"] = Law.Sex.Male,
        ["man"] = Law.Sex.Male,
        ["nam"] = Law.Sex.Male,
        ["female"] = Law.Sex.Female,
        ["woman"] = Law.Sex.Female,
        ["nu"] = Law.Sex.Female,
        ["nữ"] = Law.Sex.Female,
    };

    private static readonly Dictionary<string, StaffCategory> Categories = new()
    {
        ["can-bo"] = StaffCategory.Cadre,
        ["cong-chuc"] = StaffCategory.CivilServant,
        ["vien-chuc"] = StaffCategory.PublicEmployee,
        ["hop-dong"] = StaffCategory.ContractWorker,
        ["nguoi-lao-dong"] = StaffCategory.ContractWorker,
        ["cadre"] = StaffCategory.Cadre,
        ["civil-servant"] = StaffCategory.CivilServant,
        ["public-employee"] = StaffCategory.PublicEmployee,
        ["contract-worker"] = StaffCategory.ContractWorker,
    };

    private static readonly Dictionary<string, PeriodUnit> Units = Enum.GetValues<PeriodUnit>().ToDictionary(u => u.Code());

    private static readonly Dictionary<string, DisciplineForm> Forms = Enum.GetValues<DisciplineForm>().ToDictionary(f => f.Code());
}
