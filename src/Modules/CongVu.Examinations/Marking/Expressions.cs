using System.Globalization;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>Evaluates the expressions of QTI. NULL goes through them as the specification says; what is random or unknown is refused.</summary>
internal sealed class Expressions(ItemState state)
{
    public QtiValue? Evaluate(XElement e) => e.Name.LocalName switch
    {
        "baseValue" => BaseValue(e),
        "variable" => state[Id(e)],
        "correct" => state.Correct(Id(e)) is { } correct ? correct : throw new MarkingException($"“{Id(e)}” không có đáp án đúng (correctResponse) mà quy tắc chấm cần đến."),
        "default" => state.Default(Id(e)),
        "mapResponse" => Mappings.Map(state.Declared(Id(e)), state[Id(e)]),
        "mapResponsePoint" => Mappings.MapPoint(state.Declared(Id(e)), state[Id(e)]),
        "null" => null,
        "isNull" => QtiValue.Of(IsNull(One(e))),
        "match" => Both(e, (a, b) => QtiValue.Of(QtiValue.Match(a, b))),
        "not" => One(e) is { } value ? QtiValue.Of(!Truth(value)) : null,
        "and" => Junction(e, end: false),
        "or" => Junction(e, end: true),
        "anyN" => AnyN(e),
        "multiple" => Gather(e, Cardinality.Multiple),
        "ordered" => Gather(e, Cardinality.Ordered),
        "containerSize" => QtiValue.Of((long)(One(e)?.Items.Count ?? 0)),
        "index" => Index(e),
        "fieldValue" => One(e)?.Fields.GetValueOrDefault(e.Attribute("fieldIdentifier")?.Value ?? ""),
        "delete" => Delete(e),
        "member" => Both(e, (a, b) => QtiValue.Of(b.Items.Any(i => QtiValue.Same(b.Type, a.Single, i)))),
        "contains" => Both(e, Contains),
        "subset" => Subset(e),
        "repeat" => Repeat(e),
        "inside" => One(e) is { } points ? QtiValue.Of(points.Items.Cast<QtiPoint>().Any(p => Shapes.Contains(e.Attribute("shape")?.Value ?? "default", e.Attribute("coords")?.Value ?? "", p))) : null,
        "stringMatch" => Both(e, (a, b) => QtiValue.Of(StringMatch(e, Text(a), Text(b)))),
        "substring" => Both(e, (a, b) => QtiValue.Of(Text(b).Contains(Text(a), IgnoresCase(e) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))),
        "patternMatch" => One(e) is { } text ? QtiValue.Of(Patterns.Matches(AttributeText(e, "pattern"), Text(text))) : null,
        "random" or "randomInteger" or "randomFloat" => throw new UndeterminedException("Quy tắc chấm dùng số ngẫu nhiên nên không chấm lại được."),
        "customOperator" => throw new MarkingException($"Quy tắc chấm dùng phép tính riêng “{e.Attribute("class")?.Value ?? e.Attribute("definition")?.Value}” không thuộc chuẩn."),
        "testVariables" or "outcomeMaximum" or "outcomeMinimum" or "numberCorrect" or "numberIncorrect" or "numberPresented" or "numberResponded" or "numberSelected"
            => throw new MarkingException($"<{e.Name.LocalName}> chỉ dùng cho cả bài thi, không dùng cho một câu."),
        _ => new Numbers(this).Evaluate(e) ?? Numbers.NullOf(e),
    };

    public static bool IsNull(QtiValue? value) => value is null
        || (value.Cardinality != Cardinality.Record && (value.Items.Count == 0 || (value.Cardinality == Cardinality.Single && value.Single is string { Length: 0 })));

    public static bool Truth(QtiValue value) => value.Items is [bool truth] ? truth : throw new MarkingException("Điều kiện không cho ra đúng hoặc sai.");

    public List<XElement> Children(XElement e) => [.. e.Elements()];

    public QtiValue? One(XElement e) => Children(e) is [var only] ? Present(Evaluate(only)) : throw Wrong(e, 1);

    public QtiValue? Both(XElement e, Func<QtiValue, QtiValue, QtiValue?> both)
    {
        if (Children(e) is not [var first, var second]) throw Wrong(e, 2);
        var (a, b) = (Present(Evaluate(first)), Present(Evaluate(second)));
        return a is null || b is null ? null : both(a, b);
    }

    /// <summary>A number written in an attribute, or the name of a variable that holds it.</summary>
    public double? AttributeNumber(XElement e, string name)
    {
        if (e.Attribute(name)?.Value.Trim() is not { Length: > 0 } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : state.Has(text) ? state[text] is { } value ? QtiValue.Number(value.Single) : throw new MarkingException($"“{text}” chưa có giá trị.")
            : throw new MarkingException($"{name} = “{text}” không phải là số.");
    }

    private static QtiValue? Present(QtiValue? value) => IsNull(value) ? null : value;

    private string AttributeText(XElement e, string name)
    {
        var text = e.Attribute(name)?.Value ?? throw new MarkingException($"<{e.Name.LocalName}> thiếu thuộc tính {name}.");
        return state.IsDeclared(text) && state[text] is { } value ? Text(value) : text;
    }

    private static QtiValue? BaseValue(XElement e)
    {
        var type = Declaration.TypeOf(e.Attribute("baseType")?.Value);
        var text = type == BaseType.String ? e.Value : e.Value.Trim();
        return text.Length == 0 ? null : new QtiValue(type, Cardinality.Single, [QtiValue.Parse(type, text)]);
    }

    private QtiValue? Junction(XElement e, bool end)
    {
        var unknown = false;
        foreach (var child in Children(e))
        {
            var value = Evaluate(child);
            if (value is null) unknown = true;
            else if (Truth(value) == end) return QtiValue.Of(end);
        }
        return unknown ? null : QtiValue.Of(!end);
    }

    private QtiValue? AnyN(XElement e)
    {
        var values = Children(e).Select(Evaluate).ToList();
        var (met, open) = (values.Count(v => v is not null && Truth(v)), values.Count(v => v is null));
        var (min, max) = (AttributeNumber(e, "min") ?? 0, AttributeNumber(e, "max") ?? values.Count);
        return met >= min && met + open <= max ? QtiValue.Of(true) : met > max || met + open < min ? QtiValue.Of(false) : null;
    }

    private QtiValue? Gather(XElement e, Cardinality cardinality)
    {
        var values = Children(e).Select(Evaluate).OfType<QtiValue>().ToList();
        var type = values.FirstOrDefault()?.Type ?? BaseType.Identifier;
        if (values.Exists(v => v.Type != type && !(v.IsNumeric && values[0].IsNumeric))) throw new MarkingException($"<{e.Name.LocalName}> gom các giá trị khác kiểu.");
        return QtiValue.Container(type, cardinality, [.. values.SelectMany(v => v.Items)]);
    }

    private QtiValue? Index(XElement e)
    {
        var n = AttributeNumber(e, "n") ?? throw new MarkingException("<index> thiếu thuộc tính n.");
        return One(e) is { } list && n >= 1 && n <= list.Items.Count ? new QtiValue(list.Type, Cardinality.Single, [list.Items[(int)n - 1]]) : null;
    }

    private QtiValue? Delete(XElement e) => Both(e, (a, b) =>
        QtiValue.Container(b.Type, b.Cardinality, [.. b.Items.Where(i => !QtiValue.Same(b.Type, a.Single, i))]));

    private static QtiValue? Contains(QtiValue whole, QtiValue part)
    {
        if (whole.Cardinality == Cardinality.Ordered && part.Cardinality == Cardinality.Ordered)
        {
            var starts = Enumerable.Range(0, Math.Max(0, whole.Items.Count - part.Items.Count + 1));
            return QtiValue.Of(starts.Any(s => part.Items.Select((item, i) => QtiValue.Same(whole.Type, whole.Items[s + i], item)).All(same => same)));
        }
        var rest = whole.Items.ToList();
        foreach (var item in part.Items)
        {
            var at = rest.FindIndex(r => QtiValue.Same(whole.Type, r, item));
            if (at < 0) return QtiValue.Of(false);
            rest.RemoveAt(at);
        }
        return QtiValue.Of(true);
    }

    // Not in the published list of operators, but written by some tools: the first is contained in the second.
    private QtiValue? Subset(XElement e) => Both(e, (a, b) => Contains(b, a));

    private QtiValue? Repeat(XElement e)
    {
        var times = AttributeNumber(e, "numberRepeats") ?? 1;
        if (times < 1) return null;
        if (times > 10_000) throw new MarkingException("<repeat> lặp quá 10.000 lần.");
        var items = Enumerable.Range(0, (int)times).SelectMany(_ => Children(e).Select(Evaluate)).OfType<QtiValue>().ToList();
        return items.Count == 0 ? null : QtiValue.Container(items[0].Type, Cardinality.Ordered, [.. items.SelectMany(i => i.Items)]);
    }

    private static bool StringMatch(XElement e, string a, string b)
    {
        var how = IgnoresCase(e) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return e.Attribute("substring")?.Value is "true" or "1" ? a.Contains(b, how) : string.Equals(a, b, how);
    }

    private static bool IgnoresCase(XElement e) => e.Attribute("caseSensitive")?.Value is "false" or "0";

    private static string Text(QtiValue value) => QtiValue.Write(value.Single).Normalize();

    private static string Id(XElement e) => e.Attribute("identifier")?.Value.Trim() ?? "";

    private static MarkingException Wrong(XElement e, int wanted) => new($"<{e.Name.LocalName}> phải có {wanted} thành phần.");
}
