using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CongVu.Examinations.Items;
using CongVu.Examinations.Sittings;

namespace CongVu.Examinations.Room;

/// <summary>A paper as the machine gets it: an allow-list of what a candidate sees. Key, scores, explanations and the item's own name are not among it.</summary>
internal sealed record PaperWire(string Number, IReadOnlyList<QuestionWire> Questions, IReadOnlyDictionary<int, string> Answers, IReadOnlyList<int> Flagged, IReadOnlyDictionary<string, MediumWire> Media)
{
    public static PaperWire Of(CandidatePaper paper, IReadOnlyDictionary<int, string> answers, IReadOnlyList<int> flagged)
    {
        var media = new Dictionary<string, MediumWire>(StringComparer.Ordinal);
        var questions = paper.Questions.Select(q => new QuestionWire(q.Place, q.PointsHundredths, Renamed(q, q.Item.Stem), [.. q.Item.Parts.Select(p => PartOf(q, p))])).ToList();
        foreach (var question in paper.Questions)
            foreach (var medium in question.Item.Media) media[Name(question, medium.Name)] = new MediumWire(MediaTypes.Of(medium.Name), Convert.ToBase64String(medium.Bytes));
        return new PaperWire(paper.Number, questions, answers, flagged, media);
    }

    /// <summary>UTF-8 JSON with Vietnamese letters as they are: escaped they would take three times the room and the time.</summary>
    public byte[] ToJson()
    {
        var json = new ArrayBufferWriter<byte>(64 << 10);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true })) JsonSerializer.Serialize(writer, this, RoomJson.Default.PaperWire);
        return json.WrittenSpan.ToArray();
    }

    // Two questions may call their pictures alike.
    private static string Name(PaperItem question, string name) => $"{question.Place}/{name}";

    private static PartWire PartOf(PaperItem question, Part part) => new(
        part.Id, part.Kind.Name(), [.. (part.FreePoint ? [] : part.Choices).Select(c => new ChoiceWire(c.Id, Renamed(question, c.Content), c.Set, c.MatchMax, c.Shape, c.Coords))], part.FreePoint, part.Lines,
        part.Picture is { } p ? new PictureWire(Name(question, p.Name), p.Width, p.Height, p.Alt) : null);

    private static string Renamed(PaperItem question, Content content)
    {
        // Most texts show nothing of their own and are as they shall be sent.
        if (!content.Xml.Contains("src", StringComparison.Ordinal)) return content.Xml;
        var nodes = content.Nodes();
        foreach (var shown in nodes.OfType<System.Xml.Linq.XElement>().SelectMany(e => e.DescendantsAndSelf()).Where(e => e.Attribute("src") is not null)) shown.SetAttributeValue("src", Name(question, shown.Attribute("src")!.Value));
        return string.Concat(nodes.Select(n => n.ToString(System.Xml.Linq.SaveOptions.DisableFormatting)));
    }
}

internal sealed record QuestionWire(int Place, int Points, string Text, IReadOnlyList<PartWire> Parts);

internal sealed record PartWire(string Id, string Kind, IReadOnlyList<ChoiceWire> Choices, bool FreePoint, int Lines, PictureWire? Picture);

internal sealed record ChoiceWire(string Id, string Text, int Set, int Max, string? Shape, string? Coords);

internal sealed record PictureWire(string Name, int Width, int Height, string Alt);

internal sealed record MediumWire(string Type, string Data);
