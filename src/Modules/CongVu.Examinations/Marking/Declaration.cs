using System.Globalization;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>A declared variable of an item: response, outcome or template.</summary>
internal sealed class Declaration
{
    private readonly XElement _element;

    private Declaration(XElement element)
    {
        _element = element;
        Id = element.Attribute("identifier")?.Value.Trim() ?? "";
        Cardinality = element.Attribute("cardinality")?.Value switch
        {
            "multiple" => Cardinality.Multiple,
            "ordered" => Cardinality.Ordered,
            "record" => Cardinality.Record,
            _ => Cardinality.Single,
        };
        Type = TypeOf(element.Attribute("baseType")?.Value);
    }

    public string Id { get; }
    public Cardinality Cardinality { get; }
    public BaseType Type { get; }
    public XElement? Mapping => _element.Element("mapping");
    public XElement? AreaMapping => _element.Element("areaMapping");
    public XElement? LookupTable => _element.Element("matchTable") ?? _element.Element("interpolationTable");
    public double? NormalMaximum => Number("normalMaximum");
    public string? ExternalScored => _element.Attribute("externalScored")?.Value;

    public static Declaration Of(XElement element) => new(element);

    public static BaseType TypeOf(string? name) => name switch
    {
        "boolean" => BaseType.Boolean,
        "integer" => BaseType.Integer,
        "float" => BaseType.Float,
        "string" => BaseType.String,
        "point" => BaseType.Point,
        "pair" => BaseType.Pair,
        "directedPair" => BaseType.DirectedPair,
        "duration" => BaseType.Duration,
        "file" => BaseType.File,
        "uri" => BaseType.Uri,
        "intOrIdentifier" => BaseType.IntOrIdentifier,
        _ => BaseType.Identifier,
    };

    public QtiValue? Correct() => Values("correctResponse");

    public QtiValue? Default() => Values("defaultValue");

    /// <summary>Outcomes that are single numbers begin at 0, all others at NULL.</summary>
    public QtiValue? Initial() => Default() ?? (Cardinality == Cardinality.Single ? Type switch
    {
        BaseType.Integer => QtiValue.Of(0L),
        BaseType.Float => QtiValue.Of(0.0),
        _ => null,
    } : null);

    public QtiValue? Make(IEnumerable<string> texts)
    {
        var items = texts.Where(t => t.Length > 0).Select(t => QtiValue.Parse(Type, t)).ToList();
        if (Cardinality == Cardinality.Single && items.Count > 1) throw new MarkingException($"“{Id}” chỉ nhận một giá trị nhưng có {items.Count}.");
        return QtiValue.Container(Type, Cardinality, items);
    }

    private QtiValue? Values(string name)
    {
        if (_element.Element(name) is not { } holder) return null;
        var values = holder.Elements("value").ToList();
        if (Cardinality == Cardinality.Record)
        {
            return QtiValue.Record(values.ToDictionary(v => v.Attribute("fieldIdentifier")?.Value ?? "", v =>
            {
                var type = TypeOf(v.Attribute("baseType")?.Value);
                return QtiValue.Container(type, Cardinality.Single, [QtiValue.Parse(type, v.Value)]);
            }));
        }
        // Authors break lines inside <value>; for strings the outer white space is layout too.
        var items = values.Select(v => v.Value.Trim()).Where(v => v.Length > 0).Select(v => QtiValue.Parse(Type, v)).ToList();
        return QtiValue.Container(Type, Cardinality, Cardinality == Cardinality.Single ? [.. items.Take(1)] : items);
    }

    private double? Number(string name) =>
        double.TryParse(_element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
