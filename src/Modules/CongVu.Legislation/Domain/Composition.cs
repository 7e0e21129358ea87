using System.Text.RegularExpressions;
using CongVu.Law;
using CongVu.Legislation.Data;

namespace CongVu.Legislation.Domain;

/// <summary>What is wrong with a field of an item (empty: with no field of its own), in Vietnamese.</summary>
internal sealed record ItemProblem(Guid? ItemId, string Field, string Message);

/// <summary>A document entered through the application. <paramref name="Place"/> tells what it is about: a later one of the same place takes the earlier one's.</summary>
internal sealed record LaidDocument(string Place, DateOnly From, LawOverlay Overlay)
{
    public static LaidDocument Of(LawChangeItem item, int firstLine = 0)
    {
        if (item.Kind == ChangeItemKind.Instrument)
        {
            var instrument = ApprovedReader.Content<InstrumentContent>(item);
            return new LaidDocument(instrument.Number, instrument.InForce, LawOverlay.OfInstrument(instrument.Number, LawText.Of(instrument, firstLine).ToString()));
        }
        var value = ApprovedReader.Content<ValueContent>(item);
        return new LaidDocument($"{value.Key} {value.Scope} {value.From:yyyy-MM-dd}", value.From, LawOverlay.OfParameter(value.Key, LawText.Of(value, firstLine).ToString()));
    }

    /// <summary>The overlays of documents in the order of their approval: the last of a place counts, and values of a parameter go by their day.</summary>
    public static IReadOnlyList<LawOverlay> Overlays(IEnumerable<LaidDocument> documents) =>
        [.. documents.GroupBy(d => d.Place).Select(same => same.Last()).OrderBy(d => d.From).Select(d => d.Overlay)];
}

/// <summary>The items of a draft as documents, and the way back from the loader's errors to the fields they are about.</summary>
internal sealed partial class Composition
{
    /// <summary>Documents of one parameter share a path, so each item of a draft has lines of its own.</summary>
    private const int LinesPerItem = 10_000;

    private readonly IReadOnlyList<LawChangeItem> items;

    private Composition(IReadOnlyList<LawChangeItem> items) => this.items = items;

    public IReadOnlyList<LaidDocument> Documents => [.. items.Select((item, i) => LaidDocument.Of(item, FirstLine(i)))];

    public static Composition Of(IReadOnlyList<LawChangeItem> items) => new([.. items.OrderBy(i => i.Ord)]);

    /// <summary>The loader's errors at the fields of the items; what lies in the data already there is told with its place.</summary>
    public IReadOnlyList<ItemProblem> Problems(LawDataException refused) => [.. refused.Errors.Select(Problem).DistinctBy(p => (p.ItemId, p.Field, p.Message))];

    private ItemProblem Problem(LawDataError found)
    {
        var error = found with { Message = ForScreen(found.Message) };
        var index = (error.Place.Line / LinesPerItem) - 1;
        if (index < 0 || index >= items.Count)
            return new ItemProblem(null, "", $"{error.Message} (dữ liệu hiện có: {error.Place.File}). Bổ sung vào hồ sơ giá trị thay thế hoặc khoảng chưa có quy định.");
        var text = items[index].Kind == ChangeItemKind.Instrument
            ? LawText.Of(ApprovedReader.Content<InstrumentContent>(items[index]), FirstLine(index))
            : LawText.Of(ApprovedReader.Content<ValueContent>(items[index]), FirstLine(index));
        var (field, row) = text.FieldAt(error.Place.Line);
        return new ItemProblem(items[index].Id, field, row is { } number ? $"Dòng {number}: {error.Message}" : error.Message);
    }

    // The loader speaks to who edits the files; people on screen read days and places their own way.
    private static string ForScreen(string message) =>
        IsoDay().Replace(message, m => $"{m.Groups[3].Value}/{m.Groups[2].Value}/{m.Groups[1].Value}").Replace("không có trong law/instruments", "không có trong danh mục văn bản", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(\d{4})-(\d\d)-(\d\d)\b")]
    private static partial Regex IsoDay();

    private static int FirstLine(int index) => (index + 1) * LinesPerItem;
}
