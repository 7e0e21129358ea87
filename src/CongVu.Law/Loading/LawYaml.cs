using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CongVu.Law.Loading;

/// <summary>Reads one YAML file into <see cref="LawNode"/>s, straight from the parser's events: it keeps line numbers and start-up time small.</summary>
internal static class LawYaml
{
    /// <summary>The root of the only document, or null after reporting why there is none.</summary>
    public static LawNode? Read(string file, TextReader text, LawErrors errors)
    {
        try
        {
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            if (parser.Current is StreamEnd)
            {
                errors.Add(new FilePlace(file, 1), "Tệp rỗng.");
                return null;
            }
            parser.Consume<DocumentStart>();
            var root = ReadNode(file, parser, errors);
            parser.Consume<DocumentEnd>();
            if (parser.Current is not StreamEnd)
            {
                errors.Add(PlaceOf(file, parser.Current!), "Mỗi tệp chỉ có một tài liệu YAML.");
            }
            return root;
        }
        catch (YamlException broken)
        {
            errors.Add(new FilePlace(file, Math.Max(1, (int)broken.Start.Line)), $"YAML không hợp lệ: {broken.Message}");
            return null;
        }
    }

    private static LawNode ReadNode(string file, Parser parser, LawErrors errors)
    {
        var at = parser.Current ?? throw new YamlException("Unexpected end.");
        var place = PlaceOf(file, at);
        if (at is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias)
        {
            errors.Add(place, "Không dùng neo, bí danh hay thẻ kiểu của YAML.");
        }
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new LawScalar(place, scalar.Value);
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<LawNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(file, parser, errors));
            }
            return new LawSequence(place, items);
        }
        if (parser.TryConsume<MappingStart>(out _))
        {
            return ReadMapping(file, place, parser, errors);
        }
        parser.MoveNext();
        return new LawScalar(place, "");
    }

    private static LawMapping ReadMapping(string file, FilePlace place, Parser parser, LawErrors errors)
    {
        var entries = new Dictionary<string, LawEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyPlace = PlaceOf(file, parser.Current!);
            var key = ReadNode(file, parser, errors);
            var value = ReadNode(file, parser, errors);
            if (key is not LawScalar { Text: { Length: > 0 } name })
            {
                errors.Add(keyPlace, "Khóa phải là một chuỗi.");
            }
            else if (!entries.TryAdd(name, new LawEntry(keyPlace, value)))
            {
                errors.Add(keyPlace, $"Khóa “{name}” bị lặp.");
            }
        }
        return new LawMapping(place, entries);
    }

    private static FilePlace PlaceOf(string file, ParsingEvent at) => new(file, (int)at.Start.Line);
}
