using CongVu.Law.Loading;

namespace CongVu.Law.Vectors;

/// <summary>One case as written.</summary>
internal sealed record VectorCase(FilePlace Place, string Name, string Area, DateOnly? Date, LawMapping Input, IReadOnlyDictionary<string, string> Expect)
{
    /// <summary>Key of an expectation that asks for a refusal instead of a value.</summary>
    public const string Error = "error";

    /// <summary>The case, or null after reporting what is wrong with its form.</summary>
    public static VectorCase? Read(LawNode node, LawErrors errors)
    {
        if (MappingReader.Of(node, errors) is not { } reader)
        {
            return null;
        }
        var name = reader.Text("name");
        var area = reader.Text("area");
        var date = reader.Date("date", required: false);
        var input = reader.Node("input", required: false);
        if (input is not (null or LawMapping or LawScalar { Text: "" }))
        {
            errors.Add(input.Place, "“input” phải là một nhóm “khóa: giá trị”.");
        }
        // Where a case comes from is for its readers; only what is asked and expected is judged.
        reader.Node("source", required: false);
        var expect = ReadExpectation(reader, errors);
        reader.RefuseOtherKeys();
        return name is null || area is null || expect is null || errors.Any
            ? null
            : new VectorCase(node.Place, name, area, date, input as LawMapping ?? new LawMapping(node.Place, new Dictionary<string, LawEntry>()), expect);
    }

    private static Dictionary<string, string>? ReadExpectation(MappingReader reader, LawErrors errors)
    {
        if (reader.Node("expect") is not { } node || MappingReader.Of(node, errors) is not { } expect)
        {
            return null;
        }
        var keys = expect.Keys.ToList();
        if (keys.Count == 0)
        {
            errors.Add(node.Place, "“expect” không nêu giá trị nào.");
        }
        return keys.Select(k => (Key: k, Text: expect.Text(k))).Where(e => e.Text is not null).ToDictionary(e => e.Key, e => e.Text!);
    }
}
