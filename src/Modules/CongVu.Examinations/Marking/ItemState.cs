using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>The variables of one item while its rules run.</summary>
internal sealed class ItemState
{
    private readonly Dictionary<string, Declaration> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QtiValue?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QtiValue?> _correct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QtiValue?> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _openCorrect = new(StringComparer.Ordinal);

    /// <param name="item">An item in the spelling of QTI 2.</param>
    public ItemState(XElement item)
    {
        Take(item.Elements("responseDeclaration"), Responses, d => d.Default());
        Take(item.Elements("outcomeDeclaration"), Outcomes, d => d.Initial());
        Take(item.Elements("templateDeclaration"), Templates, d => d.Default());
        _values.TryAdd("numAttempts", QtiValue.Of(1L));
        _values.TryAdd("completionStatus", new QtiValue(BaseType.Identifier, Cardinality.Single, ["unknown"]));
        _values.TryAdd("duration", null);
    }

    public List<Declaration> Responses { get; } = [];
    public List<Declaration> Outcomes { get; } = [];
    public List<Declaration> Templates { get; } = [];

    /// <summary>The declared right answer, or the one a template has set.</summary>
    public QtiValue? Correct(string id) => _openCorrect.TryGetValue(id, out var why) ? throw new UndeterminedException(why) : _correct.TryGetValue(id, out var set) ? set : Declared(id).Correct();

    public void SetCorrect(string id, QtiValue? value)
    {
        var declaration = Declared(id);
        _openCorrect.Remove(id);
        _correct[id] = value is null ? null : new QtiValue(declaration.Type, declaration.Cardinality, [.. value.Items.Select(i => Fit(declaration, i))]);
    }

    public QtiValue? Default(string id) => _defaults.TryGetValue(id, out var set) ? set : Declared(id).Default();

    /// <summary>A template's default is the value from the start.</summary>
    public void SetDefault(string id, QtiValue? value)
    {
        Assign(id, value);
        _defaults[id] = _values[id];
    }

    /// <summary>From now on the variable, or the right answer of a response, cannot be known; who asks for it is told why.</summary>
    public void LeaveOpen(string id, bool isCorrect, string why) => (isCorrect ? _openCorrect : _open)[id] = why;

    /// <summary>Why the value is not known; null when it is.</summary>
    public string? WhyOpen(string id) => _open.GetValueOrDefault(id);

    public bool Has(string id) => _values.ContainsKey(id);

    public Declaration Declared(string id) => _declared.TryGetValue(id, out var found) ? found : throw new MarkingException($"Không khai báo biến “{id}”.");

    public bool IsDeclared(string id) => _declared.ContainsKey(id);

    public QtiValue? this[string id]
    {
        get => _open.TryGetValue(id, out var why) ? throw new UndeterminedException(why) : _values.TryGetValue(id, out var value) ? value : throw new MarkingException($"Không khai báo biến “{id}”.");
        set => _values[id] = value;
    }

    /// <summary>Sets an outcome or template variable; whole numbers become real where the variable is real, and the other way when exact.</summary>
    public void Assign(string id, QtiValue? value)
    {
        _open.Remove(id);
        if (id == "completionStatus") { _values[id] = value; return; }
        var declaration = Declared(id);
        if (value is null || declaration.Cardinality == Cardinality.Record) { _values[id] = value; return; }
        var items = value.Items.Select(i => Fit(declaration, i)).ToList();
        if (declaration.Cardinality == Cardinality.Single && items.Count != 1) throw new MarkingException($"Biến “{id}” chỉ nhận một giá trị.");
        _values[id] = new QtiValue(declaration.Type, declaration.Cardinality, items);
    }

    private static object Fit(Declaration declaration, object item) => (declaration.Type, item) switch
    {
        (BaseType.Float or BaseType.Duration, long whole) => (double)whole,
        (BaseType.Integer, double real) when real == Math.Floor(real) && Math.Abs(real) < 1e15 => (long)real,
        (BaseType.Integer, double real) => throw new MarkingException($"Biến nguyên “{declaration.Id}” không nhận được giá trị {QtiValue.Write(real)}."),
        (BaseType.Float or BaseType.Integer or BaseType.Duration, not (long or double)) => throw new MarkingException($"Biến số “{declaration.Id}” không nhận được “{QtiValue.Write(item)}”."),
        (BaseType.Identifier or BaseType.String, long or double or bool) => QtiValue.Write(item),
        _ => item,
    };

    private void Take(IEnumerable<XElement> elements, List<Declaration> kind, Func<Declaration, QtiValue?> start)
    {
        foreach (var element in elements)
        {
            var declaration = Declaration.Of(element);
            if (!_declared.TryAdd(declaration.Id, declaration)) continue;
            kind.Add(declaration);
            _values[declaration.Id] = start(declaration);
        }
    }
}
