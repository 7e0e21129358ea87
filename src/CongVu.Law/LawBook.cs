using CongVu.Law.Communes;
using CongVu.Law.Loading;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using CongVu.Law.Severance;

namespace CongVu.Law;

/// <summary>
/// The law as dated data, read once, checked whole, and immutable from then on; safe to share among threads.
/// </summary>
public sealed class LawBook
{
    private readonly LoadedLaw law;

    private LawBook(LoadedLaw law, LawErrors errors)
    {
        this.law = law;
        Pay = new PayLaw(this, errors);
        Calendar = new WorkCalendar(Table("calendar.days-off"), errors);
        Retirement = new RetirementLaw(Table("retirement.age"), errors);
        Severance = new SeveranceLaw(this, errors);
        Communes = new CommuneLaw(this);
    }

    /// <summary>The register, by number.</summary>
    public IReadOnlyDictionary<string, Instrument> Instruments => law.Instruments;

    /// <summary>All parameters and code lists, by key.</summary>
    public IReadOnlyDictionary<string, LawParameter> Parameters => law.Parameters;

    /// <summary>Salary tables, base salary, ranks and allowances.</summary>
    public PayLaw Pay { get; }

    /// <summary>Working days and public holidays.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>Retirement ages.</summary>
    public RetirementLaw Retirement { get; }

    /// <summary>Downsizing, reorganisation and resignation: who leaves with what.</summary>
    public SeveranceLaw Severance { get; }

    /// <summary>Numbers, titles and funds of communes and villages.</summary>
    public CommuneLaw Communes { get; }

    /// <summary>Hashes of regimes by day, as asked for before.</summary>
    internal Remembered<(Regime Regime, DateOnly Day), string> Hashes { get; } = new();

    /// <summary>Reads and checks a whole law folder.</summary>
    /// <exception cref="LawDataException">Something in it is wrong; every error names file and line.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LawBook Load(string folder) => Load(folder, []);

    /// <summary>
    /// The same with documents handed in beside the files: instruments and values of the province, or national values not yet in the files. What is handed in may
    /// add an instrument, add a parameter, go on after the last national value of one, or set a value of the province where <see cref="LocalRule"/> lets it.
    /// </summary>
    /// <exception cref="LawDataException">Something in the files or in the overlays is wrong; every error names file (or <see cref="LawOverlay.Path"/>) and line.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LawBook Load(string folder, IEnumerable<LawOverlay> overlays)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Không thấy thư mục dữ liệu pháp luật “{folder}”.");
        }
        var errors = new LawErrors();
        var loaded = LawLoader.Load(folder, overlays, errors);
        errors.ThrowIfAny();
        var book = new LawBook(loaded, errors);
        errors.ThrowIfAny();
        return book;
    }

    /// <summary>Reads the folder that <see cref="LawFolder.Find"/> names.</summary>
    public static LawBook Load() => Load(LawFolder.Find());

    /// <summary>An amount in đồng through time.</summary>
    public Timeline<long> Money(string key) => Typed<long>(key, ParameterKind.Money);

    public Timeline<Coefficient> Coefficient(string key) => Typed<Coefficient>(key, ParameterKind.Coefficient);

    public Timeline<Percent> Ratio(string key) => Typed<Percent>(key, ParameterKind.Ratio);

    public Timeline<int> Integer(string key) => Typed<int>(key, ParameterKind.Integer);

    /// <summary>A number of months through time.</summary>
    public Timeline<int> Months(string key) => Typed<int>(key, ParameterKind.Months);

    public Timeline<LawTable> Table(string key) => Typed<LawTable>(key, ParameterKind.Table);

    /// <summary>A code list through time: <c>CodeList("ethnicities")</c>.</summary>
    public Timeline<CodeList> CodeList(string name) => Typed<CodeList>("codelist." + name, ParameterKind.CodeList);

    /// <summary>A statutory procedure through time: <c>Procedure("retirement")</c>.</summary>
    public Timeline<Procedure> Procedure(string name) => Typed<Procedure>(Law.Procedure.KeyPrefix + name, ParameterKind.Procedure);

    /// <summary>All statutory procedures, in the order of their names.</summary>
    public IEnumerable<Timeline<Procedure>> Procedures => law.Parameters.Values.Where(p => p.Kind == ParameterKind.Procedure)
        .OrderBy(p => p.Name.Key, StringComparer.Ordinal).Select(p => p.Values.Select(v => (Procedure)v.Value));

    private Timeline<T> Typed<T>(string key, ParameterKind kind)
    {
        if (!law.Parameters.TryGetValue(key, out var parameter))
        {
            throw new LawDataException([new LawDataError(new FilePlace("parameters", 1), $"Thiếu tham số “{key}”.")]);
        }
        return parameter.Kind == kind
            ? parameter.Values.Select(v => (T)v.Value)
            : throw new LawDataException([new LawDataError(new FilePlace(parameter.File, 1), $"Tham số “{key}” phải thuộc loại {kind}.")]);
    }
}
